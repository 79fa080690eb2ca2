import VerdictModel

extension Check {
  /// The value at which the limit just holds: percent of a share, a count, or picoseconds. `nil`
  /// where limit and value have no common unit, or the baseline's value is not known.
  var bound: Fraction? {
    guard limit.relation.comparesWithBaseline else {
      return value.map { limit.amount.isComparable(with: $0) } == true ? limit.amount.fraction : nil
    }
    guard let before = baselineValue, let start = before.fraction,
      let amount = limit.amount.fraction
    else { return nil }
    let change: Fraction?
    switch limit.amount {
    case .percent: change = start.times(amount)?.divided(by: Fraction(100))
    case .points, .count, .duration:
      change = limit.amount.isComparable(with: before) ? amount : nil
    }
    guard let change else { return nil }
    return limit.relation == .maxDrop ? start.minus(change) : start.plus(change)
  }
}

extension Quantity {
  /// The number alone: percent, a count or picoseconds; `nil` for 0 of 0.
  var fraction: Fraction? {
    switch self {
    case .share(let tally): Fraction(percentOf: tally)
    case .count(let count, _): Fraction(count)
    case .duration(let duration): Fraction(Int(duration.count))
    }
  }
}

extension Limit.Amount {
  /// Whether the amount is in the unit in which `Quantity.fraction` gives the value.
  fileprivate func isComparable(with quantity: Quantity) -> Bool {
    switch (self, quantity) {
    case (.percent, .share), (.points, .share), (.duration, .duration): true
    case (.count(_, let limit), .count(_, let unit)): limit == unit
    default: false
    }
  }
}

extension Tally {
  /// How many more must be covered to reach a share in percent: the smallest `n ≥ 0` with
  /// `(covered + n) / total ≥ percent / 100`. `nil` if that is more than there are.
  func shortfall(toReach percent: Fraction) -> Int? {
    guard let needed = percent.times(Fraction(total))?.divided(by: Fraction(100))?.roundedUp,
      needed <= total
    else { return nil }
    return max(0, Int(needed) - covered)
  }
}
