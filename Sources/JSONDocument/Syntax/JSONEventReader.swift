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

  private enum Container {
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

  private var tokenizer: JSONTokenizer
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

  mutating func next(in bytes: Span<UInt8>) throws(JSONSyntaxError) -> Event {
    while true {
      let token = try tokenizer.next(in: bytes)
      switch (expectation, token.kind) {
      case (.value, .beginObject), (.valueOrEnd, .beginObject):
        try begin(.object, at: token)
        return .beginObject(token)
      case (.value, .beginArray), (.valueOrEnd, .beginArray):
        try begin(.array, at: token)
        return .beginArray(token)
      case (.value, .string), (.value, .number), (.value, .true), (.value, .false), (.value, .null),
        (.valueOrEnd, .string), (.valueOrEnd, .number), (.valueOrEnd, .true), (.valueOrEnd, .false),
        (.valueOrEnd, .null):
        expectation = open.isEmpty ? .endOfFile : .commaOrEnd
        return .scalar(token)
      case (.key, .string), (.keyOrEnd, .string):
        expectation = .colon
        return .key(token)
      case (.colon, .colon):
        expectation = .value
      case (.commaOrEnd, .comma):
        expectation = afterComma
      case (.keyOrEnd, .endObject):
        return end()
      case (.valueOrEnd, .endArray):
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
    expectation = open.isEmpty ? .endOfFile : .commaOrEnd
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
