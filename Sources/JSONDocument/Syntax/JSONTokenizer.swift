/// Cuts a JSON text into tokens, checking each one, and knows where it stands.
///
/// The text is handed in with every call, so that nothing holds on to it.
struct JSONTokenizer {
  private let dialect: JSONDialect
  var offset: Int
  private var line = 1
  private var lineStart: Int

  /// The most of an unknown word that an error quotes: enough to find it, too little to give away
  /// what a file holds that is no JSON.
  private static let quotedLength = 16

  /// Begins at the start of the text, after a byte order mark.
  init(of bytes: Span<UInt8>, dialect: JSONDialect) {
    self.dialect = dialect
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    offset = hasMark ? 3 : 0
    lineStart = offset
  }

  /// Begins in the middle of a text whose tokens were already checked.
  init(at offset: Int) {
    dialect = .strict
    self.offset = offset
    lineStart = 0
  }

  func position(of offset: Int) -> JSONPosition {
    JSONPosition(line: line, column: offset - lineStart + 1)
  }

  /// The next token; `.endOfFile` for ever at the end.
  mutating func next(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONToken {
    try skipBlanks(in: bytes)
    guard offset < bytes.count else { return token(.endOfFile, length: 0) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return token(.beginObject, length: 1)
    case UInt8(ascii: "}"): return token(.endObject, length: 1)
    case UInt8(ascii: "["): return token(.beginArray, length: 1)
    case UInt8(ascii: "]"): return token(.endArray, length: 1)
    case UInt8(ascii: ":"): return token(.colon, length: 1)
    case UInt8(ascii: ","): return token(.comma, length: 1)
    case UInt8(ascii: "\""): return try string(in: bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(in: bytes)
    default: return try word(in: bytes)
    }
  }

  /// What stands at an offset, as an error quotes it.
  func quote(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    guard let first = range.first else { return JSONSyntaxError.endOfFile }
    switch bytes[first] {
    case UInt8(ascii: "\""): return "a string"
    case UInt8(ascii: "'"): return "a single quote"
    case ..<0x20, 0x7F: return codePoint(UInt32(bytes[first]))
    default:
      return "'" + text(range.prefix(Self.quotedLength), in: bytes) + "'"
    }
  }

  private mutating func token(_ kind: JSONToken.Kind, length: Int) -> JSONToken {
    let start = offset
    offset += length
    return JSONToken(kind: kind, range: start..<offset, position: position(of: start))
  }
}

// MARK: - Blanks and comments

extension JSONTokenizer {
  /// Goes to the next token: past white space and, in the dialect that has them, comments.
  mutating func skipBlanks(in bytes: Span<UInt8>) throws(JSONSyntaxError) {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"):
        offset += 1
        line += 1
        lineStart = offset
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: "/") where dialect == .commented && offset + 1 < bytes.count:
        switch bytes[offset + 1] {
        case UInt8(ascii: "/"): try skipLineComment(in: bytes)
        case UInt8(ascii: "*"): try skipBlockComment(in: bytes)
        default: return
        }
      default: return
      }
    }
  }

  private mutating func skipLineComment(in bytes: Span<UInt8>) throws(JSONSyntaxError) {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      try skipCharacter(in: bytes)
    }
  }

  private mutating func skipBlockComment(in bytes: Span<UInt8>) throws(JSONSyntaxError) {
    let start = position(of: offset)
    offset += 2
    while offset + 1 < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
        offset += 2
        return
      }
      try skipCharacter(in: bytes)
    }
    throw JSONSyntaxError(.unterminatedComment, at: start)
  }

  private mutating func skipCharacter(in bytes: Span<UInt8>) throws(JSONSyntaxError) {
    if bytes[offset] == UInt8(ascii: "\n") {
      line += 1
      lineStart = offset + 1
    }
    guard bytes[offset] > 0x7F else {
      offset += 1
      return
    }
    guard let length = utf8SequenceLength(at: offset, in: bytes) else {
      throw JSONSyntaxError(.invalidUTF8, at: position(of: offset))
    }
    offset += length
  }
}

// MARK: - Numbers and words

extension JSONTokenizer {
  /// RFC 8259 §6: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private mutating func number(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONToken {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let whole = offset
    try skipDigits(in: bytes)
    if bytes[whole] == UInt8(ascii: "0"), offset > whole + 1 {
      throw JSONSyntaxError(
        .unexpected(
          found: quote(start..<offset, in: bytes), expected: "a number without leading zeros"),
        at: position(of: start))
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try skipDigits(in: bytes)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try skipDigits(in: bytes)
    }
    return JSONToken(kind: .number, range: start..<offset, position: position(of: start))
  }

  /// At least one digit.
  private mutating func skipDigits(in bytes: Span<UInt8>) throws(JSONSyntaxError) {
    let start = offset
    while offset < bytes.count, bytes[offset].isASCIIDigit { offset += 1 }
    guard offset == start else { return }
    throw JSONSyntaxError(
      .unexpected(found: quote(wordRange(in: bytes), in: bytes), expected: "a digit"),
      at: position(of: offset))
  }

  /// `true`, `false`, `null`, or something that is no JSON.
  private mutating func word(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONToken {
    if bytes[offset] > 0x7F, utf8SequenceLength(at: offset, in: bytes) == nil {
      throw JSONSyntaxError(.invalidUTF8, at: position(of: offset))
    }
    let range = wordRange(in: bytes)
    let kind: JSONToken.Kind =
      switch text(range.prefix(Self.quotedLength), in: bytes) {
      case "true": .true
      case "false": .false
      case "null": .null
      default: .unknown
      }
    return token(kind, length: range.count)
  }

  /// The letters and digits from here on, or one other character.
  private func wordRange(in bytes: Span<UInt8>) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end].isASCIIWordByte { end += 1 }
    if end == offset, end < bytes.count {
      end += bytes[end] > 0x7F ? utf8SequenceLength(at: end, in: bytes) ?? 1 : 1
    }
    return offset..<end
  }

  private func text(_ range: some Sequence<Int>, in bytes: Span<UInt8>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  fileprivate var isASCIIWordByte: Bool {
    isASCIIDigit || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
      || self == UInt8(ascii: "_")
  }
}
