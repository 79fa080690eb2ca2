/// One JSON value with the place where it begins, for files that people write and that must be
/// answered with a place.
package struct PositionedJSON: Sendable {
  /// How deep arrays and objects may be nested: far more than a file that somebody writes needs,
  /// and few enough for those who walk the tree by recursion.
  package static let maximumDepth = 64

  /// The types of JSON, with what they hold.
  package enum Value: Sendable {
    case null
    case bool(Bool)
    /// As written, and well formed: `79.50`.
    case number(String)
    case string(String)
    case array([PositionedJSON])
    /// In the text's order, no key twice.
    case object([Member])
  }

  /// One key of an object with its value.
  package struct Member: Sendable {
    /// With its escapes resolved.
    package var key: String
    /// Where the key's opening quote stands, in the file of its value.
    package var keyPosition: JSONPosition
    /// What the key stands for.
    package var value: PositionedJSON

    package init(key: String, keyPosition: JSONPosition, value: PositionedJSON) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// What stands there.
  package var value: Value
  /// Where it begins: at the opening quote of a string, the bracket of an array or object.
  package var position: JSONPosition
  /// The file that it was read from, where several make one tree; `nil` for the one that is read.
  package var file: String?

  package init(_ value: Value, at position: JSONPosition, in file: String? = nil) {
    self.value = value
    self.position = position
    self.file = file
  }

  /// Reads a text with comments (`//`, `/* */`) and trailing commas.
  ///
  /// - Parameter file: What every value says that it was read from.
  /// - Throws: The first error; a key that an object has twice is one.
  package static func parse(
    _ bytes: [UInt8], in file: String? = nil
  ) throws(JSONSyntaxError) -> PositionedJSON {
    let text = bytes.span
    var reader = JSONEventReader(of: text, dialect: .commented, maximumDepth: maximumDepth)
    var builder = TreeBuilder(file: file)
    while true {
      switch try reader.next(in: text) {
      case .beginObject(let token):
        builder.open(.object, at: token.position)
      case .beginArray(let token):
        builder.open(.array, at: token.position)
      case .key(let token):
        try builder.addKey(try JSONTokenizer.decode(token, in: text), at: token.position)
      case .scalar(let token):
        builder.add(try scalar(token, in: text), at: token.position)
      case .endObject, .endArray:
        builder.close()
      case .end:
        return builder.root
      }
    }
  }

  private static func scalar(
    _ token: JSONToken, in text: Span<UInt8>
  ) throws(JSONSyntaxError) -> Value {
    switch token.kind {
    case .string: .string(try JSONTokenizer.decode(token, in: text))
    case .true: .bool(true)
    case .false: .bool(false)
    case .number: .number(String(decoding: token.range.map { text[$0] }, as: UTF8.self))
    default: .null
    }
  }
}

/// Puts values into the innermost open array or object.
private struct TreeBuilder {
  enum Kind {
    case array, object
  }

  private struct Frame {
    var kind: Kind
    var position: JSONPosition
    /// Of an array.
    var elements: [PositionedJSON] = []
    /// Of an object.
    var members: [PositionedJSON.Member] = []
    /// The key that waits for its value.
    var key: (text: String, position: JSONPosition)?
    /// The line of each key so far.
    var keyLines: [String: Int] = [:]
  }

  private let file: String?
  private var frames: [Frame] = []
  private(set) var root = PositionedJSON(.null, at: JSONPosition(line: 1, column: 1))

  init(file: String?) { self.file = file }

  mutating func open(_ kind: Kind, at position: JSONPosition) {
    frames.append(Frame(kind: kind, position: position))
  }

  mutating func addKey(_ key: String, at position: JSONPosition) throws(JSONSyntaxError) {
    guard let top = frames.indices.last else { return }
    if let line = frames[top].keyLines.updateValue(position.line, forKey: key) {
      throw JSONSyntaxError(.duplicateKey(key, firstLine: line), at: position)
    }
    frames[top].key = (key, position)
  }

  mutating func add(_ value: PositionedJSON.Value, at position: JSONPosition) {
    let value = PositionedJSON(value, at: position, in: file)
    guard let top = frames.indices.last else {
      root = value
      return
    }
    switch frames[top].kind {
    case .array: frames[top].elements.append(value)
    case .object:
      guard let key = frames[top].key else { return }
      frames[top].members.append(.init(key: key.text, keyPosition: key.position, value: value))
    }
  }

  mutating func close() {
    guard let frame = frames.popLast() else { return }
    let value: PositionedJSON.Value =
      switch frame.kind {
      case .array: .array(frame.elements)
      case .object: .object(frame.members)
      }
    add(value, at: frame.position)
  }
}
