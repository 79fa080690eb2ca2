/// What the beginning of a JSON text shows, to recognise what kind of text it is.
package struct JSONGlimpse {
  /// How many arrays and objects deep it looks.
  private static let maximumDepth = 4

  /// Strings by path; other values have none.
  private var texts: [String: String?] = [:]

  /// Looks at the beginning of a text, up to where it is cut, or is no JSON.
  package init(_ prefix: Span<UInt8>) {
    var reader = JSONEventReader(
      of: prefix, dialect: .strict, maximumDepth: JSONDocument.maximumDepth)
    var open: [String] = []
    var path = ""
    while let event = try? reader.next(in: prefix) {
      let isShown = open.count <= Self.maximumDepth
      switch event {
      case .key(let token):
        guard isShown else { continue }
        let key = (try? JSONTokenizer.decode(token, in: prefix)) ?? ""
        path = open.last.map { $0.isEmpty ? key : $0 + "." + key } ?? key
        continue
      case .scalar(let token):
        guard isShown else { continue }
        let isString = token.kind == .string
        note(path, isString ? try? JSONTokenizer.decode(token, in: prefix) : nil)
      case .beginObject, .beginArray:
        if isShown {
          if case .beginArray = event { path += "[]" }
          note(path, nil)
        }
        open.append(path)
      case .endObject, .endArray:
        open.removeLast()
      case .end:
        return
      }
      path = open.last ?? ""
    }
  }

  /// Whether a value is there; see `text(at:)`.
  package func shows(_ path: String) -> Bool { texts.keys.contains(path) }

  /// Whether a value with this key is there in any of an object's members, whatever these are
  /// called.
  package func shows(_ key: String, inMembersOf path: String) -> Bool {
    let start = path + "."
    return texts.keys.contains {
      $0.hasPrefix(start) && $0.dropFirst(start.count).hasSuffix("." + key)
    }
  }

  /// The string at a path such as `runs[].tool.driver.name`, the first one in a list; `nil` if
  /// there is something else or nothing.
  package func text(at path: String) -> String? { texts[path] ?? nil }

  private mutating func note(_ path: String, _ text: String?) {
    guard texts[path] == nil else { return }
    texts[path] = .some(text)
  }
}
