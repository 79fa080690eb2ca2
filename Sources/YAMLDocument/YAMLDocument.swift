/// A YAML document as libyaml reads it: scalars are texts, whatever they look like.
///
/// Values refer to each other by number, so that an alias costs nothing, and one that leads back to
/// itself does no harm.
package struct YAMLDocument: Sendable {
  enum Node {
    case text(String)
    case list([Int])
    case map([(key: Int, value: Int)])
  }

  /// In the order in which they begin; the first one is the root.
  let nodes: [(line: Int, node: Node)]

  /// Reads a text.
  package init(_ text: String) throws(YAMLSyntaxError) {
    let events = YAMLEvents(text)
    guard case .documentStart = try events.next().event else {
      nodes = []
      return
    }
    var builder = YAMLBuilder()
    while try builder.take(events.next()) {}
    nodes = builder.nodes
    let (next, line) = try events.next()
    if case .documentStart = next { throw YAMLSyntaxError(problem: .secondDocument, line: line) }
  }

  /// The outermost value; `nil` for an empty text.
  package var root: YAMLValue? { nodes.isEmpty ? nil : YAMLValue(document: self, index: 0) }
}
