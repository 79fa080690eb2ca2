import CLibXML2

/// libxml2's SAX2 push parser with its state: everything that does not depend on the handler's
/// type.
///
/// Nothing outside of the document is ever read: no handler for external subsets or entities is
/// installed, the network is forbidden, and entity declarations are not stored, so none can expand.
@usableFromInline
final class XMLPushParser {
  /// Deeper documents are refused. Reports nest some ten levels; libxml2's own limit for trees.
  static let depthLimit = 256
  /// Documents with more different names are refused. Reports have some twenty; libxml2 looks names
  /// up in time that grows with their number, so that a million of them take minutes.
  static let nameLimit = 65_536

  /// libxml2 takes an `int`; and small pieces keep its buffer small.
  private static let pieceSize = 64 * 1024
  /// What libxml2 wants to see at once to tell the encoding.
  private static let encodingSize = 4
  /// What it gets at once after that: 2.9 trips over a document type declaration that is cut.
  private static let headSize = 4096

  private let words: [String]
  /// Name and attributes as indices of words.
  private let leaf: (name: Int, attributes: [Int], isNumbers: Bool)?
  private let session: UnsafeMutablePointer<verdict_xml_session>
  private var context: xmlParserCtxtPtr?
  /// The first bytes, until there are enough of them to begin.
  private var head: [UInt8] = []
  /// The end of the last piece, if it is part of a character or of a CDATA section's end.
  private var held: [UInt8] = []
  private var isInCDATA = false
  private var skippedLines = 0
  private var sawRoot = false
  private var failure: XMLError?

  /// The depth of the element whose text is told.
  private var textDepth: Int?
  private let vocabulary: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>

  private let takeStart: (XMLTag) -> Void
  private let takeEnd: (XMLName) -> Void
  private let takeLeaves: (borrowing XMLLeaves) -> Void
  private let takeText: (UnsafeBufferPointer<UInt8>) -> Void

  @usableFromInline
  init(
    words: [String], leaf: (name: Int, attributes: [Int], isNumbers: Bool)?,
    takeStart: @escaping (XMLTag) -> Void, takeEnd: @escaping (XMLName) -> Void,
    takeLeaves: @escaping (borrowing XMLLeaves) -> Void,
    takeText: @escaping (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    self.words = words
    self.takeStart = takeStart
    self.takeEnd = takeEnd
    self.takeLeaves = takeLeaves
    self.leaf = leaf
    self.takeText = takeText
    vocabulary = .allocate(capacity: words.count)
    vocabulary.initialize(repeating: nil)
    session = .allocate(capacity: 1)
    session.initialize(to: verdict_xml_session())
    session.pointee.owner = Unmanaged.passUnretained(self).toOpaque()
    session.pointee.depth_limit = CInt(Self.depthLimit)
    session.pointee.tell_start = tellStart
    session.pointee.tell_end = tellEnd
    session.pointee.tell_leaves = tellLeaves
  }

  deinit {
    verdict_xml_free(context, session)
    session.deallocate()
    vocabulary.deallocate()
  }

  /// The 1-based line that the parser has reached.
  var line: Int {
    skippedLines + (context == nil ? 1 : Int(verdict_xml_line(session)))
  }

  /// The 1-based line on which the next bytes begin.
  var nextLine: Int {
    line + (context.map { Int(verdict_xml_lines_ahead($0)) } ?? 0)
      + (head + held).count { $0 == 0x0A }
  }

  /// Takes the next bytes, cut anywhere.
  ///
  /// - Throws: `XMLError` at the first fault, and again at each later call.
  func consume(_ chunk: Span<UInt8>) throws(XMLError) {
    if let failure { throw failure }
    chunk.withUnsafeBufferPointer { bytes in
      var rest = bytes[...]
      if context == nil { gatherHead(from: &rest) }
      while !rest.isEmpty, failure == nil, context != nil {
        parse(UnsafeBufferPointer(rebasing: rest.prefix(Self.pieceSize)))
        rest = rest.dropFirst(Self.pieceSize)
      }
      verdict_xml_tell_leaves(session)
    }
    if let failure { throw failure }
  }

  /// Ends the document.
  ///
  /// - Throws: `XMLError` if it is not complete.
  func finish() throws(XMLError) {
    if let failure { throw failure }
    if context == nil {
      begin()
      verdict_xml_tell_leaves(session)
    }
    if let failure { throw failure }
    guard context != nil else { throw XMLError(.truncated(inside: nil), line: line) }
    held.withUnsafeBufferPointer { push($0) }
    let inside = openElement
    push(nil, isLast: true)
    verdict_xml_tell_leaves(session)
    guard let failure else { return }
    // At the end libxml2 finds incomplete tags "malformed", but they are merely cut off; only an
    // unclosed quote that swallowed the tags after it is a fault of its own, and so are bytes that
    // cannot be read.
    let ownFaults = [XML_ERR_LT_IN_ATTRIBUTE.rawValue, XML_I18N_CONV_FAILED.rawValue]
    if case .malformed = failure.kind, !ownFaults.contains(where: { $0 == session.pointee.code }),
      inside != nil || !sawRoot
    {
      throw XMLError(.truncated(inside: inside), line: failure.line)
    }
    throw failure
  }

  private var openElement: String? {
    context.flatMap(\.pointee.name).map(String.init(cString:))
  }

  /// Collects the first bytes, without leading white space, and begins with them.
  private func gatherHead(from rest: inout UnsafeBufferPointer<UInt8>.SubSequence) {
    if head.isEmpty {
      while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        rest.removeFirst()
        if byte == 0x0A { skippedLines += 1 }
      }
    }
    let missing = rest.prefix(Self.headSize - head.count)
    head += missing
    rest = rest.dropFirst(missing.count)
    if head.count == Self.headSize { begin() }
  }

  /// Makes the parser, and gives it the first bytes.
  private func begin() {
    guard head.count >= Self.encodingSize else { return }
    var handler = saxHandler()
    context = head.withUnsafeBytes { bytes in
      verdict_xml_create(
        &handler, session, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
        CInt(Self.encodingSize))
    }
    guard let context else {
      failure = XMLError(.outOfMemory, line: 1)
      return
    }
    for (index, word) in words.enumerated() {
      vocabulary[index] = xmlDictLookup(context.pointee.dict, word, -1)
    }
    askForLeaves()
    keepFailure()
    let rest = Array(head.dropFirst(Self.encodingSize))
    head = []
    if failure == nil { rest.withUnsafeBufferPointer { parse($0) } }
  }

  private func askForLeaves() {
    guard let leaf else { return }
    precondition((2...3).contains(leaf.attributes.count))
    session.pointee.leaf_name = vocabulary[leaf.name]
    session.pointee.leaf_attributes = (
      vocabulary[leaf.attributes[0]], vocabulary[leaf.attributes[1]],
      leaf.attributes.count > 2 ? vocabulary[leaf.attributes[2]] : nil
    )
    session.pointee.leaf_attribute_count = CInt(leaf.attributes.count)
    session.pointee.leaf_is_numbers = leaf.isNumbers ? 1 : 0
  }

  private var depth: Int { Int(session.pointee.depth) }

  /// Parses a piece so that libxml2 has no reason to hoard the text of a long CDATA section: the
  /// section is closed at the piece's end and opened again at the beginning of the next.
  private func parse(_ piece: UnsafeBufferPointer<UInt8>) {
    guard held.isEmpty else {
      let joined = held + piece
      held = []
      return joined.withUnsafeBufferPointer { parse($0) }
    }
    let whole = UnsafeBufferPointer(rebasing: piece.dropLast(Self.unfinishedTail(piece)))
    held = Array(piece[whole.count...])
    guard !whole.isEmpty else { return }
    if isInCDATA { push("<![CDATA[") }
    push(whole)
    isInCDATA = failure == nil && verdict_xml_waits_for_cdata_end(context) != 0
    if isInCDATA { push("]]>") }
  }

  /// How many bytes at the end may be half of `]]>`, or half a character.
  private static func unfinishedTail(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
    let brackets = piece.suffix(2).reversed().prefix { $0 == UInt8(ascii: "]") }.count
    if brackets > 0 { return brackets }
    let continuation = piece.suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    let lead = piece.dropLast(continuation).last
    return (lead ?? 0) >= 0xC0 ? continuation + 1 : 0
  }

  private func push(_ text: StaticString) {
    push(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func push(_ bytes: UnsafeBufferPointer<UInt8>?, isLast: Bool = false) {
    let start = UnsafeRawPointer(bytes?.baseAddress)?.assumingMemoryBound(to: CChar.self)
    verdict_xml_parse(context, session, start, CInt(bytes?.count ?? 0), isLast ? 1 : 0)
    keepFailure()
    if failure == nil, let context, xmlDictSize(context.pointee.dict) > Self.nameLimit {
      stop(.tooManyNames(limit: Self.nameLimit))
    }
  }

  private func keepFailure() {
    guard failure == nil, session.pointee.code != 0 else { return }
    let words = withUnsafeBytes(of: &session.pointee.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 && $0 != 0x0A }, as: UTF8.self)
    }
    let column = Int(session.pointee.column)
    // libxml2 looks no further than this for the end of anything, and says so in its own terms.
    let isTooLong = words.hasPrefix("internal error: Huge input lookup")
    failure = XMLError(
      isTooLong ? .tooLong(limit: Int(XML_MAX_LOOKUP_LIMIT)) : .malformed(words.trimmingEnd),
      line: skippedLines + max(1, Int(session.pointee.line)),
      column: column > 0 ? column : nil)
  }

  // MARK: - What libxml2 calls

  fileprivate func start(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeBufferPointer<UnsafePointer<UInt8>>
  ) {
    guard failure == nil else { return }
    sawRoot = true
    guard depth < Self.depthLimit else {
      stop(.tooDeep(limit: Self.depthLimit))
      return
    }
    takeStart(
      XMLTag(
        name: XMLName(name, in: vocabulary), attributes: attributes, depth: depth,
        parser: self))
  }

  fileprivate func end(_ name: UnsafePointer<UInt8>) {
    guard failure == nil else { return }
    if depth == textDepth { ignoreText() }
    takeEnd(XMLName(name, in: vocabulary))
  }

  fileprivate func leaves(_ count: Int) {
    guard failure == nil, let bytes = session.pointee.leaf_bytes else { return }
    sawRoot = true
    let size = count * XMLLeaves.stride
    session.pointee.leaves.withMemoryRebound(to: Int32.self, capacity: size) { numbers in
      takeLeaves(
        XMLLeaves(numbers: UnsafeBufferPointer(start: numbers, count: size), bytes: bytes))
    }
  }

  /// Tells the text up to the end of the element that begins.
  func collectText() {
    guard textDepth == nil else { return }
    textDepth = depth
    context?.pointee.sax.pointee.characters = textCallback
    context?.pointee.sax.pointee.ignorableWhitespace = textCallback
    context?.pointee.sax.pointee.cdataBlock = textCallback
  }

  private func ignoreText() {
    textDepth = nil
    context?.pointee.sax.pointee.characters = nil
    context?.pointee.sax.pointee.ignorableWhitespace = nil
    context?.pointee.sax.pointee.cdataBlock = nil
  }

  fileprivate func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    takeText(piece)
  }

  fileprivate func entity(_ name: String) {
    guard failure == nil else { return }
    stop(.entity(name))
  }

  private func stop(_ kind: XMLError.Kind) {
    failure = XMLError(kind, line: line)
    xmlStopParser(context)
  }
}

/// The parser that a callback belongs to.
private func with(_ session: UnsafeMutableRawPointer?, _ body: (XMLPushParser) -> Void) {
  guard let owner = session?.assumingMemoryBound(to: verdict_xml_session.self).pointee.owner else {
    return
  }
  Unmanaged<XMLPushParser>.fromOpaque(owner)._withUnsafeGuaranteedRef(body)
}

/// Installed while somebody wants text: most of what reports contain is white space between tags.
private let textCallback: charactersSAXFunc = { session, start, count in
  with(session) { $0.text(UnsafeBufferPointer(start: start, count: Int(count))) }
}

private let tellStart:
  @convention(c) (
    UnsafeMutablePointer<verdict_xml_session>?, UnsafePointer<UInt8>?, CInt,
    UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> Void = { session, name, count, attributes in
    guard let name else { return }
    let attributes = UnsafeBufferPointer(
      start: UnsafeRawPointer(attributes)?.assumingMemoryBound(to: UnsafePointer<UInt8>.self),
      count: 5 * Int(count))
    with(session) { $0.start(name, attributes) }
  }

private let tellEnd:
  @convention(c) (UnsafeMutablePointer<verdict_xml_session>?, UnsafePointer<UInt8>?) -> Void = {
    session, name in
    guard let name else { return }
    with(session) { $0.end(name) }
  }

private let tellLeaves: @convention(c) (UnsafeMutablePointer<verdict_xml_session>?, CInt) -> Void =
  { session, count in
    with(session) { $0.leaves(Int(count)) }
  }

private func saxHandler() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.startElementNs = verdict_xml_start
  handler.endElementNs = verdict_xml_end
  // Asked for every entity but the five predefined ones: there are none.
  handler.getEntity = { session, name in
    if let name { with(session) { $0.entity(String(cString: name)) } }
    return nil
  }
  handler.getParameterEntity = handler.getEntity
  return handler
}

extension String {
  /// Without full stops, exclamation marks and white space at the end.
  fileprivate var trimmingEnd: String {
    var text = self
    while let last = text.last, last == "." || last == "!" || last.isWhitespace {
      text.removeLast()
    }
    return text
  }
}
