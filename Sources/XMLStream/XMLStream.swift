/// Reads an XML document in pieces and tells a handler what it meets: no tree, flat memory.
///
/// Understands UTF-8 with and without a byte order mark, UTF-16, Latin-1 and whatever else libxml2
/// does; the handler always sees UTF-8. Namespaces are ignored. Entities other than XML's five are
/// an error, and elements nest at most 256 deep.
@usableFromInline
package final class XMLStream<Handler: XMLHandler> {
  // Pointers, so that the parser's closures reach both without checks and counts at run time.
  private let storage: UnsafeMutablePointer<Handler>
  private let words: UnsafeMutableBufferPointer<Handler.Word>
  private let parser: XMLPushParser

  // Inlinable, so that the closures are compiled for the handler's type where it is known.
  @inlinable
  package convenience init(_ handler: Handler) {
    let storage = UnsafeMutablePointer<Handler>.allocate(capacity: 1)
    storage.initialize(to: handler)
    let allWords = Array(Handler.Word.allCases)
    let words = UnsafeMutableBufferPointer<Handler.Word>.allocate(capacity: allWords.count)
    _ = words.initialize(from: allWords)
    let parser = XMLPushParser(
      words: allWords.map(\.spelling),
      leaf: Handler.leaf.map { ($0.name.rawValue, $0.attributes.map(\.rawValue), $0.isNumbers) },
      takeStart: { tag in storage.pointee.start(XMLElement(tag, words)) },
      takeEnd: { name in storage.pointee.end(name.word(words)) },
      takeLeaves: { storage.pointee.leaves($0) },
      takeText: { piece in storage.pointee.text(piece.span) })
    self.init(storage: storage, words: words, parser: parser)
  }

  @usableFromInline
  init(
    storage: UnsafeMutablePointer<Handler>, words: UnsafeMutableBufferPointer<Handler.Word>,
    parser: XMLPushParser
  ) {
    self.storage = storage
    self.words = words
    self.parser = parser
  }

  deinit {
    storage.deinitialize(count: 1)
    storage.deallocate()
    words.deallocate()
  }

  /// What the handler has gathered so far.
  package var handler: Handler {
    _read { yield storage.pointee }
    _modify { yield &storage.pointee }
  }

  /// The 1-based line on which the next bytes begin.
  package var nextLine: Int { parser.nextLine }

  /// Takes the next bytes, cut anywhere.
  ///
  /// - Throws: `XMLError` at the first fault, and again at each later call.
  package func consume(_ chunk: Span<UInt8>) throws(XMLError) {
    try parser.consume(chunk)
  }

  /// Ends the document.
  ///
  /// - Throws: `XMLError` if it is not complete.
  package func finish() throws(XMLError) {
    try parser.finish()
  }
}
