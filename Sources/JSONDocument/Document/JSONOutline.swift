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
    package var key: String
    package var value: JSONOutline
  }
}

extension JSONDocument {
  /// Finds where the parts of the text stand, without reading them.
  ///
  /// - Parameter paths: The arrays and objects to open, as `runs[].results`; the empty path is the
  ///   text itself. Something else at a path is passed over.
  package func outline(opening paths: Set<String>) throws(JSONSyntaxError) -> JSONOutline {
    do throws(JSONSyntaxError) {
      var reader = JSONEventReader(at: whole.range.lowerBound, maximumDepth: Self.maximumDepth)
      let outline = try outline(at: "", opening: paths, &reader)
      try reader.checkEnd(in: bytes.span.extracting(0..<count))
      return outline
    } catch {
      throw firstError()
    }
  }

  /// Recurses as deep as there are paths, however deep the text is.
  private func outline(
    at path: String, opening paths: Set<String>, _ reader: inout JSONEventReader
  ) throws(JSONSyntaxError) -> JSONOutline {
    let text = bytes.span
    guard paths.contains(path), let container = try reader.open(in: text) else {
      return .unread(Extent(range: try reader.skip(in: text)))
    }
    switch container {
    case .array:
      let inner = path + "[]"
      var elements: [JSONOutline] = []
      while try reader.findElement(in: text) {
        elements.append(try outline(at: inner, opening: paths, &reader))
      }
      return .array(elements)
    case .object:
      var members: [JSONOutline.Member] = []
      while let key = try reader.findMember(in: text) {
        let inner = path.isEmpty ? key : path + "." + key
        members.append(
          JSONOutline.Member(key: key, value: try outline(at: inner, opening: paths, &reader)))
      }
      return .object(members)
    }
  }
}
