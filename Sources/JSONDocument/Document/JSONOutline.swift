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
  /// How many values an outline may have: a list of the shortest values takes eight times the memory
  /// of its text. The longest real reports have some hundred thousand results.
  package static let maximumOutline = 5_000_000

  /// Finds where the parts of the text stand, without reading them.
  ///
  /// - Parameter paths: The arrays and objects to open, as `runs[].results`; the empty path is the
  ///   text itself. Something else at a path is passed over.
  package func outline(opening paths: Set<String>) throws(JSONSyntaxError) -> JSONOutline {
    do throws(JSONSyntaxError) {
      var reader = JSONEventReader(at: whole.range.lowerBound, maximumDepth: Self.maximumDepth)
      var room = Self.maximumOutline
      let outline = try outline(at: "", opening: paths, &reader, &room)
      try reader.checkEnd(in: bytes.span.extracting(0..<count))
      return outline
    } catch {
      if case .tooMany = error.problem { throw error }
      throw firstError()
    }
  }

  /// Recurses as deep as there are paths, however deep the text is.
  private func outline(
    at path: String, opening paths: Set<String>, _ reader: inout JSONEventReader,
    _ room: inout Int
  ) throws(JSONSyntaxError) -> JSONOutline {
    let text = bytes.span
    room -= 1
    guard room >= 0 else {
      throw JSONSyntaxError(
        .tooMany(limit: Self.maximumOutline), at: JSONPosition(line: 1, column: 1))
    }
    guard paths.contains(path), let container = try reader.open(in: text) else {
      return .unread(Extent(range: try reader.skip(in: text)))
    }
    switch container {
    case .array:
      let inner = path + "[]"
      var elements: [JSONOutline] = []
      while try reader.findElement(in: text) {
        elements.append(try outline(at: inner, opening: paths, &reader, &room))
      }
      return .array(elements)
    case .object:
      var members: [JSONOutline.Member] = []
      while let key = try reader.findMember(in: text) {
        let inner = path.isEmpty ? key : path + "." + key
        members.append(
          JSONOutline.Member(
            key: key, value: try outline(at: inner, opening: paths, &reader, &room)))
      }
      return .object(members)
    }
  }
}
