/// A JSON text that is read by simdjson: all of it at once, or piece by piece.
///
/// Reading writes simdjson's tape, which takes twice as much memory again as the text. For a
/// document with a long list, `outline(opening:)` finds where the parts stand without reading them,
/// and `read(each:)` reads one part after the other into the same memory.
///
/// Every error comes with its place. Texts are checked to the letter (RFC 8259, UTF-8), with three
/// allowances: a byte order mark is skipped, a key may be there twice (the first one is found), and
/// numbers may be of any size (see `JSONValue.double`).
package struct JSONDocument {
  /// How deep arrays and objects may be nested: simdjson's own default. No report comes near it.
  package static let maximumDepth = 1024

  /// Where a value stands in the text. What stands there is only known once it was read.
  package struct Extent: Sendable {
    var range: Range<Int>
  }

  let bytes: [UInt8]
  /// How many of them are text; the others are padding.
  let count: Int
  private let parser = JSONParser(maximumDepth: maximumDepth)

  /// Takes the text's bytes; the text is empty afterwards.
  package init(_ text: inout JSONText) {
    count = text.count
    bytes = text.takePadded()
  }

  package init(_ bytes: some Sequence<UInt8>) {
    var text = JSONText(bytes)
    self.init(&text)
  }

  /// All of the text.
  package var whole: Extent {
    let text = bytes.span
    let hasMark = count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    return Extent(range: (hasMark ? 3 : 0)..<count)
  }

  /// Reads all of the text.
  ///
  /// - Parameter body: Looks at the value, which must not leave it.
  package func read<Result>(
    _ body: (JSONValue) -> Result
  ) throws(JSONSyntaxError) -> Result {
    try read(whole, body)
  }

  /// Reads one part of the text.
  ///
  /// - Parameter body: Looks at the part's value, which must not leave it.
  package func read<Result>(
    _ extent: Extent, _ body: (JSONValue) -> Result
  ) throws(JSONSyntaxError) -> Result {
    switch parser.read(bytes, extent.range, { body($0.root) }) {
    case .read(let result): return result
    case .numberOutOfRange:
      guard let repaired = repairingNumbers(in: bytes.span, extent.range),
        case .read(let result) = parser.read(
          repaired, 0..<repaired.count - JSONText.padding, { body($0.root) })
      else { throw firstError() }
      return result
    case .refused: throw firstError()
    }
  }

  /// Reads parts of the text one after the other, each into the memory of the one before.
  ///
  /// - Parameter body: Looks at each part's value, which must not leave it.
  package func read(
    each extents: [Extent], _ body: (JSONValue) -> Void
  ) throws(JSONSyntaxError) {
    for extent in extents { try read(extent, body) }
  }

  /// What the checker says about a text that simdjson refused.
  func firstError() -> JSONSyntaxError {
    JSONSyntaxCheck.firstError(in: bytes.span.extracting(0..<count))
      ?? JSONSyntaxError(.refused, at: JSONPosition(line: 1, column: 1))
  }
}
