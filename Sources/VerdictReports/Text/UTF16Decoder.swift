/// Turns UTF-16 into UTF-8 as it comes.
///
/// Windows PowerShell writes what a command prints as UTF-16: `lcov … > all.info` and
/// `semgrep --sarif > scan.sarif` make such files.
struct UTF16Decoder {
  private let isBigEndian: Bool
  /// The beginning of a character whose end has not come yet: at most three bytes.
  private var held: [UInt8] = []

  /// - Returns: `nil` unless the text begins with a byte order mark of UTF-16, or if it is XML, which
  ///   has a parser that knows encodings by itself.
  init?(_ head: Span<UInt8>) {
    guard head.count >= 4, head[0] ^ head[1] == 0xFE ^ 0xFF, max(head[0], head[1]) == 0xFF else {
      return nil
    }
    isBigEndian = head[0] == 0xFE
    var index = 2
    while index + 1 < head.count {
      let unit = Self.unit(head[index], head[index + 1], isBigEndian)
      if unit == UInt16(UInt8(ascii: "<")) { return nil }
      guard unit < 0x80, UInt8(truncatingIfNeeded: unit).isASCIISpace else { break }
      index += 2
    }
  }

  /// The bytes in UTF-8, without what the next ones have to complete; U+FFFD for half a surrogate
  /// pair.
  mutating func decode(_ chunk: Span<UInt8>) -> [UInt8] {
    var bytes = held
    bytes.reserveCapacity(held.count + chunk.count)
    for index in chunk.indices { bytes.append(chunk[index]) }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      units.append(Self.unit(bytes[index], bytes[index + 1], isBigEndian))
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    held = Array(bytes[(units.count * 2)...])
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// What is left at the end of the text: U+FFFD if it was cut within a character, else nothing.
  var rest: [UInt8] { held.isEmpty ? [] : Array("\u{FFFD}".utf8) }

  private static func unit(_ first: UInt8, _ second: UInt8, _ isBigEndian: Bool) -> UInt16 {
    isBigEndian
      ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
  }
}
