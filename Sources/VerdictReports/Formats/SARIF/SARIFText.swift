import JSONDocument
import VerdictModel

/// The text of a log, with errors in the words of the model.
struct SARIFText {
  private let document: JSONDocument

  init(_ text: inout JSONText) {
    document = JSONDocument(&text)
  }

  /// The log down to its runs and results, which may be too many to be read at once.
  func outline() throws(ReportError) -> JSONOutline {
    do throws(JSONSyntaxError) {
      return try document.outline(opening: ["", "runs", "runs[]", "runs[].results"])
    } catch { throw ReportError(error) }
  }

  /// Reads a part of the text.
  ///
  /// - Parameter body: Looks at the part's value, which must not leave it; `nil` if there is no
  ///   such part, or it was opened in the outline.
  func read<Result>(
    _ outline: JSONOutline?, _ body: (JSONValue?) -> Result
  ) throws(ReportError) -> Result {
    guard case .unread(let extent) = outline else { return body(nil) }
    do throws(JSONSyntaxError) { return try document.read(extent) { body($0) } } catch {
      throw ReportError(error)
    }
  }

  /// Reads the elements of a list one by one.
  ///
  /// - Parameter body: Looks at each element's value, which must not leave it.
  func read(each elements: [JSONOutline], _ body: (JSONValue) -> Void) throws(ReportError) {
    let extents = elements.compactMap { element in
      if case .unread(let extent) = element { extent } else { nil }
    }
    do throws(JSONSyntaxError) { try document.read(each: extents, body) } catch {
      throw ReportError(error)
    }
  }

  /// What stands in a part of the text, for errors.
  func kind(of outline: JSONOutline) throws(ReportError) -> JSONValue.Kind {
    switch outline {
    case .array: .array
    case .object: .object
    case .unread: try read(outline) { $0?.kind ?? .null }
    }
  }
}

/// The members of an object that was opened.
struct SARIFMembers {
  private let members: [JSONOutline.Member]

  /// - Returns: `nil` if it is something else.
  init?(_ outline: JSONOutline) {
    guard case .object(let members) = outline else { return nil }
    self.members = members
  }

  /// The value of a key, the first one if it is there twice.
  subscript(_ key: String) -> JSONOutline? {
    members.first { $0.key == key }?.value
  }

  /// All values but those of some keys.
  func values(except keys: Set<String>) -> [JSONOutline] {
    members.filter { !keys.contains($0.key) }.map(\.value)
  }

  /// Keys that are there more than once, each named once.
  var repeatedKeys: [String] {
    var counts: [String: Int] = [:]
    for member in members { counts[member.key, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }
}

extension JSONValue {
  /// An index into a list; `nil` for -1, which says that there is none (SARIF 2.1.0 §3.4.5).
  var listIndex: Int? { int.flatMap { $0 >= 0 ? $0 : nil } }
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
