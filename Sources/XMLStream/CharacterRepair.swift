/// Replaces characters that XML 1.0 forbids by U+FFFD, so that a report is not lost over them.
///
/// Test runners copy terminal colours, lone surrogates and the like from test output into their
/// reports, raw or as numeric references. NUL stays (and is an error): it marks files that are no
/// text. So does invalid UTF-8. In CDATA sections a reference such as `&#27;` is literal text and is
/// replaced nonetheless, which only changes how it is shown.
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
  private var line = 1
  /// The end of the last chunk, if something forbidden may have begun there.
  private var held: [UInt8] = []

  package init() {}

  /// Passes a chunk on, in one or two pieces, repaired.
  package mutating func consume<Failure: Error>(
    _ chunk: Span<UInt8>, _ next: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    if isActive == nil, !chunk.isEmpty {
      // UTF-16 has a byte order mark, or a NUL beside the `<`.
      isActive =
        chunk[0] != 0xFE && chunk[0] != 0xFF && chunk[0] != 0
        && !(chunk.count > 1 && chunk[1] == 0)
    }
    guard isActive == true else { return try next(chunk) }
    if held.isEmpty, Self.isClean(chunk) {
      if firstLine == nil { line += Self.lineFeeds(chunk) }
      return try next(chunk)
    }
    var input = held
    input.reserveCapacity(held.count + chunk.count)
    chunk.withUnsafeBufferPointer { input.append(contentsOf: $0) }
    held = []
    try next(repaired(input, isLast: false).span)
  }

  /// Passes on what was held back.
  package mutating func finish<Failure: Error>(
    _ next: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    guard !held.isEmpty else { return }
    let input = held
    held = []
    try next(repaired(input, isLast: true).span)
  }

  private mutating func repaired(_ input: [UInt8], isLast: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + Self.longestReference)
    var index = 0
    while index < input.count {
      let byte = input[index]
      switch Self.judge(input[index...]) {
      case .fine:
        if byte == 0x0A { line += 1 }
        output.append(byte)
        index += 1
      case .forbidden(let length):
        count += 1
        firstLine = firstLine ?? line
        output += Self.replacement
        index += length
      case .unfinished:
        if isLast {
          output.append(byte)
          index += 1
        } else {
          held = Array(input[index...])
          return output
        }
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
      if text.hasPrefix("&#x") { UInt32(text.dropFirst(3), radix: 16) } else if text.hasPrefix("&#")
      { UInt32(text.dropFirst(2)) } else { 0x20 }
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
      // One pass without branches, which the compiler turns into vector instructions.
      var suspicious: UInt8 = 0
      for byte in bytes {
        let isControl: UInt8 = byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D ? 1 : 0
        let isLead: UInt8 = byte == 0xED || byte == 0xEF ? 1 : 0
        suspicious |= isControl | isLead
      }
      guard suspicious == 0 else { return false }
      return !bytes.indices.contains { index in
        bytes[index] == UInt8(ascii: "&")
          && (index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "#"))
      }
    }
  }

  private static func lineFeeds(_ chunk: Span<UInt8>) -> Int {
    chunk.withUnsafeBufferPointer { bytes in bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
  }
}
