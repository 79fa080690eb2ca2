import JSONDocument
import VerdictModel

extension PolicyObject {
  /// The root of a file that stands beside a policy, with a list of problems of its own.
  ///
  /// - Parameter bytes: JSON, with comments and trailing commas allowed.
  /// - Throws: What keeps the root from being read: a text that is no JSON, or no object.
  static func document(
    _ bytes: [UInt8], key: String, what: String, keys: [String]
  ) throws(PolicyErrors) -> PolicyObject {
    let json = try PositionedJSON.policy(bytes)
    let problems = PolicyProblems()
    guard
      let object = PolicyObject(json, key: key, what: what, keys: keys, problems: problems)
    else {
      throw PolicyErrors([PolicyError(.wrongType(key: key, expected: "an object"), at: json.place)])
    }
    return object
  }

  /// The elements of the list that is all of a file of version 1; it may be empty.
  func version1List(_ kind: String) -> [PositionedJSON] {
    if let version = required("version") {
      guard case .number("1") = version.value else {
        report(.contradiction("this verdict reads version 1 of \(kind)"), at: version.place)
        return []
      }
    }
    guard let json = required(kind) else { return [] }
    guard case .array(let elements) = json.value else {
      report(.wrongType(key: kind, expected: "a list of \(kind)"), at: json.place)
      return []
    }
    return elements
  }

  /// Text that must be there and say something.
  func requiredText(_ key: String) -> String? {
    guard let json = required(key) else { return nil }
    guard let text = json.text, text.contains(where: { !$0.isWhitespace }) else {
      report(.wrongType(key: key, expected: "text that is not empty"), at: json.place)
      return nil
    }
    return text
  }

  /// Text that says something if it is there.
  func optionalText(_ key: String) -> String? {
    has(key) ? requiredText(key) : nil
  }
}
