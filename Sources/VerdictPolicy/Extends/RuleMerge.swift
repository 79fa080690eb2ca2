import JSONDocument
import VerdictModel

// Rules have no names: one that asks for the same as one of the base takes its place, key by key.

extension PolicyMerge {
  /// - Parameter list: The list that says what is to be done, for what is taken out of it.
  mutating func put(
    rules own: [PositionedJSON], over base: [PositionedJSON], in list: PositionedJSON,
    at path: [String]
  ) -> [PositionedJSON] {
    let pairs = pairs(own, base)
    var rules: [PositionedJSON] = []
    for (index, rule) in base.enumerated() {
      guard let match = pairs.first(where: { $0.value == index })?.key else {
        rules.append(rule)
        continue
      }
      let merged = put(own[match], over: rule, at: path + ["rule"])
      if RuleIdentity(merged)?.limits.isEmpty == false {
        rules.append(merged)
      } else {
        note(Removal(key: nil, old: rule, place: own[match].place), in: list)
      }
    }
    for (index, rule) in own.enumerated() where pairs[index] == nil {
      if rule.members.contains(where: \.value.isNull) {
        report(.noRuleToChange, at: rule.place)
      } else {
        rules.append(rule)
      }
    }
    return rules
  }

  /// For indices of own rules those of the rules that they take the place of. Where several fit,
  /// those of the same action, stages and day are meant; tiers differ in these.
  private func pairs(_ own: [PositionedJSON], _ base: [PositionedJSON]) -> [Int: Int] {
    let bases = base.map(RuleIdentity.init)
    let rules = own.map(RuleIdentity.init)
    var pairs: [Int: Int] = [:]
    func free(_ rule: RuleIdentity) -> [Int] {
      bases.indices.filter { index in
        !pairs.values.contains(index) && bases[index].map(rule.asksTheSame) == true
      }
    }
    for (index, rule) in rules.enumerated() {
      guard let rule else { continue }
      pairs[index] = free(rule).first { bases[$0]?.tier == rule.tier }
    }
    for (index, rule) in rules.enumerated() where pairs[index] == nil {
      guard let rule else { continue }
      let candidates = free(rule)
      if candidates.count > 1 {
        report(
          .ambiguousRule(candidates.map { base[$0].place.words(in: "this file") }),
          at: own[index].place)
      }
      pairs[index] = candidates.first
    }
    return pairs
  }
}

/// What a rule is known by, as it was written.
private struct RuleIdentity {
  /// What it looks at.
  private let scope: [String]
  /// The names of its limits.
  let limits: Set<String>
  /// What tells apart rules that ask for the same.
  let tier: [String]

  /// `nil` for what is no rule.
  init?(_ rule: PositionedJSON) {
    guard case .object(let members) = rule.value else { return nil }
    func texts(_ keys: [String]) -> [String] {
      keys.map { key in
        members.first { $0.key == key && !$0.value.isNull }?.value.text(sortingLists: true) ?? ""
      }
    }
    scope = texts(["metric", "from", "in", "of", "each", "where"])
    limits = Set(members.map(\.key)).intersection(LimitReader.keys)
    tier = texts(["else", "stages", "enforceFrom"])
  }

  func asksTheSame(as other: RuleIdentity) -> Bool {
    scope == other.scope && !limits.isDisjoint(with: other.limits)
  }
}

extension PositionedJSON {
  fileprivate var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }
}
