import VerdictModel

extension ChangeList {
  /// The limits of two rules, relation by relation and pattern by pattern.
  mutating func compareLimits(_ old: Rule, _ new: Rule) {
    for relation in Limit.Relation.allCases {
      let before = old.limits.first { $0.relation == relation }
      let after = new.limits.first { $0.relation == relation }
      switch (before, after) {
      case (nil, nil): continue
      case (let before?, nil):
        note(.loosened, relation.rawValue, old: before.amountsText, new: nil)
      case (nil, let after?):
        note(.tightened, relation.rawValue, old: nil, new: after.amountsText)
      case (let before?, let after?): compare(before, after)
      }
    }
  }

  /// A pattern that comes or goes hands items over to other patterns, or to none.
  private mutating func compare(_ old: RuleLimit, _ new: RuleLimit) {
    for (items, amount) in old.amounts {
      let other = new.amounts.first { $0.items.isSame(as: items) }?.amount
      compare(
        old.key(of: items), amount, other, text: { $0?.text(for: old.relation) },
        effect: { before, after in
          // What was left to the rest has no limit any more.
          guard let before, let after else { return items.isRest ? .loosened : .changed }
          return .limit(old.relation, before, after)
        })
    }
    for (items, amount) in new.amounts
    where !old.amounts.contains(where: { $0.items.isSame(as: items) }) {
      note(
        items.isRest ? .tightened : .changed, new.key(of: items), old: nil,
        new: amount.text(for: new.relation))
    }
  }
}

extension Glob {
  /// Whether it stands for all items that no other pattern fits.
  var isRest: Bool { self == .everything || pattern == "*" }

  fileprivate func isSame(as other: Glob) -> Bool { self == other || (isRest && other.isRest) }
}

extension PolicyChange.Effect {
  /// The effect of another amount; two units have no order.
  fileprivate static func limit(
    _ relation: Limit.Relation, _ old: Limit.Amount, _ new: Limit.Amount
  ) -> Self {
    guard let isLarger = old.isLess(than: new) else { return .changed }
    switch relation {
    case .min, .above: return isLarger ? .tightened : .loosened
    case .max, .below, .maxDrop, .maxRise: return isLarger ? .loosened : .tightened
    case .equals: return .changed
    }
  }
}

extension Limit.Amount {
  /// - Returns: `nil` for two amounts of different units.
  fileprivate func isLess(than other: Self) -> Bool? {
    switch (self, other) {
    case (.percent(let one), .percent(let other)), (.points(let one), .points(let other)):
      one < other
    case (.count(let one, let unit), .count(let other, let otherUnit)):
      unit == otherUnit ? one < other : nil
    case (.number(let one, let unit), .number(let other, let otherUnit)):
      unit == otherUnit ? one < other : nil
    case (.duration(let one), .duration(let other)): one < other
    default: nil
    }
  }
}
