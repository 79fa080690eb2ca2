/// A kind of element that a handler is told of in bulk (`XMLHandler.leaves`): where it has these
/// attributes and no other, and no element is in it.
@usableFromInline
package struct XMLLeafKind<Word: XMLVocabulary>: Sendable {
  @usableFromInline let name: Word
  @usableFromInline let attributes: [Word]
  @usableFromInline let isNumbers: Bool

  /// Elements with three texts.
  package init(_ name: Word, texts first: Word, _ second: Word, _ third: Word) {
    self.name = name
    attributes = [first, second, third]
    isNumbers = false
  }

  /// Elements with two plain numbers, in at most nine digits and with no sign or leading zero.
  package init(_ name: Word, numbers first: Word, _ second: Word) {
    self.name = name
    attributes = [first, second]
    isNumbers = true
  }
}

/// Elements of a handler's kind of leaf, in document order; valid only while `XMLHandler.leaves`
/// runs.
@usableFromInline
package struct XMLLeaves: ~Copyable {
  /// Seven numbers a leaf: its line; then its own numbers, or where each of its values begins and
  /// ends among the bytes.
  @usableFromInline let numbers: UnsafeBufferPointer<Int32>
  @usableFromInline let bytes: UnsafePointer<UInt8>

  @usableFromInline static var stride: Int { 7 }

  /// Lends the values of each leaf of texts as UTF-8.
  ///
  /// - Parameter body: Gets the values in the order in which the kind names the attributes, and the
  ///   1-based line on which the tag ends.
  @inlinable
  @inline(__always)
  package func withEach(
    _ body: (_ first: Span<UInt8>, _ second: Span<UInt8>, _ third: Span<UInt8>, _ line: Int) -> Void
  ) {
    var index = 0
    while index < numbers.count {
      body(
        value(from: numbers[index + 1], to: numbers[index + 2]).span,
        value(from: numbers[index + 3], to: numbers[index + 4]).span,
        value(from: numbers[index + 5], to: numbers[index + 6]).span, Int(numbers[index]))
      index += Self.stride
    }
  }

  /// Tells the values of each leaf of numbers.
  ///
  /// - Parameter body: Gets the numbers in the order in which the kind names the attributes, and the
  ///   1-based line on which the tag ends.
  @inlinable
  @inline(__always)
  package func withNumbers(_ body: (_ first: UInt32, _ second: UInt32, _ line: Int) -> Void) {
    var index = 0
    while index < numbers.count {
      body(
        UInt32(bitPattern: numbers[index + 1]), UInt32(bitPattern: numbers[index + 2]),
        Int(numbers[index]))
      index += Self.stride
    }
  }

  @inlinable
  @inline(__always)
  func value(from start: Int32, to end: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(start), count: Int(end - start))
  }
}
