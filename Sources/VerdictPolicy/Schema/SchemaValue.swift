/// A piece of a JSON Schema, its keys in the order in which they are printed.
indirect enum SchemaValue: Sendable, Hashable {
  case object([Member])
  case array([SchemaValue])
  case text(String)
  case number(Int)
  case bool(Bool)

  struct Member: Sendable, Hashable {
    var key: String
    var value: SchemaValue
  }

  /// The value of a key; `nil` if this is no object or has no such key.
  subscript(key: String) -> SchemaValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The keys of an object, in order; none of anything else.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// This object with another key at its end.
  func with(_ key: String, _ value: SchemaValue) -> SchemaValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key: key, value: value)])
  }

  /// JSON, indented by two spaces; lists of plain values stay on their line.
  func json(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map { "\(inner)\(Self.quoted($0.key)): \($0.value.json(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let elements) where elements.allSatisfy(\.isPlain):
      return "[" + elements.map { $0.json() }.joined(separator: ", ") + "]"
    case .array(let elements):
      let lines = elements.map { inner + $0.json(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .bool(let value): return String(value)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .number, .bool: true
    case .object, .array: false
    }
  }

  /// Schemas are made of the program's own words, which have no control characters.
  private static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(escaped) + "\""
  }
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: SchemaValue...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, SchemaValue)...) {
    self = .object(members.map { Member(key: $0.0, value: $0.1) })
  }
}
