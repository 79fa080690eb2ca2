/// Reads an XML document in pieces and tells a handler what it meets: no tree, flat memory.
///
/// Understands UTF-8 with and without a byte order mark, UTF-16, Latin-1 and whatever else libxml2
/// does; the handler always sees UTF-8. Namespaces are ignored. Entities other than XML's five are an
/// error, and elements nest at most `depthLimit` deep.
package final class XMLStream<Handler: XMLHandler>: XMLPushParser {
  /// What the handler has gathered so far.
  package var handler: Handler

  package init(_ handler: Handler) {
    self.handler = handler
    super.init(words: Handler.Word.allCases.map(\.spelling))
  }

  override func takeStart(_ tag: XMLTag, line: Int) {
    handler.start(XMLElement(tag: tag, line: line, depth: depth))
  }

  override func takeEnd(_ name: UnsafePointer<UInt8>) {
    handler.end(names.word(name))
  }

  override func takeText(_ piece: UnsafeBufferPointer<UInt8>) {
    handler.text(piece.span)
  }
}
