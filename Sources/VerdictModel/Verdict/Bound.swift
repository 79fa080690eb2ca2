extension Limit {
  /// The value at which the limit just holds: percent of a share, a count, picoseconds, or a number
  /// in the unit of the value.
  ///
  /// Deciding and showing rest on this one number, so that no output can disagree with a verdict.
  ///
  /// - Parameter baseline: The value in the baseline; only looked at by limits on a change.
  /// - Returns: `nil` if the limit is on a change and there is no baseline to change from, or if
  ///   the units have nothing in common, as those of facts may.
  package func bound(for value: Quantity, baseline: Quantity?) -> Fraction? {
    guard relation.comparesWithBaseline else {
      return amount.isComparable(with: value) ? amount.fraction : nil
    }
    if case (.share(let before)?, .share(let after), .count(let allowed, let unit)) =
      (baseline, value, self.amount), unit.isCoverable
    {
      return Fraction(percentOf: after.losing(atMost: allowed, since: before))
    }
    guard let baseline, baseline.hasUnit(of: value), let start = baseline.fraction,
      let amount = amount.fraction
    else { return nil }
    let change: Fraction?
    switch self.amount {
    case .percent:
      let size = start < .zero ? start.negated : start
      change = size.times(amount)?.divided(by: Fraction(100))
    case .points, .count, .duration, .number, .text:
      change = self.amount.isComparable(with: baseline) ? amount : nil
    }
    guard let change else { return nil }
    return relation == .maxDrop ? start.minus(change) : start.plus(change)
  }
}

extension Quantity {
  /// The number alone: percent, a count, picoseconds or bytes; `nil` for 0 of 0 and for a word.
  package var fraction: Fraction? {
    switch self {
    case .share(let tally): Fraction(percentOf: tally)
    case .count(let count, _): Fraction(count)
    case .duration(let duration): Fraction(Int(duration.count))
    case .number(let number, _): Fraction(number)
    case .text: nil
    }
  }

  /// Whether both are in one unit, so that one can be subtracted from the other.
  fileprivate func hasUnit(of other: Self) -> Bool {
    switch (self, other) {
    case (.share, .share), (.duration, .duration): true
    case (.count(_, let left), .count(_, let right)): left == right
    case (.number(_, let left), .number(_, let right)): left == right
    default: false
    }
  }
}

extension Limit.Amount {
  /// The number alone: percent, points, a count, picoseconds or bytes; `nil` for a word.
  package var fraction: Fraction? {
    switch self {
    case .percent(let number), .points(let number): Fraction(number)
    case .count(let count, _): Fraction(count)
    case .duration(let duration): Fraction(Int(duration.count))
    case .number(let number, _): Fraction(number)
    case .text: nil
    }
  }

  /// Whether the amount is in the unit in which `Quantity.fraction` gives the value.
  fileprivate func isComparable(with quantity: Quantity) -> Bool {
    switch (self, quantity) {
    case (.percent, .share), (.points, .share), (.duration, .duration): true
    case (.percent, .number(_, .percent)), (.points, .number(_, .percent)): true
    case (.count(_, let limit), .count(_, let unit)): limit == unit
    case (.number(_, let limit), .number(_, let unit)): limit == unit
    default: false
    }
  }
}
