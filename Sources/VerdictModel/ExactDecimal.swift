/// An exact decimal number as somebody wrote it: `mantissa × 10^-scale`, so `79.50` is 7950 and 2.
///
/// Limits of a policy are decimals; comparing them with counts never goes through floating point.
package struct ExactDecimal: Hashable, Sendable {
  /// All digits without the point, with the sign; at most 18 of them when read from text.
  package var mantissa: Int64
  /// Digits after the decimal point, 0 … 18.
  package var scale: Int

  /// The most digits after the point that a policy may write.
  package static let maxScale = 9

  package init(mantissa: Int64, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  package init(_ whole: Int) {
    self.init(mantissa: Int64(whole), scale: 0)
  }

  /// Reads `12`, `-3`, `0.5`, `79.50`; `nil` for anything else (exponents, signs other than a
  /// leading minus, more than `maxScale` decimals, more than 18 digits in all).
  package init?(_ text: some StringProtocol, maxScale: Int = Self.maxScale) {
    var digits: Int64 = 0
    var count = 0
    var significant = 0
    var scale: Int?
    var negative = false
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where offset == 0: negative = true
      case UInt8(ascii: ".") where scale == nil && count > 0: scale = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int64(byte - UInt8(ascii: "0"))
        count += 1
        // Leading zeros make no number longer.
        significant += digits > 0 || digit > 0 ? 1 : 0
        guard significant <= 18, count <= 40 else { return nil }
        digits = digits * 10 + digit
        scale = scale.map { $0 + 1 }
      default: return nil
      }
    }
    guard count > 0, scale != 0, (scale ?? 0) <= maxScale else { return nil }
    mantissa = negative ? -digits : digits
    self.scale = scale ?? 0
  }

  /// `10^scale`.
  package var denominator: Int128 { power(of: 10, scale) }
}

extension ExactDecimal: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    Int128(left.mantissa) * right.denominator < Int128(right.mantissa) * left.denominator
  }
}

/// `base` multiplied `exponent` times.
package func power(of base: Int128, _ exponent: Int) -> Int128 {
  (0..<max(0, exponent)).reduce(1) { product, _ in product * base }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number as written, without trailing zeros after the point: `79.5`.
  package var description: String {
    var digits = String(mantissa.magnitude)
    guard scale > 0 else { return (mantissa < 0 ? "-" : "") + digits }
    while digits.count <= scale { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    var fraction = digits[point...]
    while fraction.last == "0" { fraction.removeLast() }
    return (mantissa < 0 ? "-" : "") + digits[..<point] + (fraction.isEmpty ? "" : "." + fraction)
  }
}
