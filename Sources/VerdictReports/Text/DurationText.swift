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

  /// Seconds with up to six digits on each side of a point, as most durations are written; `nil` for
  /// anything else.
  private static func readPlain(_ text: Span<UInt8>) -> Picoseconds? {
    var index = 0
    guard let seconds = text.plainNumber(at: &index), index <= 6, index < text.count,
      text[index] == UInt8(ascii: ".")
    else { return nil }
    index += 1
    let start = index
    guard let fraction = text.plainNumber(at: &index), index == text.count, index - start <= 6
    else { return nil }
    let unit: Int64 =
      switch index - start {
      case 1: 100_000_000_000
      case 2: 10_000_000_000
      case 3: 1_000_000_000
      case 4: 100_000_000
      case 5: 10_000_000
      default: 1_000_000
      }
    return Picoseconds(Int64(seconds) * 1_000_000_000_000 + Int64(fraction) * unit)
  }
}
