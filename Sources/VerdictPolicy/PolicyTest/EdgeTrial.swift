package import VerdictModel

/// Tries every limit of a policy at its edges: with the values right beside it, without reports, and
/// without a baseline. The engine judges as it always does; only what is measured is made up.
package struct EdgeTrial {
  private let policy: Policy
  private let stage: String
  private let now: Moment

  /// - Parameters:
  ///   - stage: One of the policy's.
  ///   - now: Before which days rules only inform.
  package init(_ policy: Policy, stage: String, now: Moment) {
    self.policy = policy
    self.stage = stage
    self.now = now
  }

  /// In the policy's order, one entry for each limit of each rule that is asked at the stage.
  package var edges: [LimitEdges] {
    policy.gates.flatMap { gate in
      gate.rules.filter { $0.applies(at: stage) }.flatMap { rule in
        rule.limits.flatMap { limit in
          limit.amounts.compactMap { entry in
            item(for: entry.items, of: limit, rule).flatMap { item in
              edges(of: gate, rule, Limit(limit.relation, entry.amount), entry.items, item)
            }
          }
        }
      }
    }
  }

  /// Something that a rule asks of each.
  private enum Item {
    /// The rule asks for one value.
    case whole
    /// A component, key or report of the policy.
    case declared(String)
    /// A made-up file, test or benchmark.
    case measured(String)

    var name: String? {
      switch self {
      case .whole: nil
      case .declared(let name), .measured(let name): name
      }
    }
  }

  /// An item to which one amount of a limit applies; `nil` if there is none.
  private func item(for items: Glob, of limit: RuleLimit, _ rule: Rule) -> Item? {
    func applies(_ name: String) -> Bool {
      limit.amounts.first { $0.items.matches(name) || $0.items.pattern == "*" }?.items == items
    }
    switch rule.each {
    case .components(let names), .keys(let names):
      return names.first(where: applies).map { .declared($0) }
    case .report: return reports(of: rule).first(where: applies).map { .declared($0) }
    case .file, .benchmark, .test:
      return items.examples.first(where: applies).map { .measured($0) }
    case nil: return .whole
    }
  }

  /// The reports that a rule looks at, by what the policy says.
  private func reports(of rule: Rule) -> [String] {
    if !rule.from.isEmpty { return rule.from }
    return policy.reports.filter { report in
      report.kind == nil || rule.metric.kind == nil || report.kind == rule.metric.kind
    }.map(\.id)
  }

  private func edges(
    of gate: Gate, _ rule: Rule, _ limit: Limit, _ items: Glob, _ item: Item
  ) -> LimitEdges? {
    let samples = EdgeValues(limit, of: rule.metric.unit)
    let compares = limit.relation.comparesWithBaseline || rule.needsBaseline
    var rule = rule
    rule.limits = [RuleLimit(relation: limit.relation, amounts: [(items, limit.amount)])]
    switch (rule.each, item) {
    case (.components, .declared(let name)): rule.each = .components([name])
    case (.keys, .declared(let name)): rule.each = .keys([name])
    case (.report, .declared(let name)): rule.from = [name]
    default: break
    }
    var answers: [LimitEdge: EdgeAnswer] = [:]
    var subject: CheckSubject?
    for edge in LimitEdge.allCases {
      if edge == .noBaseline, !compares { continue }
      let value = samples.values[edge]
      if edge.holds(limit.relation) != nil, value == nil { continue }
      let before = edge == .noBaseline ? nil : samples.baseline ?? value ?? samples.values[.equal]
      let check = check(
        rule, gate, measuring: value ?? samples.values[.equal] ?? samples.baseline, before: before,
        as: item, isMissing: edge == .missing, hasBaseline: compares && edge != .noBaseline)
      guard let check else { continue }
      subject = check.subject
      subject?.item = items == .everything ? nil : items.pattern
      answers[edge] = EdgeAnswer(value: value, status: check.status, action: check.action)
    }
    return subject.map { subject in
      LimitEdges(
        gate: gate.id, title: gate.title, subject: subject, limit: limit, rule: rule.position,
        answers: answers)
    }
  }

  /// What the engine says of one rule.
  private func check(
    _ rule: Rule, _ gate: Gate, measuring value: Quantity?, before: Quantity?, as item: Item,
    isMissing: Bool, hasBaseline: Bool
  ) -> Check? {
    let isWhole = if case .measured = item { false } else { true }
    var rule = rule
    let basis = max(rule.ignoreBelow ?? 0, 1)
    rule.metric.measure = { scope in
      // What is measured over a baseline has none itself.
      let quantity = hasBaseline && scope.baseline == nil ? before : value
      return quantity.map {
        [Measurement(item: isWhole ? nil : item.name, value: $0, basis: basis, places: [])]
      } ?? []
    }
    var policy = policy
    policy.gates = [
      Gate(id: gate.id, title: gate.title, rules: [rule], reviewers: gate.reviewers)
    ]
    func evidence(isMissing: Bool) -> Evidence {
      Evidence(
        parts: reports(of: rule).map { id in
          EvidencePart(
            id: id, sources: [], gaps: isMissing ? [.missing(patterns: [])] : [],
            content: isMissing ? EvidenceContent() : .some(of: rule.metric.kind ?? .tests))
        })
    }
    let verdict = evaluate(
      EvaluationInput(
        policy: policy, policyName: "", stage: stage, now: now, commit: nil,
        evidence: evidence(isMissing: isMissing),
        baseline: hasBaseline
          ? Baseline(
            reference: BaselineReference(commit: nil, distance: nil, saved: now.description),
            evidence: evidence(isMissing: false)) : nil,
        change: ChangeSet(origin: "", files: []), repositoryFiles: nil, notices: []))
    return verdict.gates.flatMap(\.checks).first
  }
}

extension EvidenceContent {
  /// A little evidence of a kind.
  fileprivate static func some(of kind: EvidenceKind) -> Self {
    switch kind {
    case .coverage: .lines(covered: 1, missed: 0)
    case .tests: .tests([.passed])
    case .findings: .findings([.note])
    case .benchmarks: .benchmark(milliseconds: 1)
    case .facts: .fact("any", .boolean(true))
    }
  }
}
