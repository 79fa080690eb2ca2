import CLibXML2

/// A start tag as libxml2 describes it.
@usableFromInline
struct XMLTag {
  @usableFromInline let name: XMLName
  /// Five pointers an attribute: local name, prefix, namespace (these two may be NULL and are never
  /// read), begin and end of the value.
  @usableFromInline let attributes: UnsafeBufferPointer<UnsafePointer<UInt8>>
  @usableFromInline let depth: Int
  private let parser: Unmanaged<XMLPushParser>

  init(
    name: XMLName, attributes: UnsafeBufferPointer<UnsafePointer<UInt8>>, depth: Int,
    parser: XMLPushParser
  ) {
    self.name = name
    self.attributes = attributes
    self.depth = depth
    self.parser = .passUnretained(parser)
  }

  /// The 1-based line on which the tag ends.
  @usableFromInline var line: Int { parser._withUnsafeGuaranteedRef(\.line) }

  @usableFromInline func collectText() { parser._withUnsafeGuaranteedRef { $0.collectText() } }

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

extension XMLTag {
  @usableFromInline
  func equals(_ word: Int, _ text: [UInt8]) -> Bool {
    guard let value = value(of: word), value.count == text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      guard let left = text.baseAddress, let right = value.baseAddress else { return true }
      return memcmp(left, right, value.count) == 0
    }
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

  /// The one of the words, which are the vocabulary in its order, that this is.
  @inlinable
  func word<Word>(_ words: UnsafeMutableBufferPointer<Word>) -> Word? {
    for index in words.indices where vocabulary[index] == pointer { return words[index] }
    return nil
  }
}
