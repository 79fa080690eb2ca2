import JSONDocument

/// An object of a file that a program wrote and that anybody may have edited since.
struct RecordedObject {
  private let value: PositionedJSON
  private let members: [String: PositionedJSON]
  /// As the user named it.
  private let file: String

  init(_ value: PositionedJSON, of file: String) throws(NoDecision) {
    guard case .object(let members) = value.value else {
      throw Self.refusal(value, of: file, "expected an object")
    }
    self.value = value
    self.file = file
    self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  func text(_ key: String) throws(NoDecision) -> String {
    guard let member = members[key] else { throw missing(key) }
    guard case .string(let text) = member.value else { throw refusal(key, "is no text") }
    return text
  }

  func optionalText(_ key: String) throws(NoDecision) -> String? {
    has(key) ? try text(key) : nil
  }

  /// The texts of a list; none if it is not there.
  func texts(_ key: String) throws(NoDecision) -> [String] {
    try elements(key).map { element throws(NoDecision) in
      guard case .string(let text) = element.value else {
        throw Self.refusal(element, of: file, "expected a text")
      }
      return text
    }
  }

  func object(_ key: String) throws(NoDecision) -> RecordedObject {
    guard let member = members[key] else { throw missing(key) }
    return try RecordedObject(member, of: file)
  }

  func objects(_ key: String) throws(NoDecision) -> [RecordedObject] {
    guard has(key) else { throw missing(key) }
    return try elements(key).map { element throws(NoDecision) in
      try RecordedObject(element, of: file)
    }
  }

  private func elements(_ key: String) throws(NoDecision) -> [PositionedJSON] {
    guard let member = members[key] else { return [] }
    guard case .array(let elements) = member.value else { throw refusal(key, "is no list") }
    return elements
  }

  private func missing(_ key: String) -> NoDecision {
    refusal(key, "is missing, expected what verdict check --output json writes")
  }

  /// - Parameter words: What is wrong with the key's value: `is missing`.
  func refusal(_ key: String, _ words: String) -> NoDecision {
    Self.refusal(members[key] ?? value, of: file, "'\(key)' \(words)")
  }

  private static func refusal(
    _ value: PositionedJSON, of file: String, _ words: String
  ) -> NoDecision {
    NoDecision(file, "\(value.position.line):\(value.position.column): \(words)")
  }
}
