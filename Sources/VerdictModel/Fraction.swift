/// An exact quotient of two integers, for comparing counts and showing them without floating point.
///
/// Comparing never overflows. Arithmetic that would overflow gives `nil`: callers then say less
/// instead of something wrong.
package struct Fraction: Hashable, Sendable, Comparable {
  /// Without a common divisor with `denominator`.
  package let numerator: Int128
  /// Above 0.
  package let denominator: Int128

  /// The quotient in lowest terms; `nil` if the denominator is 0 or out of range.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / Int128(divisor) * sign
    self.denominator = denominator / Int128(divisor) * sign
  }

  /// A whole number.
  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A tally in percent; `nil` if there is nothing to cover.
  package init?(percentOf tally: Tally) {
    self.init(Int128(tally.covered) * 100, over: Int128(tally.total))
  }

  /// A decimal as the policy has it.
  package init?(_ decimal: ExactDecimal) {
    self.init(Int128(decimal.mantissa), over: decimal.denominator)
  }

  package static func < (left: Self, right: Self) -> Bool {
    let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
    let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
    return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
  }

  /// 0 / 1.
  package static let zero = Fraction(0)

  /// Whether it is an integer.
  package var isWhole: Bool { denominator == 1 }

  /// The largest integer that is not above it.
  package var roundedDown: Int128 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// The smallest integer that is not below it.
  package var roundedUp: Int128 {
    let quotient = numerator / denominator
    return numerator % denominator > 0 ? quotient + 1 : quotient
  }

  /// The sum; `nil` if it is out of range.
  package func plus(_ other: Self) -> Self? {
    let divisor = Int128(
      Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    guard let left = product(numerator, other.denominator / divisor),
      let right = product(other.numerator, denominator / divisor),
      let bottom = product(denominator, other.denominator / divisor)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self(sum, over: bottom)
  }

  /// The difference; `nil` if it is out of range.
  package func minus(_ other: Self) -> Self? { plus(other.negated) }

  /// The product; `nil` if it is out of range.
  package func times(_ other: Self) -> Self? {
    guard let top = product(numerator, other.numerator),
      let bottom = product(denominator, other.denominator)
    else { return nil }
    return Self(top, over: bottom)
  }

  /// The quotient; `nil` for a division by 0 too.
  package func divided(by other: Self) -> Self? {
    Self(other.denominator, over: other.numerator).flatMap(times)
  }

  /// Never overflows, because a numerator is never the smallest integer.
  package var negated: Self { Self(-numerator, over: denominator) ?? self }

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
