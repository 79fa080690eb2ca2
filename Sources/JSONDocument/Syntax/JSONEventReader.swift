/// Checks the grammar of a JSON text token by token, and tells what begins and ends.
///
/// It keeps one value for each open array or object, and never recurses.
struct JSONEventReader {
  enum Event {
    case beginObject(JSONToken)
    case endObject
    case beginArray(JSONToken)
    case endArray
    case key(JSONToken)
    /// A string, number, `true`, `false` or `null`.
    case scalar(JSONToken)
    /// The whole text was one JSON value.
    case end
  }

  enum Container {
    case array
    case object
  }

  private enum Expectation {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case colon
    case commaOrEnd
    case endOfFile
  }

  var tokenizer: JSONTokenizer
  private let dialect: JSONDialect
  private let maximumDepth: Int
  private var open: [Container] = []
  private var expectation = Expectation.value

  /// - Parameter maximumDepth: How many arrays and objects may be open at a time.
  init(of bytes: Span<UInt8>, dialect: JSONDialect, maximumDepth: Int) {
    tokenizer = JSONTokenizer(of: bytes, dialect: dialect)
    self.dialect = dialect
    self.maximumDepth = maximumDepth
  }

  /// Begins at a value in the middle of a text. Positions are not right then.
  init(at offset: Int, maximumDepth: Int) {
    tokenizer = JSONTokenizer(at: offset)
    dialect = .strict
    self.maximumDepth = maximumDepth
  }

  /// The next event; `.end` for ever at the end.
  mutating func next(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> Event {
    while true {
      if let event = try step(over: try tokenizer.next(in: bytes), in: bytes) { return event }
    }
  }

  /// What a token means where it stands; `nil` for a comma or colon, which only lead on.
  mutating func step(
    over token: JSONToken, in bytes: Span<UInt8>
  ) throws(JSONSyntaxError) -> Event? {
    switch (expectation, token.kind) {
    case (.value, .beginObject), (.valueOrEnd, .beginObject):
      try begin(.object, at: token)
      return .beginObject(token)
    case (.value, .beginArray), (.valueOrEnd, .beginArray):
      try begin(.array, at: token)
      return .beginArray(token)
    case (.value, let kind) where kind.isScalar, (.valueOrEnd, let kind) where kind.isScalar:
      passValue()
      return .scalar(token)
    case (.key, .string), (.keyOrEnd, .string):
      expectation = .colon
      return .key(token)
    case (.colon, .colon):
      expectation = .value
      return nil
    case (.commaOrEnd, .comma):
      expectation = afterComma
      return nil
    case (.keyOrEnd, .endObject), (.valueOrEnd, .endArray):
      return end()
    case (.commaOrEnd, .endObject) where open.last == .object:
      return end()
    case (.commaOrEnd, .endArray) where open.last == .array:
      return end()
    case (.endOfFile, .endOfFile):
      return .end
    default:
      throw JSONSyntaxError(
        .unexpected(found: quote(token, in: bytes), expected: expected), at: token.position)
    }
  }

  /// Whether a value may stand here.
  var expectsValue: Bool { expectation == .value || expectation == .valueOrEnd }

  /// Goes on behind a value that somebody else looks at.
  mutating func passValue(to end: Int) -> Range<Int> {
    defer { tokenizer.offset = end }
    passValue()
    return tokenizer.offset..<end
  }

  private mutating func passValue() {
    expectation = open.isEmpty ? .endOfFile : .commaOrEnd
  }

  private mutating func begin(
    _ container: Container, at token: JSONToken
  ) throws(JSONSyntaxError) {
    guard open.count < maximumDepth else {
      throw JSONSyntaxError(.tooDeep(limit: maximumDepth), at: token.position)
    }
    open.append(container)
    expectation = container == .object ? .keyOrEnd : .valueOrEnd
  }

  private mutating func end() -> Event {
    let closed = open.popLast()
    passValue()
    return closed == .object ? .endObject : .endArray
  }

  private var afterComma: Expectation {
    switch (open.last, dialect) {
    case (.object, .strict): .key
    case (.object, .commented): .keyOrEnd
    case (_, .strict): .value
    case (_, .commented): .valueOrEnd
    }
  }

  private var expected: String {
    switch expectation {
    case .value: "a value"
    case .valueOrEnd: "a value or ']'"
    case .key: "a key in quotes"
    case .keyOrEnd: "a key in quotes or '}'"
    case .colon: "':'"
    case .commaOrEnd: open.last == .object ? "',' or '}'" : "',' or ']'"
    case .endOfFile: "the end of the file"
    }
  }

  private func quote(_ token: JSONToken, in bytes: Span<UInt8>) -> String {
    token.kind == .string ? "a string" : tokenizer.quote(token.range, in: bytes)
  }
}
