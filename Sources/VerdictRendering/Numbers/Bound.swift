import VerdictModel

extension Check {
  /// The value at which the limit just holds, or just fails with `above` and `below`; `nil` if nothing was measured or there is nothing to
  /// compare with.
  var bound: Fraction? {
    value.flatMap { limit.bound(for: $0, baseline: baselineValue) }
  }
}

extension Tally {
  /// How many more must be covered to reach a share in percent: the smallest `n ≥ 0` with
  /// `(covered + n) / total ≥ percent / 100`. `nil` if that is more than there are.
  ///
  /// - Parameter exceeding: Whether the share must be more than that.
  func shortfall(toReach percent: Fraction, exceeding: Bool = false) -> Int? {
    guard let share = percent.times(Fraction(total))?.divided(by: Fraction(100)) else { return nil }
    let needed = exceeding ? share.roundedDown + 1 : share.roundedUp
    return needed <= total ? max(0, Int(needed) - covered) : nil
  }
}
