/// A value in a baseline that no baseline has, with the keys that lead to it.
struct CorruptValue: Error, Hashable {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  /// From the outside in.
  var path: [Step]
  /// What was found, what was expected.
  var words: String

  init(_ words: String, at path: [Step] = []) {
    self.path = path
    self.words = words
  }

  /// From what `JSONDecoder` says.
  init(_ error: DecodingError) {
    switch error {
    case .typeMismatch(let type, let context):
      self.init("expected \(Self.words(for: type))", at: Self.path(context.codingPath))
    case .valueNotFound(let type, let context):
      self.init("found null, expected \(Self.words(for: type))", at: Self.path(context.codingPath))
    case .keyNotFound(let key, let context):
      self.init("is missing", at: Self.path(context.codingPath) + [.key(key.stringValue)])
    case .dataCorrupted(let context):
      // JSONDecoder does not say where; as the text is JSON, nothing else can be wrong.
      self.init(
        "a number has a fraction or is out of range", at: Self.path(context.codingPath))
    @unknown default:
      self.init("cannot be read")
    }
  }

  /// `reports.unit["a/b"].tests[3].outcome: words`.
  var problem: BaselineProblem {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        let isWord = key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        text += isWord ? (text.isEmpty ? key : "." + key) : "[\"\(key)\"]"
      }
    }
    return .corrupted(key: text, words: words)
  }

  private static func path(_ keys: [any CodingKey]) -> [Step] {
    keys.map { key in key.intValue.map { .index($0) } ?? .key(key.stringValue) }
  }

  private static func words(for type: Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Int.Type, is Int64.Type, is UInt64.Type: "a whole number"
    case is Bool.Type: "true or false"
    default:
      String(describing: type).hasPrefix("Array") ? "a list" : "an object"
    }
  }
}

/// Does something with the value of a key; what goes wrong there is reported with the key.
func at<Value>(
  _ key: String, _ body: () throws(CorruptValue) -> Value
) throws(CorruptValue) -> Value {
  try at(.key(key), body)
}

/// Turns every element of a list; what goes wrong is reported with key and index.
func each<Element, Value>(
  _ key: String, _ elements: [Element], _ body: (Element) throws(CorruptValue) -> Value
) throws(CorruptValue) -> [Value] {
  try at(.key(key)) { () throws(CorruptValue) in
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      values.append(try at(.index(index)) { () throws(CorruptValue) in try body(element) })
    }
    return values
  }
}

func at<Value>(
  _ step: CorruptValue.Step, _ body: () throws(CorruptValue) -> Value
) throws(CorruptValue) -> Value {
  do throws(CorruptValue) {
    return try body()
  } catch {
    throw CorruptValue(error.words, at: [step] + error.path)
  }
}
