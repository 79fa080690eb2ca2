/// Takes the events of an `XMLStream`, in document order.
@usableFromInline
package protocol XMLHandler {
  associatedtype Word: XMLVocabulary

  /// An element begins. Its attributes are gone once this returns.
  mutating func start(_ element: borrowing XMLElement<Word>)

  /// An element ends; one call for each `start`, unless the document is damaged.
  ///
  /// - Parameter name: The element's name; `nil` if the vocabulary lacks it.
  mutating func end(_ name: Word?)

  /// What elements to tell in bulk; `nil` for none.
  static var leaf: XMLLeafKind<Word>? { get }

  /// Elements of the kind `leaf`, before whatever comes after them: for these there is neither
  /// `start` nor `end`.
  mutating func leaves(_ leaves: borrowing XMLLeaves)

  /// A piece of text or of a CDATA section in an element that asked for it (`collectText`), UTF-8,
  /// references replaced. Pieces come in order and may be cut anywhere, even between any two
  /// characters of a word.
  mutating func text(_ piece: Span<UInt8>)
}

extension XMLHandler {
  /// None.
  @inlinable package static var leaf: XMLLeafKind<Word>? { nil }
  /// Never called without a kind of leaf.
  @inlinable package mutating func leaves(_ leaves: borrowing XMLLeaves) {}
}
