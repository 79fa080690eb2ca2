import JSONDocument
import VerdictModel

/// One JSON object of a policy while it is read: gives the values of its keys with their types
/// checked.
///
/// A value that is not what it must be is reported to `problems` and read as if it were not there.
struct PolicyObject {
  /// What the object is, for messages: `the policy`, `a rule`.
  let what: String
  let position: SourcePosition
  let problems: PolicyProblems
  private let members: [PositionedJSON.Member]
  /// Keys that the author probably meant by those that there are not.
  private let misspelt: Set<String>

  /// Reports keys that the object may not have; `nil` for a value that is no object.
  ///
  /// - Parameters:
  ///   - json: The value that must be an object.
  ///   - key: The key that holds it, for the message if it is none.
  ///   - keys: All keys that it may have.
  init?(
    _ json: PositionedJSON, key: String, what: String, keys: [String], problems: PolicyProblems
  ) {
    guard case .object(let members) = json.value else {
      problems.report(.wrongType(key: key, expected: "an object"), at: json.place)
      return nil
    }
    var misspelt: Set<String> = []
    for member in members where !keys.contains(member.key) {
      let suggestion = problems.isFull ? nil : nearest(to: member.key, among: keys)
      problems.report(
        .unknownKey(member.key, in: what, suggestion: suggestion), at: member.place)
      if let suggestion { misspelt.insert(suggestion) }
    }
    self.what = what
    self.problems = problems
    self.members = members
    self.misspelt = misspelt
    position = json.place
  }

  func report(_ problem: @autoclosure () -> PolicyProblem, at place: SourcePosition) {
    problems.report(problem(), at: place)
  }

  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  /// Whether the author meant to give a key: it is there, or one that is nearly the same.
  func seemsToHave(_ key: String) -> Bool { has(key) || misspelt.contains(key) }

  func member(_ key: String) -> PositionedJSON? { members.first { $0.key == key }?.value }

  /// Where a key stands; the object itself if it is not there.
  func place(of key: String) -> SourcePosition {
    members.first { $0.key == key }?.place ?? position
  }

  /// Where the value of a key stands; the object itself if it is not there.
  func placeOfValue(of key: String) -> SourcePosition {
    member(key)?.place ?? position
  }

  /// The value of a key that must be there.
  func required(_ key: String) -> PositionedJSON? {
    if !seemsToHave(key) { report(.missingKey(key, in: what), at: position) }
    return member(key)
  }

  /// An object with keys of its own.
  func object(_ key: String, keys: [String]) -> PolicyObject? {
    member(key).flatMap {
      PolicyObject($0, key: key, what: key, keys: keys, problems: problems)
    }
  }

  func string(_ key: String) -> String? {
    guard let json = member(key) else { return nil }
    if json.text == nil { report(.wrongType(key: key, expected: "text"), at: json.place) }
    return json.text
  }

  func boolean(_ key: String) -> Bool? {
    guard let json = member(key) else { return nil }
    guard case .bool(let value) = json.value else {
      report(.wrongType(key: key, expected: "true or false"), at: json.place)
      return nil
    }
    return value
  }

  /// A whole number from 1 up.
  func count(_ key: String) -> Int? {
    guard let json = member(key) else { return nil }
    guard case .number(let digits) = json.value, let value = Int(digits), value >= 1 else {
      report(.wrongType(key: key, expected: "a whole number from 1 up"), at: json.place)
      return nil
    }
    return value
  }

  /// How long something may take or last, such as `7d`.
  func age(_ key: String) -> Age? {
    guard let text = string(key) else { return nil }
    guard let age = Age(text), age.seconds > 0 else {
      report(
        .wrongType(key: key, expected: "a time such as \"12h\" or \"7d\""),
        at: placeOfValue(of: key))
      return nil
    }
    return age
  }

  /// A day, such as `2026-01-31`.
  func day(_ key: String) -> Day? {
    guard let text = string(key) else { return nil }
    let day = Day(text)
    if day == nil {
      report(
        .wrongType(key: key, expected: "a day such as \"2026-01-31\""),
        at: placeOfValue(of: key))
    }
    return day
  }

  /// A time with its unit, above 0.
  func duration(_ key: String) -> Picoseconds? {
    guard let text = string(key) else { return nil }
    guard case .duration(let time)? = WrittenNumber(text)?.quantity, time.count > 0 else {
      report(.wrongType(key: key, expected: "a time such as \"1ns\""), at: placeOfValue(of: key))
      return nil
    }
    return time
  }

  /// Text, or a list of texts; each with its place. Not empty if the key is there.
  func strings(_ key: String) -> [PlacedText] {
    member(key).map { strings($0, key: key) } ?? []
  }

  /// The texts of a value that stands for `key`.
  func strings(_ json: PositionedJSON, key: String) -> [PlacedText] {
    if let text = json.text { return [PlacedText(text: text, place: json.place)] }
    guard case .array(let elements) = json.value else {
      report(.wrongType(key: key, expected: "text or a list of texts"), at: json.place)
      return []
    }
    if elements.isEmpty { report(.emptyList(key), at: json.place) }
    return elements.compactMap { element in
      guard let text = element.text else {
        report(.wrongType(key: key, expected: "a list of texts"), at: element.place)
        return nil
      }
      return PlacedText(text: text, place: element.place)
    }
  }

  func globs(_ key: String) -> [Glob] { globs(strings(key)) }

  func globs(_ texts: [PlacedText]) -> [Glob] {
    texts.compactMap { glob($0.text, at: $0.place) }
  }

  func glob(_ pattern: String, at place: SourcePosition) -> Glob? {
    let glob = Glob(pattern)
    if glob == nil { report(.malformedGlob(pattern), at: place) }
    return glob
  }

  /// Text that must be one of the names of a kind.
  ///
  /// - Parameter known: All names; `nil` where the part that declares them could not be read: then
  ///   any name is one.
  func name(_ key: String, of kind: String, among known: [String]?) -> String? {
    guard let text = string(key) else { return nil }
    let name = PlacedText(text: text, place: placeOfValue(of: key))
    return isKnown(name, kind, among: known) ? text : nil
  }

  /// Text or a list of texts that must be names of a kind, without those that are not.
  func names(_ key: String, of kind: String, among known: [String]?) -> [PlacedText] {
    strings(key).filter { isKnown($0, kind, among: known) }
  }

  /// Whether there is a name; reports it if not, with the nearest one that there is.
  func isKnown(_ name: PlacedText, _ kind: String, among known: [String]?) -> Bool {
    guard let known, !known.contains(name.text) else { return true }
    report(
      .unknownName(
        kind: kind, name.text, suggestion: nearest(to: name.text, among: known), known: known),
      at: name.place)
    return false
  }

  /// The members of an object whose keys are names that the author chose: none if it is not there,
  /// `nil` for a value that is no object.
  func declarations(_ key: String) -> [PositionedJSON.Member]? {
    guard let json = member(key) else { return [] }
    guard case .object(let members) = json.value else {
      report(.wrongType(key: key, expected: "an object of names"), at: json.place)
      return nil
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
  var place: SourcePosition {
    SourcePosition(line: position.line, column: position.column, file: file)
  }

  /// The text of a string value.
  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }
}

extension PositionedJSON.Member {
  var place: SourcePosition {
    SourcePosition(line: keyPosition.line, column: keyPosition.column, file: value.file)
  }
}
