extension JSONTokenizer {
  /// Reads a string from quote to quote and checks all of it; the token's range leaves out the
  /// quotes.
  mutating func string(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONToken {
    let start = offset
    offset += 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        return JSONToken(
          kind: .string, range: start + 1..<offset, position: position(of: start))
      case UInt8(ascii: "\\"):
        _ = try escape(in: bytes, stringStart: start)
      case ..<0x20:
        throw JSONSyntaxError(.controlCharacter(bytes[offset]), at: position(of: offset))
      case ..<0x80:
        offset += 1
      default:
        guard let length = utf8SequenceLength(at: offset, in: bytes) else {
          throw JSONSyntaxError(.invalidUTF8, at: position(of: offset))
        }
        offset += length
      }
    }
    throw JSONSyntaxError(.unterminatedString, at: position(of: start))
  }

  /// The text of a string that `string(in:)` accepted, with its escapes resolved.
  static func decode(_ token: JSONToken, in bytes: Span<UInt8>) throws(JSONSyntaxError) -> String {
    var tokenizer = JSONTokenizer(at: token.range.lowerBound)
    var text: [UInt8] = []
    text.reserveCapacity(token.range.count)
    while tokenizer.offset < token.range.upperBound {
      if bytes[tokenizer.offset] == UInt8(ascii: "\\") {
        let scalar = try tokenizer.escape(in: bytes, stringStart: token.range.lowerBound)
        text.append(contentsOf: Array(String(scalar).utf8))
      } else {
        text.append(bytes[tokenizer.offset])
        tokenizer.offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads one escape (RFC 8259 §7), or two that make up a surrogate pair.
  private mutating func escape(
    in bytes: Span<UInt8>, stringStart: Int
  ) throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    guard start + 1 < bytes.count else {
      throw JSONSyntaxError(.unterminatedString, at: position(of: stringStart))
    }
    offset += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      throw JSONSyntaxError(
        .unexpected(
          found: "'\\" + quote(start + 1..<start + 2, in: bytes).filter { $0 != "'" } + "'",
          expected: "an escape such as \\n or \\u0020"),
        at: position(of: start))
    }
    let unit = try fourHexDigits(in: bytes, stringStart: stringStart)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let isHigh = unit < 0xDC00
    guard isHigh, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw JSONSyntaxError(.loneSurrogate(unit), at: position(of: start)) }
    offset += 2
    let low = try fourHexDigits(in: bytes, stringStart: stringStart)
    guard 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    else { throw JSONSyntaxError(.loneSurrogate(unit), at: position(of: start)) }
    return scalar
  }

  private mutating func fourHexDigits(
    in bytes: Span<UInt8>, stringStart: Int
  ) throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else {
        throw JSONSyntaxError(.unterminatedString, at: position(of: stringStart))
      }
      guard let digit = bytes[offset].hexDigitValue else {
        throw JSONSyntaxError(
          .unexpected(
            found: quote(offset..<offset + 1, in: bytes), expected: "four hexadecimal digits"),
          at: position(of: offset))
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }
}

extension UInt8 {
  /// 0 … 15; `nil` for anything but a hexadecimal digit.
  package var hexDigitValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
