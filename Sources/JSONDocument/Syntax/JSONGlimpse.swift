/// What the beginning of a JSON text shows, to recognise what kind of text it is.
package struct JSONGlimpse {
  /// How deep it looks.
  private static let maximumDepth = 4

  /// Strings by path; other values have none.
  private var texts: [String: String?] = [:]

  /// Looks at the beginning of a text, up to where it is cut, or is no JSON.
  package init(_ prefix: Span<UInt8>) {
    var reader = JSONEventReader(
      of: prefix, dialect: .strict, maximumDepth: JSONDocument.maximumDepth)
    var path: [String] = []
    var key: String?
    while let event = try? reader.next(in: prefix) {
      switch event {
      case .beginObject, .beginArray:
        let mark = if case .beginArray = event { "[]" } else { "" }
        path.append((key ?? "") + mark)
        key = nil
        note(path, "", nil)
      case .endObject, .endArray:
        path.removeLast()
      case .key(let token):
        key = try? JSONTokenizer.decode(token, in: prefix)
      case .scalar(let token):
        let isString = token.kind == .string
        note(path, key ?? "", isString ? try? JSONTokenizer.decode(token, in: prefix) : nil)
        key = nil
      case .end: return
      }
    }
  }

  /// Whether a value is there; see `text(at:)`.
  package func shows(_ path: String) -> Bool { texts.keys.contains(path) }

  /// The string at a path such as `runs[].tool.driver.name`, the first one in a list; `nil` if
  /// there is something else or nothing.
  package func text(at path: String) -> String? { texts[path] ?? nil }

  private mutating func note(_ path: [String], _ key: String, _ text: String?) {
    guard path.count <= Self.maximumDepth else { return }
    let parts = path.dropFirst() + (key.isEmpty ? [] : [key])
    let name = parts.joined(separator: ".").replacing("[].", with: "[]")
    if texts[name] == nil { texts[name] = .some(text) }
  }
}
