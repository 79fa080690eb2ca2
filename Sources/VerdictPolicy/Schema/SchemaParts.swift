import VerdictModel

/// What the schemas of policies and waivers are made of.
extension SchemaValue {
  /// The head of a document.
  static func document(title: String) -> SchemaValue {
    ["$schema": "https://json-schema.org/draft/2020-12/schema", "title": .text(title)]
  }

  /// An object with exactly the keys that a reader knows.
  ///
  /// - Parameters:
  ///   - table: Where the words for the keys stand in `SchemaWords`.
  ///   - keys: The reader's list.
  ///   - values: What each key may hold. A key without an entry may hold anything, and a test
  ///     refuses that.
  ///   - extending: Whether `null` takes a key out of what a policy extends. Whether there is
  ///     something to take out is more than a schema sees.
  static func record(
    _ table: String, keys: [String], required: [String] = [], _ values: [String: SchemaValue],
    extending: Bool = false
  ) -> SchemaValue {
    let properties = keys.map { key in
      let isRemovable = extending && !required.contains(key)
      let value = isRemovable ? values[key]?.orNull ?? [:] : values[key] ?? [:]
      let words = SchemaWords.describe(key, in: table)
      return Member(key: key, value: words.map { value.with("description", .text($0)) } ?? value)
    }
    let object: SchemaValue = [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
    ]
    return required.isEmpty ? object : object.with("required", .words(required))
  }

  /// The same, or `null`.
  var orNull: SchemaValue {
    guard case .object(let members) = self, let type = self["type"] else {
      return ["anyOf": [self, ["type": "null"]]]
    }
    let types: [SchemaValue] = if case .array(let types) = type { types } else { [type] }
    return .object(
      members.map { $0.key == "type" ? Member(key: "type", value: .array(types + ["null"])) : $0 })
  }

  /// An object whose keys are names chosen by the author.
  static func named(_ value: SchemaValue) -> SchemaValue {
    ["type": "object", "additionalProperties": value]
  }

  static func words(_ words: [String]) -> SchemaValue { .array(words.map { .text($0) }) }

  static func oneOf(_ words: [String]) -> SchemaValue { ["enum": .words(words)] }

  static func matching(_ pattern: String) -> SchemaValue {
    ["type": "string", "pattern": .text(pattern)]
  }

  static let string: SchemaValue = ["type": "string"]
  static let boolean: SchemaValue = ["type": "boolean"]
  static let count: SchemaValue = ["type": "integer", "minimum": 1]
  static let version: SchemaValue = ["const": 1]
  static let day = matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  /// Text that says something.
  static let sentence = matching(#"\S"#)

  /// Text, or a list of texts that is not empty.
  static let strings: SchemaValue = [
    "anyOf": [
      ["type": "string"],
      ["type": "array", "items": ["type": "string"], "minItems": 1],
    ]
  ]

  static let action = oneOf(Action.allCases.map(\.name))
  /// The same action at every stage, or one for a stage and those after it.
  static let actions: SchemaValue = ["anyOf": [action, named(action)]]
}
