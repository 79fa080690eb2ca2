import CLibXML2

/// Replaces characters that XML 1.0 forbids by U+FFFD, so that a report is not lost over them.
///
/// Test runners copy terminal colours, lone surrogates and the like from test output into their
/// reports, raw or as numeric references. NUL stays (and is an error): it marks files that are no
/// text. So does invalid UTF-8. In CDATA sections a reference such as `&#27;` is literal text and
/// is replaced nonetheless, which only changes how it is shown.
///
/// XML 1.0 §2.2 `Char`: U+9 | U+A | U+D | U+20…U+D7FF | U+E000…U+FFFD | U+10000…U+10FFFF.
package struct CharacterRepair {
  /// How many characters have been replaced.
  package private(set) var count = 0
  /// The 1-based line of the first one.
  package private(set) var firstLine: Int?

  /// What a longer reference is, `&#x10FFFF;` with some zeros in front, libxml2 may judge.
  private static let longestReference = 16
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private var isActive: Bool?
  /// The end of the last chunk, if something forbidden may have begun there.
  private var held: [UInt8] = []

  package init() {}

  /// Passes a chunk on to the stream, repaired.
  package mutating func consume(
    _ chunk: Span<UInt8>, into stream: XMLStream<some XMLHandler>
  ) throws(XMLError) {
    if isActive == nil, !chunk.isEmpty {
      // UTF-16 has a byte order mark, or a NUL beside the `<`.
      isActive =
        chunk[0] != 0xFE && chunk[0] != 0xFF && chunk[0] != 0
        && !(chunk.count > 1 && chunk[1] == 0)
    }
    if isActive != true || (held.isEmpty && Self.isClean(chunk)) {
      return try stream.consume(chunk)
    }
    var input = held
    input.reserveCapacity(held.count + chunk.count)
    chunk.withUnsafeBufferPointer { input.append(contentsOf: $0) }
    held = []
    try stream.consume(repaired(input, at: stream.nextLine, isLast: false).span)
  }

  /// Passes on what was held back, and ends the stream.
  package mutating func finish(_ stream: XMLStream<some XMLHandler>) throws(XMLError) {
    if !held.isEmpty {
      try stream.consume(repaired(held, at: stream.nextLine, isLast: true).span)
      held = []
    }
    try stream.finish()
  }

  /// - Parameter line: The line on which the input begins.
  private mutating func repaired(_ input: [UInt8], at line: Int, isLast: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + Self.longestReference)
    var index = 0
    while index < input.count {
      switch Self.judge(input[index...]) {
      case .fine:
        output.append(input[index])
        index += 1
      case .forbidden(let length):
        count += 1
        firstLine = firstLine ?? line + input[..<index].count { $0 == 0x0A }
        output += Self.replacement
        index += length
      case .unfinished:
        guard isLast else {
          held = Array(input[index...])
          return output
        }
        output.append(input[index])
        index += 1
      }
    }
    return output
  }

  private enum Judgement {
    case fine
    /// The next so many bytes stand for one forbidden character.
    case forbidden(Int)
    /// The bytes after the chunk's end decide.
    case unfinished
  }

  private static func judge(_ bytes: ArraySlice<UInt8>) -> Judgement {
    guard let first = bytes.first else { return .fine }
    switch first {
    case 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F:
      return .forbidden(1)
    case 0xED:  // U+D000…U+DFFF; from A0 on surrogates
      guard bytes.count >= 3 else { return .unfinished }
      return bytes[bytes.startIndex + 1] >= 0xA0 && bytes[bytes.startIndex + 2] >= 0x80
        ? .forbidden(3) : .fine
    case 0xEF:  // U+F000…U+FFFF; the last two are no characters
      guard bytes.count >= 3 else { return .unfinished }
      return bytes[bytes.startIndex + 1] == 0xBF && bytes[bytes.startIndex + 2] >= 0xBE
        ? .forbidden(3) : .fine
    case UInt8(ascii: "&"):
      return judgeReference(bytes)
    default:
      return .fine
    }
  }

  private static func judgeReference(_ bytes: ArraySlice<UInt8>) -> Judgement {
    let reference = bytes.prefix(longestReference)
    guard let end = reference.firstIndex(of: UInt8(ascii: ";")) else {
      let isNumeric = reference.dropFirst().first ?? UInt8(ascii: "#") == UInt8(ascii: "#")
      return isNumeric && reference.count < longestReference ? .unfinished : .fine
    }
    let text = String(decoding: reference[..<end], as: UTF8.self)
    let number: UInt32? =
      if text.hasPrefix("&#x") {
        UInt32(text.dropFirst(3), radix: 16)
      } else if text.hasPrefix("&#") {
        UInt32(text.dropFirst(2))
      } else {
        nil
      }
    guard let number, !isCharacter(number) else { return .fine }
    return .forbidden(end - bytes.startIndex + 1)
  }

  private static func isCharacter(_ number: UInt32) -> Bool {
    switch number {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Whether nothing in the chunk can be, or begin, something forbidden.
  private static func isClean(_ chunk: Span<UInt8>) -> Bool {
    chunk.withUnsafeBufferPointer { bytes in
      let known = verdict_xml_skip_plain(bytes.baseAddress, bytes.count)
      let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(known))
      return hasOnlyPlainBytes(rest) && !hasNumericReference(bytes)
    }
  }

  /// Whether there is neither a control character nor the beginning of a character that might be
  /// forbidden. Without branches, so that the compiler makes vector instructions of it.
  private static func hasOnlyPlainBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var suspicious: UInt8 = 0
    for byte in bytes {
      // In 0x20 … 0xEC, with one comparison.
      let isPlain: UInt8 = byte &- 0x20 <= 0xEC - 0x20 ? 1 : 0
      let isLineFeed: UInt8 = byte == 0x0A ? 1 : 0
      let isReturn: UInt8 = byte == 0x0D ? 1 : 0
      let isTab: UInt8 = byte == 0x09 ? 1 : 0
      suspicious |= (isPlain | isLineFeed | isReturn | isTab) ^ 1
    }
    return suspicious == 0
  }

  private static func hasNumericReference(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var index = 0
    while let found = memchr(base + index, 0x26, bytes.count - index) {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if index == bytes.count || bytes[index] == UInt8(ascii: "#") { return true }
    }
    return false
  }
}
