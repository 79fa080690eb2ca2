/// Why a text is no YAML document.
package struct YAMLSyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    /// In the words of libyaml, such as `did not find expected ',' or ']'`.
    case syntax(String)
    /// An alias of an anchor that does not stand before it.
    case undefinedAlias(String)
    /// More lists and maps in one another than there may be.
    case tooDeep(Int)
    /// Behind the document begins another one.
    case secondDocument
    /// A map has a key twice, of which nobody can say which one counts.
    case repeatedKey(String)
  }

  /// What is wrong.
  package let problem: Problem
  /// 1-based.
  package let line: Int
}
