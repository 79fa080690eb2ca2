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
}
