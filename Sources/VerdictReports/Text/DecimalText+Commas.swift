extension DecimalText {
  /// Reads a number in several countries' ways, independent of the machine's locale.
  ///
  /// The digits before the point may come in groups of three with commas (`1,234.5`), or a single
  /// comma may stand for the point if there is none (`0,25`).
  init?(withCommas text: Span<UInt8>) {
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else {
      self.init(text)
      return
    }
    var plain: [UInt8] = []
    let isGrouped = Self.hasGroups(text)
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
    self.init(plain.span)
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
