/// A decimal number read from text, exact as far as 18 digits go: `mantissa × 10^exponent`.
struct DecimalText: Equatable {
  private(set) var isNegative = false
  private(set) var mantissa: UInt64 = 0
  private(set) var exponent = 0

  /// More digits than these only move the exponent; one more always fits into the mantissa.
  private static let mantissaLimit: UInt64 = 1_000_000_000_000_000_000
  /// Far beyond anything that fits into the results; keeps sums of exponents from overflowing.
  private static let exponentLimit = 1_000_000

  /// All that fit: 10⁰ … 10¹⁹.
  private static let powersOfTen: [UInt64] = (0..<20).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// Reads an optional sign, digits with an optional point among, before or after them, an optional
  /// exponent, and white space around all that; `nil` for anything else.
  init?(_ text: Span<UInt8>) {
    var index = text.skippingSpaces(from: 0)
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard readDigits(text, &index) else { return nil }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      guard readExponent(text, &index) else { return nil }
    }
    guard text.skippingSpaces(from: index) == text.count else { return nil }
  }

  /// The number times `10^shift`, without its fraction; the largest number there is if it is
  /// larger.
  func whole(shiftedBy shift: Int = 0) -> UInt64 {
    var result = mantissa
    var remaining = exponent + shift
    if remaining > 0, result > 0 {
      guard remaining < Self.powersOfTen.count else { return .max }
      let (product, overflow) = result.multipliedReportingOverflow(by: Self.powersOfTen[remaining])
      return overflow ? .max : product
    }
    while remaining < 0, result > 0 {
      result /= 10
      remaining += 1
    }
    return result
  }

  private mutating func readDigits(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    var count = 0
    var sawPoint = false
    while index < text.count {
      if let digit = text[index].asciiDigit {
        count += 1
        if mantissa < Self.mantissaLimit {
          mantissa = mantissa * 10 + UInt64(digit)
          if sawPoint { exponent -= 1 }
        } else if !sawPoint {
          exponent += 1
        }
      } else if text[index] == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      index += 1
    }
    return count > 0
  }

  private mutating func readExponent(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    var sign = 1
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      sign = text[index] == UInt8(ascii: "-") ? -1 : 1
      index += 1
    }
    let start = index
    var value = 0
    while index < text.count, let digit = text[index].asciiDigit {
      value = min(value * 10 + Int(digit), Self.exponentLimit)
      index += 1
    }
    exponent += sign * value
    return index > start
  }
}
