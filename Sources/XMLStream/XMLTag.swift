/// A start tag as libxml2 describes it.
@usableFromInline
struct XMLTag {
  @usableFromInline let name: XMLName
  /// Five pointers an attribute: local name, prefix, namespace (these two may be NULL and are never
  /// read), begin and end of the value.
  @usableFromInline let attributes: UnsafeBufferPointer<UnsafePointer<UInt8>>
  @usableFromInline let depth: Int
  private unowned(unsafe) let parser: XMLPushParser

  init(
    name: XMLName, attributes: UnsafeBufferPointer<UnsafePointer<UInt8>>, depth: Int,
    parser: XMLPushParser
  ) {
    self.name = name
    self.attributes = attributes
    self.depth = depth
    self.parser = parser
  }

  /// The 1-based line on which the tag ends.
  var line: Int { parser.line }

  func collectText() { parser.collectText() }

  /// The value of the attribute with the name of this index in the vocabulary.
  @inlinable
  @inline(__always)
  func value(of word: Int) -> UnsafeBufferPointer<UInt8>? {
    let name = name.vocabulary[word]
    var index = 0
    while index < attributes.count {
      if attributes[index] == name {
        let begin = attributes[index + 3]
        return UnsafeBufferPointer(start: begin, count: attributes[index + 4] - begin)
      }
      index += 5
    }
    return nil
  }
}

/// The name of an element or attribute beside the vocabulary, both as libxml2 spells them: it keeps
/// one copy of each name, so that equal names are equal pointers.
@usableFromInline
struct XMLName {
  @usableFromInline let pointer: UnsafePointer<UInt8>
  @usableFromInline let vocabulary: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>

  @inlinable
  init(
    _ pointer: UnsafePointer<UInt8>,
    in vocabulary: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>
  ) {
    self.pointer = pointer
    self.vocabulary = vocabulary
  }

  @inlinable
  func word<Word: XMLVocabulary>() -> Word? {
    for index in vocabulary.indices where vocabulary[index] == pointer {
      return Word(rawValue: index)
    }
    return nil
  }
}
