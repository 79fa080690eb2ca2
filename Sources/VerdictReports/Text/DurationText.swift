import VerdictModel

/// A test's duration as JUnit reports write it: seconds, in several countries' ways.
///
///     [sign] digits ["." digits] ["e" exponent] ["s" | "ms"]
///
/// where the digits may have commas, as `DecimalText(withCommas:)` reads them.
enum DurationText {
  /// From seconds to picoseconds.
  private static let powerOfPicosecond = 12

  /// The duration, never below zero and saturating at the most that `Picoseconds` holds; `nil` if
  /// the text is none.
  static func read(_ text: Span<UInt8>) -> Picoseconds? {
    if let plain = readPlain(text) { return plain }
    let start = text.skippingSpaces(from: 0)
    var end = max(start, text.endWithoutSpaces)
    var power = powerOfPicosecond
    if end > start, text[end - 1] == UInt8(ascii: "s") {
      end -= 1
      if end > start, text[end - 1] == UInt8(ascii: "m") {
        end -= 1
        power -= 3
      }
    }
    let number = text.extracting(start..<max(start, end))
    guard let decimal = DecimalText(withCommas: number) else { return nil }
    let count = decimal.isNegative ? 0 : decimal.whole(shiftedBy: power)
    return Picoseconds(Int64(clamping: count))
  }

  /// Seconds with one to six digits on each side of a point, as most durations are written; `nil` for
  /// anything else.
  private static func readPlain(_ text: Span<UInt8>) -> Picoseconds? {
    guard text.count <= 13 else { return nil }
    var number: Int64 = 0
    var point = -1
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "."), point < 0 {
        point = index
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int64(digit)
    }
    guard 1...6 ~= point else { return nil }
    let unit: Int64
    switch text.count - 1 - point {
    case 1: unit = 100_000_000_000
    case 2: unit = 10_000_000_000
    case 3: unit = 1_000_000_000
    case 4: unit = 100_000_000
    case 5: unit = 10_000_000
    case 6: unit = 1_000_000
    default: return nil
    }
    return Picoseconds(number * unit)
  }
}
