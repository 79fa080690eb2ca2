internal import JSONDocument
internal import VerdictModel

/// The text of a log, with errors in the words of the model.
struct SARIFText {
  let document: JSONDocument

  func read(_ extent: JSONDocument.Extent) throws(ReportError) -> JSONValue {
    do throws(JSONSyntaxError) { return try document.read(extent) } catch {
      throw ReportError(error)
    }
  }

  /// The members of an object; `nil` if it is something else.
  func members(of extent: JSONDocument.Extent) throws(ReportError) -> SARIFMembers? {
    do throws(JSONSyntaxError) {
      return try document.members(of: extent).map(SARIFMembers.init)
    } catch { throw ReportError(error) }
  }

  /// Hands out the elements of an array one after the other.
  ///
  /// - Returns: `false` if it is something else.
  func forEachElement(
    of extent: JSONDocument.Extent, _ body: (JSONDocument.Extent) throws(ReportError) -> Void
  ) throws(ReportError) -> Bool {
    var elements: JSONDocument.Elements
    do throws(JSONSyntaxError) {
      guard let found = try document.elements(of: extent) else { return false }
      elements = found
    } catch { throw ReportError(error) }
    while true {
      let element: JSONDocument.Extent?
      do throws(JSONSyntaxError) { element = try elements.next() } catch {
        throw ReportError(error)
      }
      guard let element else { return true }
      try body(element)
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
