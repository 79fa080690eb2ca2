package import VerdictModel

/// Why a baseline cannot be loaded or saved: a place and a kind. The words are in
/// `BaselineProblem.description`.
package struct BaselineError: Error, Hashable, Sendable {
  /// What is wrong with the baseline.
  package var problem: BaselineProblem
  /// Where in the file; `nil` where no place can be named.
  package var position: SourcePosition?

  package init(_ problem: BaselineProblem, at position: SourcePosition? = nil) {
    self.problem = problem
    self.position = position
  }
}

/// Everything that can be wrong with a baseline.
package enum BaselineProblem: Error, Hashable, Sendable {
  /// No store has the name before the colon.
  case unknownStore(String, suggestion: String?, known: [String])
  /// The text has no name and colon, or nothing after it.
  case malformedReference(found: String, expected: String)
  /// The storage refused; its words.
  case unreadable(String)
  /// The storage refused; its words.
  case unwritable(String)
  /// Not JSON; what stood there and what was expected.
  case malformedJSON(String)
  /// JSON of something else. `found` is its schema, if it names one.
  case unknownSchema(found: String?)
  case newerFormat(found: Int)
  /// A value that no baseline has. `key` is the path to it, such as
  /// `reports.unit.tests[3].outcome`; empty where it is not known.
  case corrupted(key: String, words: String)
  /// A value that no JSON file can hold.
  case notEncodable(String)
}

extension BaselineProblem: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    switch self {
    case .unknownStore(let name, let suggestion, let known):
      "unknown baseline store '\(name)'" + hint(suggestion, known: known)
    case .malformedReference(let found, let expected):
      "'\(found)' is no baseline store, expected \(expected)"
    case .unreadable(let words): words
    case .unwritable(let words): "cannot be written: \(words)"
    case .malformedJSON(let words): "not valid JSON: \(words)"
    case .unknownSchema(let found):
      (found.map { "has the schema '\($0)'" } ?? "has no schema")
        + ", expected '\(BaselineFormat.schema)'"
    case .newerFormat(let found):
      "was written by a newer verdict (format \(found)), this one reads format "
        + "\(BaselineFormat.version): update verdict or save the baseline again"
    case .corrupted(let key, let words): key.isEmpty ? words : "\(key): \(words)"
    case .notEncodable(let words): "cannot be put into words: \(words)"
    }
  }
}

extension BaselineError: CustomStringConvertible {
  /// `line:column: words`, without the name of the baseline, which only the caller knows.
  package var description: String {
    let place = [position.map { String($0.line) }, position?.column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + problem.description
  }
}
