import VerdictModel

/// The table of `verdict policy test`: what each limit does at its edges.
struct LimitEdgesTable {
  /// The stages at which the limits do the same.
  let stages: [String]
  let edges: [LimitEdges]

  /// One table for each set of stages with the same answers, in the order of the stages.
  static func tables(_ stages: [(stage: String, edges: [LimitEdges])]) -> [LimitEdgesTable] {
    var tables: [LimitEdgesTable] = []
    for (stage, edges) in stages where !edges.isEmpty {
      if let index = tables.firstIndex(where: { $0.edges == edges }) {
        tables[index] = LimitEdgesTable(
          stages: tables[index].stages + [stage], edges: tables[index].edges)
      } else {
        tables.append(LimitEdgesTable(stages: [stage], edges: edges))
      }
    }
    return tables
  }
}

extension TerminalPage {
  /// One line for each limit, under the titles of their gates.
  mutating func table(_ table: LimitEdgesTable) {
    let stages = table.stages
    paragraph(
      (stages.count == 1 ? "stage " : "stages ") + stages.joined(separator: ", "),
      prefix: "  " + Self.cells(LimitEdge.allCases.map(\.words)), style: .bold)
    var gate: String?
    for edge in table.edges {
      if edge.gate != gate { paragraph(edge.title) }
      gate = edge.gate
      let sign = edge.isWrong ? "✗ " : edge.passes.isEmpty ? "  " : "! "
      let cells = LimitEdge.allCases.map { edge.answers[$0]?.words ?? "–" }
      paragraph(
        "\(edge.words), \(edge.limit.words)", prefix: sign + Self.cells(cells),
        style: edge.isWrong ? .red : edge.passes.isEmpty ? .plain : .yellow)
    }
  }

  /// Columns of the same width in every table: what follows is as long as it is.
  private static func cells(_ texts: [String]) -> String {
    zip(texts, LimitEdge.allCases).map { text, edge in
      text.padded(toWidth: max(7, edge.words.displayWidth) + 2)
    }.joined()
  }
}

extension LimitEdges {
  /// What was tried: `coverage.lines of critical, each file`.
  var words: String {
    let scope = subject.ruleWords
    guard let each = subject.each else { return scope }
    // What names its item already needs no other word.
    let item = subject.item.map { each == "key" ? "" : ", \($0)" }
    return scope + (item ?? ", each \(each)")
  }

  /// Whether a value is not answered as the limit says.
  var isWrong: Bool {
    answers.contains { edge, answer in
      edge.holds(limit.relation).map { ($0 ? .satisfied : .violated) != answer.status } ?? false
    }
  }

  /// What has no effect on a verdict although it does not hold, a sentence each.
  var passes: [String] {
    var passes: [String] = []
    for edge in LimitEdge.allCases {
      guard let answer = answers[edge], answer.action == .info else { continue }
      let words: String? =
        switch edge {
        case .missing: "passes without its reports"
        case .noBaseline: "passes without a baseline"
        case .below, .equal, .above:
          answer.status == .violated ? "only informs of what is beyond the limit" : nil
        }
      if let words, !passes.contains(words) { passes.append(words) }
    }
    return passes
  }
}

extension LimitEdge {
  fileprivate var words: String { self == .noBaseline ? "no baseline" : rawValue }
}

extension EdgeAnswer {
  fileprivate var words: String {
    switch status {
    case .satisfied, .notApplicable: "pass"
    case .violated, .waived, .undecided: action.name
    }
  }
}
