/// The start of an element with its attributes, valid only while `XMLHandler.start` runs.
@usableFromInline
package struct XMLElement<Word: XMLVocabulary>: ~Copyable {
  @usableFromInline let tag: XMLTag
  /// `nil` if the vocabulary lacks the element's name.
  @usableFromInline package let name: Word?

  @inlinable
  init(_ tag: XMLTag, _ words: UnsafeMutableBufferPointer<Word>) {
    self.tag = tag
    name = tag.name.word(words)
  }

  /// The 1-based line on which the start tag ends.
  @inlinable package var line: Int { tag.line }

  /// How many elements enclose this one: 0 for the root.
  @inlinable package var depth: Int { tag.depth }

  /// The element's name as it stands in the file, without a prefix.
  package var spelling: String { String(cString: tag.name.pointer) }

  /// Asks for the text between this tag and the element's end, which is not told otherwise.
  @inlinable package func collectText() { tag.collectText() }

  /// How many attributes there are, of whatever name.
  @inlinable package var attributeCount: Int { tag.attributes.count / 5 }

  /// Whether all three attributes are there, and no other one.
  @inlinable
  package func hasOnly(_ first: Word, _ second: Word, _ third: Word) -> Bool {
    attributeCount == 3 && has(first) && has(second) && has(third)
  }

  /// Whether the attribute is there, be it empty.
  @inlinable
  package func has(_ attribute: Word) -> Bool {
    tag.value(of: attribute.rawValue) != nil
  }

  /// The attribute's value; `nil` if it is absent.
  @inlinable
  package func string(_ attribute: Word) -> String? {
    tag.value(of: attribute.rawValue).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Puts the attribute's value as UTF-8 into an array, in place of what was there.
  ///
  /// - Returns: Whether there is anything in it: `false` if the attribute is absent or empty.
  @inlinable
  package func copy(_ attribute: Word, into bytes: inout [UInt8]) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    if let value = tag.value(of: attribute.rawValue) { bytes.append(contentsOf: value) }
    return !bytes.isEmpty
  }

  /// Whether the attribute is there and has this value.
  @inlinable
  package func equals(_ attribute: Word, _ text: [UInt8]) -> Bool {
    tag.equals(attribute.rawValue, text)
  }

  /// Lends the attribute's value as UTF-8, without copying it.
  ///
  /// - Returns: What the body returns; `nil` if the attribute is absent.
  @inlinable
  package func withBytes<Result>(_ attribute: Word, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard let value = tag.value(of: attribute.rawValue) else { return nil }
    return body(value.span)
  }
}
