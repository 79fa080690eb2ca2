import XMLStream

/// Writes down what a stream tells it, one string an event.
struct Recorder: XMLHandler {
  enum Word: Int, XMLVocabulary {
    case line, number, name, lineRate

    var spelling: String { self == .lineRate ? "line-rate" : String(describing: self) }
  }

  private(set) var events: [String] = []
  private(set) var text = ""
  var collectsText = true

  mutating func start(_ element: borrowing XMLElement<Word>) {
    var event = "\(element.line): <\(element.name.map(\.spelling) ?? "?" + element.spelling)"
    for word in Word.allCases {
      if let value = element.string(word) { event += " \(word.spelling)=\(value)" }
    }
    events.append(event + ">")
    if collectsText { element.collectText() }
  }

  mutating func end(_ name: Word?) {
    events.append("</\(name.map(\.spelling) ?? "?")>")
  }

  mutating func text(_ piece: Span<UInt8>) {
    text += piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a document in pieces of a size; what was told before an error is in the result too.
  static func read(_ bytes: [UInt8], pieces size: Int = .max) -> (Recorder, XMLError?) {
    readDocument(bytes, into: Recorder(), pieces: size)
  }

  static func read(_ text: String, pieces size: Int = .max) -> (Recorder, XMLError?) {
    read(Array(text.utf8), pieces: size)
  }
}

/// Reads a document in pieces of a size; what was told before an error is in the handler too.
func readDocument<Handler: XMLHandler>(
  _ bytes: [UInt8], into handler: Handler, pieces size: Int
) -> (Handler, XMLError?) {
  let stream = XMLStream(handler)
  do throws(XMLError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(size))
      try stream.consume(piece.span)
      rest = rest.dropFirst(piece.count)
    }
    try stream.finish()
    return (stream.handler, nil)
  } catch {
    return (stream.handler, error)
  }
}
