import VerdictModel

extension PolicyLint {
  /// `high` where `high+` was most likely meant.
  static let leavesOutWorse = PolicyLint(
    summary: "a level or severity that leaves out what is worse, such as \"high\" for \"high+\""
  ) { input in
    input.rules.flatMap { rule in
      let places = input.places.inside(rule)
      let others = input.rules.filter { $0.metric.id == rule.metric.id && $0.from == rule.from }
      return [
        doubt(
          "severity", rule.filter.severities, beside: others.map(\.filter.severities), \.name,
          at: places.value("where", "severity")),
        doubt(
          "level", rule.filter.levels, beside: others.map(\.filter.levels), \.name,
          at: places.value("where", "level")),
      ].compactMap(\.self)
    }
  }

  /// - Parameter others: What the rules on the same reports count: where one of them counts the
  ///   worst, the author thought of it.
  private static func doubt<Rank: Comparable & CaseIterable>(
    _ key: String, _ counted: ClosedRange<Rank>?, beside others: [ClosedRange<Rank>?],
    _ name: (Rank) -> String, at place: SourcePosition
  ) -> PolicyWarning? {
    guard let counted, let worst = Rank.allCases.max(), counted.upperBound < worst,
      !others.contains(where: { $0?.contains(worst) == true })
    else { return nil }
    let worse = Rank.allCases.filter { $0 > counted.upperBound }.map(name)
    return PolicyWarning(
      .leavesOutWorse(key: key, value: name(counted.upperBound), worse: worse), at: place)
  }
}
