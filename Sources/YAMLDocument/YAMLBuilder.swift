/// Makes nodes of the events of one document.
struct YAMLBuilder {
  private(set) var nodes: [(line: Int, node: YAMLDocument.Node)] = []
  /// The lists and maps that have not ended, outermost first.
  private var open: [Open] = []
  /// The nodes that have an anchor; of several with one name the last.
  private var anchors: [String: Int] = [:]

  private struct Open {
    let index: Int
    let isMap: Bool
    /// The numbers of its values; of a map, keys and values in turn.
    var values: [Int] = []
    /// The keys of a map.
    var keys: Set<String> = []
  }

  /// How deep values may be nested. libyaml has no limit, and looks through all lists that have not
  /// ended at each word.
  private static let maximumDepth = 1_000

  /// Takes an event.
  ///
  /// - Returns: Whether the document goes on.
  mutating func take(_ next: (event: YAMLEvent, line: Int)) throws(YAMLSyntaxError) -> Bool {
    let line = next.line
    switch next.event {
    case .text(let text, let anchor): try add(.text(text), anchor, line)
    case .listStart(let anchor): try begin(.list([]), isMap: false, anchor, line)
    case .mapStart(let anchor): try begin(.map([]), isMap: true, anchor, line)
    case .alias(let name):
      guard let index = anchors[name] else {
        throw YAMLSyntaxError(problem: .undefinedAlias(name), line: line)
      }
      try put(index, line)
    case .end: end()
    case .documentStart: break
    case .documentEnd, .streamEnd: return false
    }
    return true
  }

  private mutating func begin(
    _ node: YAMLDocument.Node, isMap: Bool, _ anchor: String?, _ line: Int
  ) throws(YAMLSyntaxError) {
    guard open.count < Self.maximumDepth else {
      throw YAMLSyntaxError(problem: .tooDeep(Self.maximumDepth), line: line)
    }
    let index = nodes.count
    try add(node, anchor, line)
    open.append(Open(index: index, isMap: isMap))
  }

  private mutating func add(
    _ node: YAMLDocument.Node, _ anchor: String?, _ line: Int
  ) throws(YAMLSyntaxError) {
    if let anchor { anchors[anchor] = nodes.count }
    nodes.append((line, node))
    try put(nodes.count - 1, line)
  }

  /// Puts a node into the list or map that is open.
  private mutating func put(_ index: Int, _ line: Int) throws(YAMLSyntaxError) {
    guard let last = open.indices.last else { return }
    if open[last].isMap, open[last].values.count.isMultiple(of: 2),
      case .text(let key) = nodes[index].node, !open[last].keys.insert(key).inserted
    {
      throw YAMLSyntaxError(problem: .repeatedKey(key), line: line)
    }
    open[last].values.append(index)
  }

  private mutating func end() {
    guard let ended = open.popLast() else { return }
    let values = ended.values
    nodes[ended.index].node =
      ended.isMap
      ? .map(stride(from: 0, to: values.count - 1, by: 2).map { (values[$0], values[$0 + 1]) })
      : .list(values)
  }
}
