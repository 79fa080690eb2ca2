/// Why a file of another tool cannot be believed: a place and a kind.
package struct ForeignWaiverError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    /// Not the syntax of its kind; in the words of the library that reads it.
    case syntax(String)
    /// A value of another type than the tool expects: `id` and `text`.
    case wrongType(key: String, expected: String)
    /// A key that must be there.
    case missing(key: String, of: String)
    /// A text that is no day.
    case day(String)
    /// A text that is no path pattern.
    case path(String)
    /// An entry that narrows what it accepts in a way that findings do not tell.
    case notExpressible(key: String)
  }

  /// What is wrong.
  package var problem: Problem
  /// 1-based; `nil` if it is not known.
  package var line: Int?

  init(_ problem: Problem, line: Int?) {
    self.problem = problem
    self.line = line
  }
}

extension ForeignWaiverError: CustomStringConvertible {
  /// One lower-case sentence without a full stop.
  package var description: String {
    switch problem {
    case .syntax(let words): words
    case .wrongType(let key, let expected): "'\(key)' must be \(expected)"
    case .missing(let key, let owner): "\(owner) has no '\(key)'"
    case .day(let text): "'\(text)' is no day such as 2026-01-31"
    case .path(let text): "'\(text)' is no path pattern"
    case .notExpressible(let key):
      "'\(key)' cannot be taken over: accept the finding in the policy's own file of waivers"
    }
  }
}
