import JSONDocument

extension PolicyAssembly {
  /// What the policy would ask if it left alone what it extends: the rules of its bases, with what
  /// these lack to be judged by, such as reports, from the policy itself. `nil` if it extends nothing.
  func untouchedBase(_ problems: PolicyProblems) -> PositionedJSON? {
    guard let bases = mergedBases(problems) else { return nil }
    let whole = merged(problems).result
    guard case .object(let own) = whole.value, case .object(let base) = bases.value else {
      return nil
    }
    var result = whole
    result.value = .object(
      PolicyReader.policyKeys.compactMap { key in
        let theirs = base.first { $0.key == key }
        if Self.demands.contains(key) { return theirs }
        guard let ours = own.first(where: { $0.key == key }) else { return theirs }
        return theirs.map { Self.completing($0, with: ours) } ?? ours
      })
    return result
  }

  /// The sections that ask something: what the policy says in them is its own doing.
  private static let demands = ["gates", "defaults", "trust"]

  /// A section with those entries of another one that it lacks; anything else as it is.
  private static func completing(
    _ section: PositionedJSON.Member, with other: PositionedJSON.Member
  ) -> PositionedJSON.Member {
    guard case .object(let entries) = section.value.value,
      case .object(let others) = other.value.value
    else { return section }
    var whole = section
    whole.value.value = .object(
      entries + others.filter { other in !entries.contains { $0.key == other.key } })
    return whole
  }
}
