import CSIMDJSON

/// Steps through arrays and objects by hand, passing over values without reading them. All of it
/// needs `JSONText.padding` more bytes behind the text, and positions are not right afterwards.
extension JSONEventReader {
  /// Enters the array or object that begins here; `nil`, and nothing has happened, if there is
  /// something else.
  mutating func open(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> Container? {
    try tokenizer.skipBlanks(in: bytes)
    guard tokenizer.offset < bytes.count else { return nil }
    let container: Container
    switch bytes[tokenizer.offset] {
    case UInt8(ascii: "["): container = .array
    case UInt8(ascii: "{"): container = .object
    default: return nil
    }
    _ = try next(in: bytes)
    return container
  }

  /// Goes to the next element of the innermost array; `false` behind the last one.
  mutating func findElement(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> Bool {
    while true {
      try tokenizer.skipBlanks(in: bytes)
      if standsAtValue(in: bytes) { return true }
      if case .endArray = try step(over: try tokenizer.next(in: bytes), in: bytes) { return false }
    }
  }

  /// Goes to the next value of the innermost object; `nil` behind the last one.
  ///
  /// - Returns: The value's key.
  mutating func findMember(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> String? {
    var key = ""
    while true {
      try tokenizer.skipBlanks(in: bytes)
      if standsAtValue(in: bytes) { return key }
      switch try step(over: try tokenizer.next(in: bytes), in: bytes) {
      case .key(let token): key = try JSONTokenizer.decode(token, in: bytes)
      case .endObject: return nil
      default: continue
      }
    }
  }

  /// Passes over the value that begins here.
  ///
  /// - Returns: Where it stands, as far as quotes and brackets tell.
  mutating func skip(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> Range<Int> {
    try tokenizer.skipBlanks(in: bytes)
    let start = tokenizer.offset
    let end = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        csimdjson_end_of_value($0, bytes.count - JSONText.padding, start)
      }
    }
    return passValue(to: end ?? start)
  }

  /// Throws if something stands behind the outermost value.
  mutating func checkEnd(in bytes: Span<UInt8>) throws(JSONSyntaxError) {
    _ = try next(in: bytes)
  }

  /// Whether a value is expected, and begins here.
  private func standsAtValue(in bytes: Span<UInt8>) -> Bool {
    guard expectsValue, tokenizer.offset < bytes.count else { return false }
    switch bytes[tokenizer.offset] {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"): return false
    default: return true
    }
  }
}
