import VerdictModel

/// A test's duration as JUnit reports write it: seconds, in several countries' ways.
///
///     [sign] digits ["." digits] ["e" exponent] ["s" | "ms"]
///
/// where the digits before the point may come in groups of three with commas (`1,234.5`), or a single
/// comma may stand for the point if there is none (`0,25`). Independent of the machine's locale.
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
    guard let decimal = decimal(number) else { return nil }
    let count = decimal.isNegative ? 0 : decimal.whole(shiftedBy: power)
    return Picoseconds(Int64(clamping: count))
  }

  private static func decimal(_ text: Span<UInt8>) -> DecimalText? {
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return DecimalText(text) }
    var plain: [UInt8] = []
    let isGrouped = hasGroups(text)
    // Otherwise the comma stands for the point: a second one, or a point, makes it no number.
    for index in text.indices {
      if text[index] != UInt8(ascii: ",") {
        guard isGrouped || text[index] != UInt8(ascii: ".") else { return nil }
        plain.append(text[index])
      } else if !isGrouped {
        guard index == comma else { return nil }
        plain.append(UInt8(ascii: "."))
      }
    }
    return DecimalText(plain.span)
  }

  /// Whether one to three digits, the first no zero, are followed by groups of a comma and exactly
  /// three digits.
  private static func hasGroups(_ text: Span<UInt8>) -> Bool {
    var index = text.isEmpty || text[0].asciiDigit != nil ? 0 : 1
    let first = index
    while index < text.count, text[index].asciiDigit != nil { index += 1 }
    guard (1...3).contains(index - first), text[first] != UInt8(ascii: "0") else { return false }
    while index < text.count, text[index] == UInt8(ascii: ",") {
      let group = index + 1
      index = group
      while index < text.count, text[index].asciiDigit != nil { index += 1 }
      guard index - group == 3 else { return false }
    }
    return text.firstIndex(of: UInt8(ascii: ","), from: index) == nil
  }
}
