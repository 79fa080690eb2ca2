package import VerdictModel

/// Why a policy is refused: everything that is wrong with it.
package struct PolicyErrors: Error, Hashable, Sendable {
  /// In the order of their places, at least one.
  package let errors: [PolicyError]
  /// How many more there are.
  package let omitted: Int

  init(_ errors: [PolicyError], omitted: Int = 0) {
    // The standard library's sort is stable: of one place, in the order in which they were found.
    self.errors = errors.sorted { $0.position < $1.position }
    self.omitted = omitted
  }
}

/// One thing that is wrong with a policy: a place and a kind. The words are in
/// `PolicyProblem.description`.
package struct PolicyError: Hashable, Sendable {
  /// What was found and what was expected, without the place.
  package var problem: PolicyProblem
  /// The key or value at fault; the object that should have it for a missing key.
  package var position: SourcePosition

  package init(_ problem: PolicyProblem, at position: SourcePosition) {
    self.problem = problem
    self.position = position
  }
}

extension PolicyError: CustomStringConvertible {
  /// `line:column: words`, without the name of the file, which only the caller knows.
  package var description: String {
    "\(position.line):\(position.column ?? 1): \(problem)"
  }
}

/// Everything that can be wrong with a policy.
package enum PolicyProblem: Error, Hashable, Sendable {
  /// Not JSON; the reader's own words.
  case syntax(String)
  /// A value of the wrong type; `expected` says which one and may give an example.
  case wrongType(key: String, expected: String)
  case missingKey(String, in: String)
  case unknownKey(String, in: String, suggestion: String?)
  /// A name that nothing of the kind has.
  case unknownName(kind: String, String, suggestion: String?, known: [String])
  case duplicateName(kind: String, String)
  case unsupportedVersion(String)
  case emptyList(String)
  case malformedGlob(String)
  /// A number where the metric wants a unit.
  case missingUnit(key: String, value: String, example: String)
  /// A unit that the metric is not measured in.
  case wrongUnit(key: String, value: String, metric: String, expected: String)
  case outOfRange(key: String, value: String, expected: String)
  case noLimit(expected: [String])
  /// Two parts of the policy that cannot both be meant.
  case contradiction(String)
  /// A key that makes no sense with the metric.
  case notForMetric(key: String, metric: String, reason: String)
  case missingStage(String, in: String)
  case extends(ExtendsProblem)
}

extension PolicyProblem: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    switch self {
    case .syntax(let words): "not valid JSON: \(words)"
    case .wrongType(let key, let expected): "'\(key)' must be \(expected)"
    case .missingKey(let key, let place): "\(place) needs '\(key)'"
    case .unknownKey(let key, let place, let suggestion):
      "unknown key '\(key)' in \(place)" + hint(suggestion)
    case .unknownName(let kind, let name, let suggestion, let known):
      "unknown \(kind) '\(name)'" + hint(suggestion, known: known)
    case .duplicateName(let kind, let name): "\(kind) '\(name)' is named twice"
    case .unsupportedVersion(let found):
      "policy version \(found) is not supported, this verdict reads version 1"
    case .emptyList(let key):
      "'\(key)' is empty, which asks for nothing: name at least one, or leave it out"
    case .malformedGlob(let pattern): "'\(pattern)' is no path pattern, its brackets do not pair up"
    case .missingUnit(let key, let value, let example):
      "'\(key)': \(value) needs a unit, such as \(example)"
    case .wrongUnit(let key, let value, let metric, let expected):
      "'\(key)': '\(value)' does not fit \(metric), expected \(expected)"
    case .outOfRange(let key, let value, let expected):
      "'\(key)': '\(value)' is out of range, expected \(expected)"
    case .noLimit(let expected):
      "the rule asks nothing, expected one of \(expected.joined(separator: ", "))"
    case .contradiction(let words): words
    case .notForMetric(let key, let metric, let reason):
      "'\(key)' does not fit \(metric): \(reason)"
    case .missingStage(let stage, let key): "'\(key)' says nothing for stage '\(stage)'"
    case .extends(let problem): problem.description
    }
  }
}
