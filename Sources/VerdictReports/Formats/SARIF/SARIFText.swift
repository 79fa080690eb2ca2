internal import JSONDocument
internal import VerdictModel

/// The text of a log, with errors in the words of the model.
struct SARIFText {
  let document: JSONDocument

  /// Reads a part of the text.
  ///
  /// - Parameter body: Looks at the part's value, which must not leave it.
  func read<Result>(
    _ extent: JSONDocument.Extent, _ body: (JSONValue) -> Result
  ) throws(ReportError) -> Result {
    do throws(JSONSyntaxError) { return try document.read(extent, body) } catch {
      throw ReportError(error)
    }
  }

  /// Reads a part of the text that may be missing.
  func readIfPresent<Result>(
    _ extent: JSONDocument.Extent?, _ body: (JSONValue?) -> Result
  ) throws(ReportError) -> Result {
    guard let extent else { return body(nil) }
    return try read(extent) { body($0) }
  }

  /// What stands in a part of the text, for errors.
  func kind(of extent: JSONDocument.Extent) throws(ReportError) -> JSONValue.Kind {
    try read(extent) { $0.kind }
  }

  /// The members of an object; `nil` if it is something else.
  func members(of extent: JSONDocument.Extent) throws(ReportError) -> SARIFMembers? {
    do throws(JSONSyntaxError) {
      return try document.members(of: extent).map(SARIFMembers.init)
    } catch { throw ReportError(error) }
  }

  /// The elements of an array; `nil` if it is something else.
  func elements(
    of extent: JSONDocument.Extent
  ) throws(ReportError) -> [JSONDocument.Extent]? {
    do throws(JSONSyntaxError) { return try document.elements(of: extent) } catch {
      throw ReportError(error)
    }
  }
}

/// The members of one object of a log that is too large to be read at once.
struct SARIFMembers {
  private var members: [(key: String, value: JSONDocument.Extent)]

  init(_ members: [(key: String, value: JSONDocument.Extent)]) {
    self.members = members
  }

  /// The value of a key, the first one if it is there twice.
  subscript(_ key: String) -> JSONDocument.Extent? {
    members.first { $0.key == key }?.value
  }

  /// All values but those of some keys.
  func values(except keys: Set<String>) -> [JSONDocument.Extent] {
    members.filter { !keys.contains($0.key) }.map(\.value)
  }

  /// Keys that are there more than once, each named once.
  var repeatedKeys: [String] {
    var counts: [String: Int] = [:]
    for member in members { counts[member.key, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }
}

extension JSONValue.Kind {
  /// For errors: what was found.
  var words: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
