import JSONDocument

extension PositionedJSON {
  /// JSON in one line, as policies are written by hand: `{ "metric": "findings", "max": 0 }`.
  ///
  /// - Parameter sortingLists: Whether texts that differ in the order of lists and keys only are to
  ///   be the same, and a text is the same as the list of it.
  func text(sortingLists: Bool = false) -> String {
    switch value {
    case .null: return "null"
    case .bool(let value): return String(value)
    case .number(let digits): return digits
    case .string(let text): return text.quoted
    case .array(let elements) where sortingLists && elements.count == 1:
      return elements[0].text(sortingLists: true)
    case .array(let elements):
      let texts = elements.map { $0.text(sortingLists: sortingLists) }
      return "[" + (sortingLists ? texts.sorted() : texts).joined(separator: ", ") + "]"
    case .object(let members):
      let texts = members.map { "\($0.key.quoted): \($0.value.text(sortingLists: sortingLists))" }
      return members.isEmpty
        ? "{}" : "{ " + (sortingLists ? texts.sorted() : texts).joined(separator: ", ") + " }"
    }
  }
}

extension String {
  /// A JSON string (RFC 8259 §7).
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
