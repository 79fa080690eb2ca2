package import VerdictModel

/// What `verdict policy test` tells.
package struct PolicyTestSummary: Sendable {
  private let policy: String
  private let edges: [(stage: String, edges: [LimitEdges])]

  /// - Parameters:
  ///   - policy: As the user named it.
  ///   - edges: What the limits do at each stage, in the policy's order.
  package init(policy: String, edges: [(stage: String, edges: [LimitEdges])]) {
    self.policy = policy
    self.edges = edges
  }

  /// Whether something does not do what it says.
  package var isWrong: Bool { edges.contains { $0.edges.contains(where: \.isWrong) } }

  /// For people.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    for table in LimitEdgesTable.tables(edges) {
      page.table(table)
      page.blank()
    }
    let limits = Set(edges.flatMap(\.edges).map { Tried(rule: $0.rule, limit: $0.limit) })
    page.paragraph(
      "\(counted(limits.count, "limit", "limits")) of \(policy) tried at their edges",
      style: .bold)
    for words in passes { page.paragraph(words, indent: 2, prefix: "! ", style: .yellow) }
    return page.text
  }

  private struct Tried: Hashable {
    let rule: SourcePosition
    let limit: Limit
  }

  private var passes: [String] {
    var seen: Set<String> = []
    return edges.flatMap(\.edges).flatMap { edges in
      edges.passes.map { "\(edges.rule.words(in: policy)): \(edges.words) \($0)" }
    }.filter { seen.insert($0).inserted }
  }
}
