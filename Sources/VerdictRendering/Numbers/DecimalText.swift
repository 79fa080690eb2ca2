import VerdictModel

/// Writes exact numbers with as few digits as tell the truth.
///
/// Digits are cut off, never rounded: nothing is shown as better than it is. Where that hides on
/// which side of a limit a number lies, more digits are written: 19999 of 25000 is `79.996`, not
/// `79.99` (which could be anything below 80), beside a limit of 80.
enum DecimalText {
  /// Where writing more digits stops: far beyond what telling two shares of real code apart takes.
  static let mostDigits = 18

  /// The text of a number, with a real minus sign (U+2212).
  ///
  /// - Parameters:
  ///   - digits: How many to write after the point at least; a whole number is written without.
  ///   - marks: Numbers that it must visibly differ from, if it does. Zero always is one.
  ///   - signed: Whether a positive number gets a plus sign.
  static func text(
    _ value: Fraction, digits: Int, apartFrom marks: [Fraction] = [], signed: Bool = false
  ) -> String {
    let sign = value < .zero ? "−" : signed && value > .zero ? "+" : ""
    if value.isWhole { return sign + String(value.numerator.magnitude) }
    let size = Size(value)
    let negative = value < .zero
    for count in digits..<mostDigits {
      let isClear = ([.zero] + marks).allSatisfy { mark in
        size.isClear(from: negative ? mark.negated : mark, digits: count)
      }
      if isClear { return sign + size.text(digits: count) }
    }
    return sign + size.text(digits: mostDigits)
  }

  /// A number without its sign, split at the point.
  private struct Size {
    let value: Fraction
    let whole: UInt128
    let rest: UInt128
    let denominator: UInt128

    init(_ signed: Fraction) {
      value = signed < .zero ? signed.negated : signed
      (whole, rest) = value.numerator.magnitude
        .quotientAndRemainder(dividingBy: value.denominator.magnitude)
      denominator = value.denominator.magnitude
    }

    /// The first digits after the point as an integer. The product has double width, and the
    /// quotient is below 10^digits, so that nothing overflows.
    private func decimals(_ digits: Int) -> (digits: UInt128, isExact: Bool) {
      let (quotient, remainder) = denominator.dividingFullWidth(
        rest.multipliedFullWidth(by: powerOfTen(digits)))
      return (quotient, remainder == 0)
    }

    func text(digits: Int) -> String {
      guard digits > 0 else { return String(whole) }
      let decimals = String(decimals(digits).digits)
      return String(whole) + "." + String(repeating: "0", count: digits - decimals.count)
        + decimals
    }

    /// Whether everything that the cut text could stand for is on the mark's side of the number.
    func isClear(from mark: Fraction, digits: Int) -> Bool {
      guard value != mark else { return true }
      let (decimals, isExact) = decimals(digits)
      let scale = powerOfTen(digits)
      let (scaled, overflow) = whole.multipliedReportingOverflow(by: scale)
      guard !isExact, !overflow, let low = Int128(exactly: scaled),
        let shown = Fraction(low + Int128(decimals), over: Int128(scale)),
        let next = Fraction(low + Int128(decimals) + 1, over: Int128(scale))
      else { return true }
      return mark < value ? mark < shown : next < mark
    }

    private func powerOfTen(_ exponent: Int) -> UInt128 {
      (0..<exponent).reduce(1) { product, _ in product * 10 }
    }
  }
}
