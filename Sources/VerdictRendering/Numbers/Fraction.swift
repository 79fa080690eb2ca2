import VerdictModel

/// An exact quotient of two integers, for turning counts into text without floating point.
///
/// Comparing never overflows. Arithmetic that would overflow gives `nil`: callers then say less
/// instead of something wrong.
struct Fraction: Hashable, Sendable, Comparable {
  /// Without a common divisor with `denominator`.
  let numerator: Int128
  /// Above 0.
  let denominator: Int128

  /// The quotient in lowest terms; `nil` if the denominator is 0 or out of range.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / Int128(divisor) * sign
    self.denominator = denominator / Int128(divisor) * sign
  }

  init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A tally in percent; `nil` if there is nothing to cover.
  init?(percentOf tally: Tally) {
    self.init(Int128(tally.covered) * 100, over: Int128(tally.total))
  }

  /// A decimal as the policy has it.
  init?(_ decimal: ExactDecimal) {
    self.init(Int128(decimal.mantissa), over: decimal.denominator)
  }

  static func < (left: Self, right: Self) -> Bool {
    let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
    let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
    return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
  }

  static let zero = Fraction(0)

  var isWhole: Bool { denominator == 1 }

  /// The largest integer that is not above it.
  var roundedDown: Int128 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// The smallest integer that is not below it.
  var roundedUp: Int128 {
    let quotient = numerator / denominator
    return numerator % denominator > 0 ? quotient + 1 : quotient
  }

  func plus(_ other: Self) -> Self? {
    guard let left = product(numerator, other.denominator),
      let right = product(other.numerator, denominator),
      let bottom = product(denominator, other.denominator)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self(sum, over: bottom)
  }

  func minus(_ other: Self) -> Self? { plus(other.negated) }

  func times(_ other: Self) -> Self? {
    guard let top = product(numerator, other.numerator),
      let bottom = product(denominator, other.denominator)
    else { return nil }
    return Self(top, over: bottom)
  }

  /// The quotient; `nil` for a division by 0 too.
  func divided(by other: Self) -> Self? {
    Self(other.denominator, over: other.numerator).flatMap(times)
  }

  /// Never overflows, because a numerator is never the smallest integer.
  var negated: Self { Self(-numerator, over: denominator) ?? self }

  private func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : product
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
