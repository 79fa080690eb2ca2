import JSONDocument
import VerdictModel

/// One JSON object of a policy while it is read: refuses keys it does not know, and gives the
/// others with their types checked.
struct PolicyObject {
  /// What the object is, for messages: `the policy`, `a rule`.
  let what: String
  let position: SourcePosition
  private let members: [PositionedJSON.Member]

  /// - Parameters:
  ///   - json: The value that must be an object.
  ///   - key: The key that holds it, for the message if it is none.
  ///   - keys: All keys that it may have.
  init(_ json: PositionedJSON, key: String, what: String, keys: [String]) throws(PolicyError) {
    guard case .object(let members) = json.value else {
      throw PolicyError(.wrongType(key: key, expected: "an object"), at: json.place)
    }
    for member in members where !keys.contains(member.key) {
      throw PolicyError(
        .unknownKey(member.key, in: what, suggestion: nearest(to: member.key, among: keys)),
        at: member.place)
    }
    self.what = what
    self.members = members
    position = json.place
  }

  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  func member(_ key: String) -> PositionedJSON? { members.first { $0.key == key }?.value }

  /// Where a key stands; the object itself if it is not there.
  func place(of key: String) -> SourcePosition {
    members.first { $0.key == key }?.place ?? position
  }

  /// Where the value of a key stands; the object itself if it is not there.
  func placeOfValue(of key: String) -> SourcePosition {
    member(key)?.place ?? position
  }

  func required(_ key: String) throws(PolicyError) -> PositionedJSON {
    guard let value = member(key) else {
      throw PolicyError(.missingKey(key, in: what), at: position)
    }
    return value
  }

  func string(_ key: String) throws(PolicyError) -> String? {
    guard let json = member(key) else { return nil }
    guard let text = json.text else {
      throw PolicyError(.wrongType(key: key, expected: "text"), at: json.place)
    }
    return text
  }

  func boolean(_ key: String) throws(PolicyError) -> Bool? {
    guard let json = member(key) else { return nil }
    guard case .bool(let value) = json.value else {
      throw PolicyError(.wrongType(key: key, expected: "true or false"), at: json.place)
    }
    return value
  }

  /// A whole number from 1 up.
  func count(_ key: String) throws(PolicyError) -> Int? {
    guard let json = member(key) else { return nil }
    guard case .number(let digits) = json.value, let value = Int(digits), value >= 1 else {
      throw PolicyError(.wrongType(key: key, expected: "a whole number from 1 up"), at: json.place)
    }
    return value
  }

  /// How long something may take or last, such as `7d`.
  func age(_ key: String) throws(PolicyError) -> Age? {
    guard let text = try string(key) else { return nil }
    guard let age = Age(text), age.seconds > 0 else {
      throw PolicyError(
        .wrongType(key: key, expected: "a time such as \"12h\" or \"7d\""),
        at: placeOfValue(of: key))
    }
    return age
  }

  /// A day, such as `2026-01-31`.
  func day(_ key: String) throws(PolicyError) -> Day? {
    guard let text = try string(key) else { return nil }
    guard let day = Day(text) else {
      throw PolicyError(
        .wrongType(key: key, expected: "a day such as \"2026-01-31\""),
        at: placeOfValue(of: key))
    }
    return day
  }

  /// Text, or a list of texts; each with its place. Not empty if the key is there.
  func strings(_ key: String) throws(PolicyError) -> [PlacedText] {
    guard let json = member(key) else { return [] }
    return try Self.strings(json, key: key)
  }

  static func strings(_ json: PositionedJSON, key: String) throws(PolicyError) -> [PlacedText] {
    if let text = json.text { return [PlacedText(text: text, place: json.place)] }
    guard case .array(let elements) = json.value else {
      throw PolicyError(.wrongType(key: key, expected: "text or a list of texts"), at: json.place)
    }
    guard !elements.isEmpty else { throw PolicyError(.emptyList(key), at: json.place) }
    var texts: [PlacedText] = []
    for element in elements {
      guard let text = element.text else {
        throw PolicyError(.wrongType(key: key, expected: "a list of texts"), at: element.place)
      }
      texts.append(PlacedText(text: text, place: element.place))
    }
    return texts
  }

  func globs(_ key: String) throws(PolicyError) -> [Glob] {
    try Self.globs(strings(key))
  }

  static func globs(_ texts: [PlacedText]) throws(PolicyError) -> [Glob] {
    var globs: [Glob] = []
    for text in texts {
      guard let glob = Glob(text.text) else {
        throw PolicyError(.malformedGlob(text.text), at: text.place)
      }
      globs.append(glob)
    }
    return globs
  }

  /// The members of an object whose keys are names chosen by the author; none if it is not there.
  func names(_ key: String) throws(PolicyError) -> [PositionedJSON.Member] {
    guard let json = member(key) else { return [] }
    guard case .object(let members) = json.value else {
      throw PolicyError(.wrongType(key: key, expected: "an object of names"), at: json.place)
    }
    return members
  }
}

/// Text with the place where it stands.
struct PlacedText {
  var text: String
  var place: SourcePosition
}

extension PositionedJSON {
  var place: SourcePosition { SourcePosition(line: position.line, column: position.column) }

  /// The text of a string value.
  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }
}

extension PositionedJSON.Member {
  var place: SourcePosition {
    SourcePosition(line: keyPosition.line, column: keyPosition.column)
  }
}
