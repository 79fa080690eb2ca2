/// Reads a text of separated parts from left to right, byte by byte: a baseline has so many of them
/// that cutting strings takes ten times as long.
struct PartScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var start = 0
  private var index = 0
  private var hasBegun = false

  init(_ text: String, separator: Unicode.Scalar) {
    bytes = Array(text.utf8)
    self.separator = UInt8(ascii: separator)
  }

  /// Goes to the next part, which may be empty; the part before must have been read to its end.
  ///
  /// - Returns: `false` if there is none: an empty text has no part.
  mutating func next() -> Bool {
    guard hasBegun else {
      hasBegun = true
      return !bytes.isEmpty
    }
    guard index < bytes.count else { return false }
    index += 1
    start = index
    return true
  }

  /// Whether the part has been read to its end.
  var isAtEnd: Bool { index == bytes.count || bytes[index] == separator }

  /// The whole part, for errors.
  var part: String { String(decoding: bytes[start...].prefix { $0 != separator }, as: UTF8.self) }

  /// Takes a character if it stands here.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Takes digits, or with a radix of 36 digits and lower-case letters.
  ///
  /// - Returns: `nil`, and nothing is taken, if there are none or their number exceeds `UInt32`.
  mutating func number(radix: UInt32 = 10) -> UInt32? {
    var number: UInt32 = 0
    var end = index
    while end < bytes.count, let digit = bytes[end].digit, digit < radix {
      let (product, overflow) = number.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      number = sum
      end += 1
    }
    guard end > index else { return nil }
    index = end
    return number
  }

  /// Takes two numbers with a character between them; takes nothing unless both are there.
  mutating func pair(separatedBy character: Unicode.Scalar) -> (UInt32, UInt32)? {
    let before = index
    if let first = number(), take(character), let second = number() { return (first, second) }
    index = before
    return nil
  }
}

extension UInt8 {
  /// The value of a digit or lower-case letter, 0 … 35.
  fileprivate var digit: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(self - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}
