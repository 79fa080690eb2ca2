/// Says where and why a text is not strict JSON (RFC 8259).
///
/// simdjson is fast at refusing a document, but does not say where; this reads the text again and
/// does. It keeps one value for each open array or object, with its keys if they are compared, and
/// builds nothing.
package enum JSONSyntaxCheck {
  /// The first error; `nil` if the text is JSON.
  ///
  /// - Parameter refusesDuplicateKeys: Whether a key that an object has twice is an error too. RFC
  ///   8259 §4 leaves open which of the two counts. Keys are compared by their characters, however
  ///   they are written.
  package static func firstError(
    in bytes: Span<UInt8>, refusesDuplicateKeys: Bool = false
  ) -> JSONSyntaxError? {
    var reader = JSONEventReader(
      of: bytes, dialect: .strict, maximumDepth: JSONDocument.maximumDepth)
    /// The line of each key so far, for each open object.
    var keyLines: [[String: Int]] = []
    do throws(JSONSyntaxError) {
      while true {
        switch try reader.next(in: bytes) {
        case .beginObject: keyLines.append([:])
        case .endObject: keyLines.removeLast()
        case .key(let token) where refusesDuplicateKeys:
          let key = try JSONTokenizer.decode(token, in: bytes)
          let line = token.position.line
          if let first = keyLines[keyLines.count - 1].updateValue(line, forKey: key) {
            throw JSONSyntaxError(.duplicateKey(key, firstLine: first), at: token.position)
          }
        case .end: return nil
        default: continue
        }
      }
    } catch {
      return error
    }
  }
}
