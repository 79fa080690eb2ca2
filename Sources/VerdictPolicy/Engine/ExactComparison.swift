import VerdictModel

/// Whether values keep to limits, in integers only: no rounding can turn a red into a green.
///
/// Products stay below 2¹²⁷: counts are at most 2⁶³, policy decimals have at most 18 digits of which
/// at most 9 after the point, and a share is at most 100.
extension Limit {
  /// Whether a value keeps to the limit.
  ///
  /// - Parameters:
  ///   - value: The value now.
  ///   - baseline: The same value in the baseline; only looked at by limits on a change.
  /// - Returns: `nil` if the limit is on a change and there is nothing to compare with.
  func allows(_ value: Quantity, baseline: Quantity?) -> Bool? {
    switch relation {
    case .min: value.ordered(against: amount).map { $0 >= 0 } ?? false
    case .max: value.ordered(against: amount).map { $0 <= 0 } ?? false
    case .equals: value.ordered(against: amount) == 0
    case .maxDrop: baseline.map { Self.keeps(fall(from: $0, to: value), of: $0, value, amount) }
    case .maxRise: baseline.map { Self.keeps(fall(from: value, to: $0), of: $0, value, amount) }
    }
  }

  /// How far `later` lies below `earlier`, as a fraction whose denominator is positive.
  private func fall(from earlier: Quantity, to later: Quantity) -> Fraction {
    let (earlier, later) = (earlier.fraction, later.fraction)
    return Fraction(
      numerator: earlier.numerator * later.denominator - later.numerator * earlier.denominator,
      denominator: earlier.denominator * later.denominator)
  }

  /// Whether a change keeps to an amount.
  private static func keeps(
    _ change: Fraction, of baseline: Quantity, _ value: Quantity, _ amount: Amount
  ) -> Bool {
    guard change.numerator > 0 else { return true }
    switch amount {
    case .points(let points):
      // change ≤ points / 100
      return change.numerator * 100 * points.denominator
        <= Int128(points.mantissa) * change.denominator
    case .percent(let percent):
      // change ≤ percent / 100 × baseline; from 0, no rise is within any percentage. The value's
      // own denominator cancels out of both sides.
      let base = baseline.fraction
      return change.numerator * 100 * percent.denominator
        <= Int128(percent.mantissa) * base.numerator * value.fraction.denominator
    case .count(let count, _):
      return change.numerator <= Int128(count) * change.denominator
    case .duration(let time):
      return change.numerator <= Int128(time.count) * change.denominator
    }
  }
}

/// A fraction with a positive denominator.
private struct Fraction {
  var numerator: Int128
  var denominator: Int128
}

extension Quantity {
  fileprivate var fraction: Fraction {
    switch self {
    case .share(let tally):
      Fraction(numerator: Int128(tally.covered), denominator: max(1, Int128(tally.total)))
    case .count(let count, _): Fraction(numerator: Int128(count), denominator: 1)
    case .duration(let time): Fraction(numerator: Int128(time.count), denominator: 1)
    }
  }

  /// Negative if the value is below the amount, 0 if equal, positive if above; `nil` if they are of
  /// different kinds, which the policy reader rules out.
  fileprivate func ordered(against amount: Limit.Amount) -> Int? {
    switch (self, amount) {
    case (.share(let tally), .percent(let percent)):
      let left = Int128(tally.covered) * 100 * percent.denominator
      return (left - Int128(percent.mantissa) * Int128(tally.total)).signum().asInt
    case (.count(let count, _), .count(let limit, _)):
      return (count - limit).signum()
    case (.duration(let time), .duration(let limit)):
      return (time.count - limit.count).signum().asInt
    default: return nil
    }
  }
}

extension BinaryInteger {
  fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}
