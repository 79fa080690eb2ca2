import JSONDocument

/// Messages (SARIF 2.1.0 §3.11).
enum SARIFMessage {
  /// The texts of a `messageStrings` object (§3.12) by their ids.
  static func strings(_ value: JSONValue?) -> [String: String] {
    var strings: [String: String] = [:]
    for (key, value) in value?.members ?? .empty {
      guard let id = key.string, strings[id] == nil else { continue }
      strings[id] = value["text"]?.string ?? value["markdown"]?.string
    }
    return strings
  }

  /// The text of a message with its arguments filled in; empty if there is none.
  ///
  /// - Parameter lookup: Finds a message string by its id.
  static func text(of message: JSONValue?, lookup: (String) -> String?) -> String {
    guard let message else { return "" }
    let arguments = message["arguments"]
    if let text = message["text"]?.string ?? message["markdown"]?.string ?? message.string {
      // Many tools write braces into plain texts and do not double them, so a text without
      // arguments is left as it is.
      return arguments?.kind == .array ? fill(text, arguments) : text
    }
    guard let id = message["id"]?.string else { return "" }
    return lookup(id).map { fill($0, arguments) } ?? id
  }

  /// The most bytes of a message that was put together: a small log could otherwise describe
  /// messages that fill the memory.
  private static let maximumLength = 8192

  /// Replaces `{0}` by the first argument and so on, `{{` by `{` and `}}` by `}` (§3.11.5). A
  /// placeholder without argument stays.
  private static func fill(_ text: String, _ value: JSONValue?) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      return text
    }
    let arguments = (value?.elements ?? .empty).map { $0.string ?? "" }
    var filled = ""
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard filled.utf8.count <= maximumLength else { break }
      filled += rest[..<brace]
      rest = rest[brace...]
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        filled.append(rest[brace])
        rest = rest.dropFirst(2)
      } else if rest[brace] == "{", rest[digits.endIndex...].hasPrefix("}"),
        let index = Int(digits),
        arguments.indices.contains(index)
      {
        filled += arguments[index]
        rest = rest[digits.endIndex...].dropFirst()
      } else {
        filled.append(rest.removeFirst())
      }
    }
    filled += rest
    guard filled.utf8.count > maximumLength else { return filled }
    return filled[..<filled.utf8.index(filled.startIndex, offsetBy: maximumLength - 3)] + "…"
  }
}
