package import VerdictModel

/// What `verdict policy test` tells.
package struct PolicyTestSummary: Sendable {
  private let policy: String
  private let edges: [(stage: String, edges: [LimitEdges])]
  private let file: String?
  private let results: [PolicyTestResult]

  /// - Parameters:
  ///   - policy: As the user named it.
  ///   - edges: What the limits do at each stage, in the policy's order.
  ///   - file: Where the tests are; `nil` if there are none.
  ///   - results: Of every test, in the file's order.
  package init(
    policy: String, edges: [(stage: String, edges: [LimitEdges])], file: String?,
    results: [PolicyTestResult]
  ) {
    self.policy = policy
    self.edges = edges
    self.file = file
    self.results = results
  }

  /// Whether a test is not as expected, or a limit does not do what it says.
  package var isWrong: Bool {
    results.contains { !$0.differences.isEmpty }
      || edges.contains { $0.edges.contains(where: \.isWrong) }
  }

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
    if let file {
      page.blank()
      let good = results.count { $0.differences.isEmpty }
      page.paragraph(
        "\(good) of \(counted(results.count, "test", "tests")) of \(file) as expected",
        style: .bold)
      for result in results { page.result(result, in: file) }
    }
    return page.text
  }

  /// For machines.
  package var json: String {
    JSONText.text(
      JSONPolicyTest(
        policy: policy, holds: !isWrong,
        limits: edges.flatMap { stage, edges in
          edges.map { JSONLimitEdges($0, stage: stage) }
        }, file: file, tests: results.map(JSONPolicyTestResult.init)))
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

extension TerminalPage {
  /// How many checks that lead to a difference are shown before the rest is counted.
  private static let shownChecks = 10

  fileprivate mutating func result(_ result: PolicyTestResult, in file: String) {
    guard !result.differences.isEmpty else {
      paragraph(result.name, indent: 2, prefix: "✓ ")
      return
    }
    paragraph(
      "\(result.name) (\(result.position.words(in: file)))", indent: 2, prefix: "✗ ", style: .red)
    for difference in result.differences {
      let what = difference.gate.map { "gate \($0) " } ?? ""
      let found = difference.found.map { "got \($0)" } ?? "nothing of it was judged"
      paragraph("\(what)expected \(difference.expected), \(found)", indent: 6)
      let gates = result.verdict.gates.filter {
        difference.gate == nil || $0.id == difference.gate
      }
      list(
        gates.flatMap { gate in
          GateSection(gate, of: result.verdict).checks.map { "\($0.mark.rawValue) \($0.statement)" }
        }, atMost: Self.shownChecks, indent: 8)
    }
  }
}
