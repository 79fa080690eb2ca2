/// A kind of element that a handler is told of in bulk (`XMLHandler.leaves`): where it has these
/// attributes and no other, and no element is in it.
@usableFromInline
package struct XMLLeafKind<Word: XMLVocabulary>: Sendable {
  @usableFromInline let name: Word
  /// Two or three.
  @usableFromInline let attributes: [Word]

  package init(_ name: Word, _ first: Word, _ second: Word, _ third: Word? = nil) {
    self.name = name
    attributes = [first, second] + [third].compactMap(\.self)
  }
}

/// Elements of a handler's kind of leaf, in document order; valid only while `XMLHandler.leaves`
/// runs.
@usableFromInline
package struct XMLLeaves: ~Copyable {
  /// Five numbers a leaf: its line, where its three values begin among the bytes (and where the
  /// second ends, if there is no third), and where the third ends.
  @usableFromInline let numbers: UnsafeBufferPointer<Int32>
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let hasThird: Bool

  @usableFromInline static var stride: Int { 5 }

  /// Lends the values of each leaf as UTF-8.
  ///
  /// - Parameter body: Gets the values in the order in which the kind names the attributes, the
  ///   third one empty if there is none, and the 1-based line on which the tag ends.
  @inlinable
  @inline(__always)
  package func withEach(
    _ body: (_ first: Span<UInt8>, _ second: Span<UInt8>, _ third: Span<UInt8>, _ line: Int) -> Void
  ) {
    var index = 0
    while index < numbers.count {
      let third = hasThird ? numbers[index + 4] : numbers[index + 3]
      body(
        value(from: numbers[index + 1], to: numbers[index + 2]).span,
        value(from: numbers[index + 2], to: numbers[index + 3]).span,
        value(from: numbers[index + 3], to: third).span, Int(numbers[index]))
      index += Self.stride
    }
  }

  @inlinable
  @inline(__always)
  func value(from start: Int32, to end: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(start), count: Int(end - start))
  }
}
