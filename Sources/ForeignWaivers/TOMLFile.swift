import JSONDocument
import TOMLKit
import VerdictModel

/// A text in TOML.
struct TOMLFile {
  let root: TOMLObject
  private let lines: [Substring]

  private static let longestLine = 4096

  init(_ text: String) throws(ForeignWaiverError) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // The library walks dotted keys by recursion, and nothing else bounds how many parts one has.
    if let long = lines.firstIndex(where: { $0.utf8.count > Self.longestLine }) {
      throw ForeignWaiverError(
        .syntax("a line has more than \(Self.longestLine) bytes"), line: long + 1)
    }
    do {
      // Read on as JSON: TOMLKit 0.6 does not tell every type of value right.
      let json = try TOMLTable(string: text)
        .convert(to: .json, options: [.quoteDateAndTimes, .quoteInfinitesAndNaNs])
      root = TOMLObject(try PositionedJSON.parse(Array(json.utf8)))
    } catch let error as TOMLParseError {
      throw ForeignWaiverError(
        .syntax("no TOML: \(error.description)"), line: error.source.begin.line)
    } catch {
      throw ForeignWaiverError(.syntax("no TOML that can be read: \(error)"), line: nil)
    }
  }

  /// The line on which a value stands: the library keeps no places of what it read.
  func line(of value: String) -> Int {
    let line = lines.firstIndex { line in
      let code = line.prefix { $0 != "#" }
      return code.contains("\"\(value)\"") || code.contains("'\(value)'")
    }
    return (line ?? 0) + 1
  }
}

/// A table, or any other value where a table is expected.
struct TOMLObject {
  private let json: PositionedJSON

  init(_ json: PositionedJSON) { self.json = json }

  /// Refuses any other key: what is not understood may narrow what the table accepts.
  func allowOnly(_ keys: [String], line: Int? = nil) throws(ForeignWaiverError) {
    guard case .object(let members) = json.value else { return }
    for member in members where !keys.contains(member.key) {
      throw ForeignWaiverError(.notExpressible(key: member.key), line: line)
    }
  }

  /// The table of a key; `nil` if it is absent.
  func table(_ key: String) throws(ForeignWaiverError) -> TOMLObject? {
    guard let value = self[key] else { return nil }
    guard case .object = value.value else { throw wrong(key, "a table") }
    return TOMLObject(value)
  }

  /// The tables of a key; none if it is absent.
  func tables(_ key: String) throws(ForeignWaiverError) -> [TOMLObject] {
    guard let value = self[key] else { return [] }
    guard case .array(let elements) = value.value,
      elements.allSatisfy({ if case .object = $0.value { true } else { false } })
    else { throw wrong(key, "a list of tables") }
    return elements.map(TOMLObject.init)
  }

  /// The text of a key, a day or time among it; `nil` if it is absent.
  func text(_ key: String, expected: String = "text") throws(ForeignWaiverError) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value.value else { throw wrong(key, expected) }
    return text
  }

  /// The texts of a key; none if it is absent.
  func texts(_ key: String) throws(ForeignWaiverError) -> [String] {
    guard let value = self[key] else { return [] }
    guard case .array(let elements) = value.value else { throw wrong(key, "a list of texts") }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element.value else { throw wrong(key, "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// Whether a key says true.
  func flag(_ key: String) throws(ForeignWaiverError) -> Bool {
    guard let value = self[key] else { return false }
    guard case .bool(let flag) = value.value else { throw wrong(key, "true or false") }
    return flag
  }

  /// The day of a key, with or without a time; `nil` if it is absent.
  func day(_ key: String, line: Int?) throws(ForeignWaiverError) -> Day? {
    guard let text = try text(key, expected: "a day") else { return nil }
    return try Day(foreign: text, line: line)
  }

  private subscript(key: String) -> PositionedJSON? {
    guard case .object(let members) = json.value else { return nil }
    return members.first { $0.key == key }?.value
  }

  private func wrong(_ key: String, _ expected: String) -> ForeignWaiverError {
    ForeignWaiverError(.wrongType(key: key, expected: expected), line: nil)
  }
}
