/// The start of an element with its attributes, valid only while `XMLHandler.start` runs.
package struct XMLElement<Word: XMLVocabulary>: ~Copyable {
  let tag: XMLTag
  /// The 1-based line on which the start tag ends.
  package let line: Int
  /// How many elements enclose this one: 0 for the root.
  package let depth: Int
  /// `nil` if the vocabulary lacks the element's name.
  package let name: Word?

  init(tag: XMLTag, line: Int, depth: Int) {
    self.tag = tag
    self.line = line
    self.depth = depth
    name = tag.names.word(tag.name)
  }

  /// The element's name as it stands in the file, without a prefix.
  package var spelling: String { String(cString: tag.name) }

  /// Whether the attribute is there, be it empty.
  package func has(_ attribute: Word) -> Bool {
    tag.value(tag.names[attribute.rawValue]) != nil
  }

  /// The attribute's value; `nil` if it is absent.
  package func string(_ attribute: Word) -> String? {
    withBytes(attribute) { bytes in
      bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Lends the attribute's value as UTF-8, without copying it.
  ///
  /// - Returns: What the body returns; `nil` if the attribute is absent.
  package func withBytes<Result>(_ attribute: Word, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard let value = tag.value(tag.names[attribute.rawValue]) else { return nil }
    return body(value.span)
  }
}

/// libxml2's own description of a start tag.
struct XMLTag {
  let name: UnsafePointer<UInt8>
  /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int
  let names: XMLNames

  func value(_ name: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<count where attributes[5 * index] == name {
      guard let begin = attributes[5 * index + 3], let end = attributes[5 * index + 4] else {
        return nil
      }
      return UnsafeBufferPointer(start: begin, count: end - begin)
    }
    return nil
  }
}

/// The vocabulary as libxml2 spells it: for each case the one copy of its name that the parser keeps.
struct XMLNames {
  let pointers: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>

  subscript(index: Int) -> UnsafePointer<UInt8>? { pointers[index] }

  func word<Word: XMLVocabulary>(_ name: UnsafePointer<UInt8>) -> Word? {
    for index in pointers.indices where pointers[index] == name { return Word(rawValue: index) }
    return nil
  }
}
