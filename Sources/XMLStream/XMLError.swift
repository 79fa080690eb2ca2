/// Why a document cannot be read any further.
package struct XMLError: Error, Hashable, Sendable {
  /// What is wrong.
  package var kind: Kind
  /// 1-based.
  package var line: Int
  /// 1-based; `nil` if unknown.
  package var column: Int?

  /// What can be wrong with a document.
  package enum Kind: Hashable, Sendable {
    /// Not well formed; libxml2's words, one line without a full stop.
    case malformed(String)
    /// The document ends inside of an element; `nil` if not even the root's start tag is complete.
    case truncated(inside: String?)
    /// A reference to an entity that is not one of XML's five; its name.
    case entity(String)
    /// Elements nest deeper than this.
    case tooDeep(limit: Int)
    /// The document has more names of elements and attributes than this.
    case tooManyNames(limit: Int)
    /// An attribute, a comment or a tag is longer than so many bytes.
    case tooLong(limit: Int)
    /// No memory for a parser.
    case outOfMemory
  }

  package init(_ kind: Kind, line: Int, column: Int? = nil) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}
