package import VerdictModel

/// Why a baseline, or the evidence of a job, cannot be loaded or saved: a place and a kind. The words are in
/// `BaselineProblem.description`.
package struct BaselineError: Error, Hashable, Sendable {
  /// What is wrong with it.
  package var problem: BaselineProblem
  /// Where in the file; `nil` where no place can be named.
  package var position: SourcePosition?

  package init(_ problem: BaselineProblem, at position: SourcePosition? = nil) {
    self.problem = problem
    self.position = position
  }
}

/// Everything that can be wrong with what is stored.
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
  case unknownSchema(found: String?, expected: VersionedFormat)
  case newerFormat(found: Int, expected: VersionedFormat)
  /// A value that no such file has. `key` is the path to it, such as
  /// `reports.unit.tests[3].outcome`; empty where it is not known.
  case corrupted(key: String, words: String)
  /// A store that keeps entries with commits was given none.
  case noCommit
  /// No entry is among the commits that there are, and a shallow clone does not have all.
  case cutHistory(commits: Int)
  /// Something is wrong with the entry of a commit.
  case inEntry(of: String, words: String)
  /// A store that nobody else can reach.
  case notShared
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
    case .unknownSchema(let found, let expected):
      (found.map { "has the schema '\($0)'" } ?? "has no schema")
        + ", expected \(expected.schemas)"
    case .newerFormat(let found, let expected):
      "was written by a newer verdict (format \(found)), this one reads formats up "
        + "to \(expected.version): update verdict or \(expected.remedy)"
    case .corrupted(let key, let words): key.isEmpty ? words : "\(key): \(words)"
    case .noCommit: "has a place for commits only, and there is none"
    case .cutHistory(let commits):
      "none of the \(commits) commits of this shallow clone has an entry: fetch more of the history "
        + "with 'git fetch --unshallow' or a larger '--depth'"
    case .inEntry(let commit, let words): "entry of \(commit.prefix(8)): \(words)"
    case .notShared:
      "is a file, which is shared as files are: only notes in git are pushed and pulled"
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
