/// The shape of a text down to some arrays and objects: the way to read a long list element by
/// element instead of all at once.
package enum JSONOutline: Sendable {
  /// A value that was passed over. What it is, and whether it is JSON, only reading it tells.
  case unread(JSONDocument.Extent)
  /// In the text's order.
  case array([JSONOutline])
  /// In the text's order; a key may be there twice.
  case object([Member])

  /// One key of an object with its value.
  package struct Member: Sendable {
    /// With its escapes resolved.
    package var key: String
    /// Opened or passed over, as the paths say.
    package var value: JSONOutline
  }
}

extension JSONDocument {
  /// How many values an outline may have: a list of the shortest values takes eight times the
  /// memory of its text. The longest real reports have some hundred thousand results.
  package static let maximumOutline = 5_000_000

  /// Finds where the parts of the text stand, without reading them.
  ///
  /// - Parameter paths: The arrays and objects to open, as `runs[].results`; the empty path is the
  ///   text itself. Something else at a path is passed over.
  package func outline(opening paths: Set<String>) throws(JSONSyntaxError) -> JSONOutline {
    let (outline, error) = readableOutline(opening: paths)
    if let error { throw error }
    return outline
  }

  /// Finds the parts of a text that may be damaged: what stands before the first error, and that
  /// error. The last value may be damaged itself, which shows when it is read.
  ///
  /// - Parameter paths: As in `outline(opening:)`.
  package func readableOutline(
    opening paths: Set<String>
  ) -> (outline: JSONOutline, error: JSONSyntaxError?) {
    var builder = OutlineBuilder(document: self, paths: paths)
    let outline = builder.outline(at: "") ?? .unread(whole)
    builder.checkEnd()
    guard let error = builder.error else { return (outline, nil) }
    if case .tooMany = error.problem { return (outline, error) }
    return (outline, firstError())
  }
}

/// Opens arrays and objects, up to the first error.
private struct OutlineBuilder {
  private let bytes: [UInt8]
  /// How many of them are text.
  private let count: Int
  private let paths: Set<String>
  private var reader: JSONEventReader
  /// How many more values there may be.
  private var room = JSONDocument.maximumOutline
  private(set) var error: JSONSyntaxError?

  init(document: JSONDocument, paths: Set<String>) {
    bytes = document.bytes
    count = document.count
    self.paths = paths
    reader = JSONEventReader(
      at: document.whole.range.lowerBound, maximumDepth: JSONDocument.maximumDepth)
  }

  /// Recurses as deep as there are paths, however deep the text is.
  ///
  /// - Returns: What was found up to the first error; `nil` if the value does not even begin.
  mutating func outline(at path: String) -> JSONOutline? {
    let bytes = bytes
    do throws(JSONSyntaxError) {
      room -= 1
      guard room >= 0 else {
        throw JSONSyntaxError(
          .tooMany(limit: JSONDocument.maximumOutline), at: JSONPosition(line: 1, column: 1))
      }
      guard paths.contains(path), let container = try reader.open(in: bytes.span) else {
        return .unread(JSONDocument.Extent(range: try reader.skip(in: bytes.span)))
      }
      switch container {
      case .array: return .array(elements(at: path + "[]"))
      case .object: return .object(members(at: path.isEmpty ? "" : path + "."))
      }
    } catch {
      self.error = error
      return nil
    }
  }

  /// Notes if something stands behind the outermost value.
  mutating func checkEnd() {
    guard error == nil else { return }
    let bytes = bytes
    do throws(JSONSyntaxError) {
      try reader.checkEnd(in: bytes.span.extracting(0..<count))
    } catch {
      self.error = error
    }
  }

  private mutating func elements(at path: String) -> [JSONOutline] {
    let bytes = bytes
    var elements: [JSONOutline] = []
    do throws(JSONSyntaxError) {
      while error == nil, try reader.findElement(in: bytes.span) {
        if let element = outline(at: path) { elements.append(element) }
      }
    } catch {
      self.error = error
    }
    return elements
  }

  private mutating func members(at prefix: String) -> [JSONOutline.Member] {
    let bytes = bytes
    var members: [JSONOutline.Member] = []
    do throws(JSONSyntaxError) {
      while error == nil, let key = try reader.findMember(in: bytes.span) {
        guard let value = outline(at: prefix + key) else { break }
        members.append(JSONOutline.Member(key: key, value: value))
      }
    } catch {
      self.error = error
    }
    return members
  }
}
