/// One value of a document. A value of another type than asked for answers `nil`.
package struct YAMLValue: Sendable {
  let document: YAMLDocument
  let index: Int

  /// Where it begins, 1-based.
  package var line: Int { document.nodes[index].line }

  /// The text of a scalar, without quotes and with its escapes resolved.
  package var text: String? {
    if case .text(let text) = document.nodes[index].node { text } else { nil }
  }

  /// The elements of a list.
  package var list: [YAMLValue]? {
    guard case .list(let elements) = document.nodes[index].node else { return nil }
    return elements.map(sibling)
  }

  /// The members of a map, in the text's order, each key once.
  package var map: [(key: YAMLValue, value: YAMLValue)]? {
    guard case .map(let members) = document.nodes[index].node else { return nil }
    return members.map { (sibling($0.key), sibling($0.value)) }
  }

  /// The value of a key of a map.
  package subscript(key: String) -> YAMLValue? { map?.first { $0.key.text == key }?.value }

  private func sibling(_ index: Int) -> YAMLValue { YAMLValue(document: document, index: index) }
}
