/// A message without what it measures: `line too long (101 > 88)` is `line too long (# > #)`.
///
/// Left out are words that are numbers and nothing else, words of at least eight hexadecimal digits
/// among which there is a number, with or without `0x`, and absolute paths. What is part of a longer
/// word stays: `CVE-2025-1234` and `4.17.20` are names, and another one is another finding.
enum MessageShape {
  /// - Returns: `nil` if there is nothing to leave out.
  static func shape(of message: String) -> String? {
    guard message.utf8.contains(where: { isDigit($0) || $0 == UInt8(ascii: "/") }) else {
      return nil
    }
    var shape: [UInt8] = []
    var isChanged = false
    for word in message.utf8.split(omittingEmptySubsequences: false, whereSeparator: isBreak) {
      if !shape.isEmpty || word.startIndex > message.startIndex {
        let end = message.utf8.index(before: word.startIndex)
        shape.append(message.utf8[end])
      }
      // A full stop or colon behind a word belongs to the sentence.
      let stops = word.reversed().prefix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      let core = word.dropLast(stops.count)
      if isMeasure(core) {
        shape.append(UInt8(ascii: "#"))
        shape += stops.reversed()
        isChanged = true
      } else {
        shape += word
      }
    }
    return isChanged ? String(decoding: shape, as: UTF8.self) : nil
  }

  private static func isMeasure(_ word: Substring.UTF8View) -> Bool {
    guard let first = word.first else { return false }
    if first == UInt8(ascii: "/") { return word.count > 1 && word.dropFirst().contains(first) }
    if word.allSatisfy(isDigit) { return true }
    let digits = word.starts(with: "0x".utf8) ? word.dropFirst(2) : word
    return digits.count >= 8 && digits.allSatisfy(isHexDigit) && digits.contains(where: isDigit)
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
