/// Says where and why a text is not strict JSON (RFC 8259).
///
/// simdjson is fast at refusing a document, but does not say where; this reads the text again and
/// does. It keeps one value for each open array or object and builds nothing.
package enum JSONSyntaxCheck {
  /// The first error; `nil` if the text is JSON.
  package static func firstError(in bytes: Span<UInt8>) -> JSONSyntaxError? {
    var reader = JSONEventReader(
      of: bytes, dialect: .strict, maximumDepth: JSONDocument.maximumDepth)
    do throws(JSONSyntaxError) {
      while true {
        if case .end = try reader.next(in: bytes) { return nil }
      }
    } catch {
      return error
    }
  }
}
