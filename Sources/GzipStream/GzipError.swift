/// Where and why gzip data cannot be inflated any further.
package struct GzipError: Error, Hashable, Sendable {
  /// How many bytes of the compressed data come before the place; 0-based.
  package var offset: Int
  /// Why.
  package var problem: Problem

  package init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// Everything that can be wrong with gzip data.
  package enum Problem: Hashable, Sendable {
    /// The data is damaged, or its sums do not agree with it; zlib's words.
    case corrupt(String)
    /// The data ends within a member.
    case truncated
    /// Something else follows the last member.
    case trailing
    /// There is more inflated data than this many bytes.
    case tooLarge(limit: Int)
    /// There is no memory for zlib's window.
    case outOfMemory
  }
}

extension GzipError.Problem: CustomStringConvertible {
  /// One lower-case sentence fragment.
  package var description: String {
    switch self {
    case .corrupt(let words): words
    case .truncated: "the data ends too early"
    case .trailing: "found something else behind the compressed data"
    case .tooLarge(let limit): "more than \(limit) bytes when inflated"
    case .outOfMemory: "no memory to inflate it"
    }
  }
}
