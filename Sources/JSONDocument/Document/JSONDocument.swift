/// A JSON text that is read by simdjson: all of it at once, or piece by piece.
///
/// Reading writes simdjson's tape, which takes as much memory again as the text. A document with a
/// long list is better opened by hand: `members(of:)` and `elements(of:)` find where the parts stand
/// without reading them, and `read(_:)` reads one part after the other into the same memory.
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

  private let bytes: [UInt8]
  private let count: Int
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

  /// The members of an object in the text's order, without reading their values; `nil` if it is not
  /// an object.
  package func members(
    of extent: Extent
  ) throws(JSONSyntaxError) -> [(key: String, value: Extent)]? {
    guard var outline = try outline(of: extent, beginning: .object) else { return nil }
    var members: [(key: String, value: Extent)] = []
    while let member = try outline.next() {
      members.append((member.key ?? "", member.value))
    }
    return members
  }

  /// The elements of an array, without reading them; `nil` if it is not an array.
  package func elements(of extent: Extent) throws(JSONSyntaxError) -> [Extent]? {
    guard var outline = try outline(of: extent, beginning: .array) else { return nil }
    var elements: [Extent] = []
    while let element = try outline.next() { elements.append(element.value) }
    return elements
  }
}

extension JSONDocument {
  /// Steps from value to value inside one array or object.
  fileprivate struct Outline {
    let document: JSONDocument
    var reader: JSONEventReader
    let end: Int

    /// The next value, with its key in an object.
    mutating func next() throws(JSONSyntaxError) -> (key: String?, value: Extent)? {
      let bytes = document.bytes
      let text = bytes.span
      do throws(JSONSyntaxError) {
        if let (token, value) = try reader.skipNext(in: text) {
          var key: String?
          if let token { key = try JSONTokenizer.decode(token, in: text) }
          return (key, Extent(range: value))
        }
      } catch {
        throw document.firstError()
      }
      guard isBlank(from: reader.tokenizer.offset, to: end, in: text) else {
        throw document.firstError()
      }
      return nil
    }

    private func isBlank(from start: Int, to end: Int, in text: Span<UInt8>) -> Bool {
      var offset = start
      while offset < end, text[offset].isJSONBlank { offset += 1 }
      return offset == end
    }
  }

  /// - Returns: `nil` if something else begins there.
  private func outline(
    of extent: Extent, beginning container: JSONEventReader.Container
  ) throws(JSONSyntaxError) -> Outline? {
    var reader = JSONEventReader(at: extent.range.lowerBound, maximumDepth: Self.maximumDepth)
    do throws(JSONSyntaxError) {
      switch (try reader.next(in: bytes.span), container) {
      case (.beginArray, .array), (.beginObject, .object):
        return Outline(document: self, reader: reader, end: extent.range.upperBound)
      default: return nil
      }
    } catch {
      throw firstError()
    }
  }

  /// What the checker says about a text that simdjson refused.
  private func firstError() -> JSONSyntaxError {
    JSONSyntaxCheck.firstError(in: bytes.span.extracting(0..<count))
      ?? JSONSyntaxError(.refused, at: JSONPosition(line: 1, column: 1))
  }
}
