package import VerdictModel

extension PolicyLint {
  /// Nobody needs to be told any more, after this many days.
  private static let longAgo = 90
  /// A day that is more than this many days away is most likely misspelt.
  static let tooFar = 366

  /// `enforceFrom` that has done its work, or will not in a year.
  static let dates = PolicyLint(summary: "an 'enforceFrom' that is long past, or far away") {
    input in
    input.rules.compactMap { rule in
      guard let day = rule.enforceFrom else { return nil }
      let place = input.places.inside(rule).value("enforceFrom")
      if day.days(until: input.today) > longAgo {
        return PolicyWarning(.longInForce(since: day), at: place)
      }
      return input.today.days(until: day) > tooFar
        ? PolicyWarning(.farAway(day), at: place) : nil
    }
  }
}

/// What is doubtful in the waivers of a policy, in the order of their places.
///
/// - Parameters:
///   - waivers: Of one file.
///   - settings: The policy's own.
///   - today: What days are compared with.
///   - repositoryFiles: `nil` if there is no repository to ask.
package func waiverWarnings(
  _ waivers: [Waiver], _ settings: WaiverSettings, today: Day, repositoryFiles: [String]?
) -> [PolicyWarning] {
  waivers.flatMap { waiver in
    ([term(of: waiver, settings, today)].compactMap(\.self)
      + unmatchedPaths(of: waiver, repositoryFiles ?? []))
      .map { PolicyWarning($0, at: waiver.position) }
  }.sorted { $0.position < $1.position }
}

private func term(of waiver: Waiver, _ settings: WaiverSettings, _ today: Day) -> PolicyDoubt? {
  guard let last = waiver.expires else { return nil }
  if last < today { return .waiverExpired(last) }
  let left = today.days(until: last)
  return !waiver.isStillToCome(on: today) && left <= settings.warnBefore
    ? .waiverEndsSoon(days: left) : nil
}

private func unmatchedPaths(of waiver: Waiver, _ files: [String]) -> [PolicyDoubt] {
  guard case .findings(let match) = waiver.scope.match, !files.isEmpty else { return [] }
  return match.paths.filter { !files.contains(where: $0.matches) }
    .map { .matchesNothing(pattern: $0.pattern) }
}
