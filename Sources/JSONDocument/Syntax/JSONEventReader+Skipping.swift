internal import CSIMDJSON

extension JSONEventReader {
  /// Finds the next value of the innermost open array or object, and passes over it unread.
  ///
  /// - Parameter bytes: A text with `JSONText.padding` more bytes behind it.
  /// - Returns: Where the value stands, with its key in an object; `nil` if the array or object ends.
  mutating func skipNext(
    in bytes: Span<UInt8>
  ) throws(JSONSyntaxError) -> (key: JSONToken?, value: Range<Int>)? {
    var key: JSONToken?
    while true {
      try tokenizer.skipBlanks(in: bytes)
      let start = tokenizer.offset
      if expectsValue, start < bytes.count, !bytes[start].isASCIIPunctuationOfJSON {
        let end = bytes.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map {
            csimdjson_end_of_value($0, bytes.count - JSONText.padding, start)
          }
        }
        return (key, passValue(to: end ?? bytes.count))
      }
      switch try step(over: try tokenizer.next(in: bytes), in: bytes) {
      case .key(let token): key = token
      case .endArray, .endObject, .end: return nil
      case .beginArray, .beginObject, .scalar, nil: continue
      }
    }
  }
}

extension UInt8 {
  /// A byte that stands between values, and begins none.
  fileprivate var isASCIIPunctuationOfJSON: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    default: false
    }
  }
}
