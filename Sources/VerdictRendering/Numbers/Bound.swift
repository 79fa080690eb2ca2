import VerdictModel

extension Check {
  /// The value at which the limit just holds; `nil` if nothing was measured or there is nothing to
  /// compare with.
  var bound: Fraction? {
    value.flatMap { limit.bound(for: $0, baseline: baselineValue) }
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
