package import VerdictModel

/// A policy that was read and found consistent: evaluating it cannot fail.
package struct Policy: Sendable {
  /// Names for sets of paths, in the file's order.
  package var components: [Component]
  /// What must be there to be judged, in the file's order.
  package var reports: [ReportDeclaration]
  /// In the file's order, at least one.
  package var gates: [Gate]
  /// From the first to the last; the first is the default. At least one.
  package var stages: [String]
  package var defaults: AbsenceActions
  /// Where the baseline is kept, such as `file:.verdict/baseline.json`.
  package var baselineStore: String

  /// The stage of a policy that names none.
  package static let defaultStage = "check"
  /// The store of a policy that names none.
  package static let defaultBaselineStore = "file:.verdict/baseline.json"

  package func component(_ name: String) -> Component? {
    components.first { $0.name == name }
  }

  /// Whether any rule applies at a stage: a stage that asks nothing cannot be judged.
  package func asksSomething(at stage: String) -> Bool {
    gates.contains { gate in gate.rules.contains { $0.applies(at: stage) } }
  }
}

/// A named set of paths.
package struct Component: Sendable {
  package var name: String
  package var paths: [Glob]

  package func contains(_ path: String) -> Bool {
    paths.contains { $0.matches(path) }
  }
}

/// One entry of `reports`. Declared means expected.
package struct ReportDeclaration: Sendable {
  package var id: String
  /// Relative to the policy's directory.
  package var files: [Glob]
  /// `nil` to recognise the format from the content.
  package var format: String?
  /// The kind of evidence that `format` holds; `nil` with it.
  package var kind: EvidenceKind?
  /// Cut off from the beginning of the paths in the reports; empty for nothing.
  package var strip: String
  /// Whether its absence is no gap.
  package var isOptional: Bool
  /// How many files there must be at least; `nil` for one.
  package var shards: Int?
  package var position: SourcePosition
}

/// A group of rules with a name, as a pipeline document has it.
package struct Gate: Sendable {
  package var id: String
  package var title: String
  package var rules: [Rule]
  package var reviewers: [String]
}

/// One requirement, with the action if it does not hold.
package struct Rule: Sendable {
  package var metric: Metric
  /// Report ids; empty for every report of the metric's kind.
  package var from: [String]
  /// A component's name.
  package var component: String?
  package var code: CheckSubject.Code
  package var each: Each?
  package var filter: FindingFilter
  /// At least one.
  package var limits: [RuleLimit]
  /// The least number of the metric's base (lines, tests, samples) that is worth judging.
  package var ignoreBelow: Int?
  package var action: StageActions
  /// The stages at which the rule applies.
  package var stages: Set<String>
  /// The rule's own actions for absence.
  package var absence: AbsenceActions
  package var position: SourcePosition

  package func applies(at stage: String) -> Bool { stages.contains(stage) }
}

/// One check per item instead of one in all.
package enum Each: Sendable, Hashable {
  case file
  case benchmark
  case report
  /// The named components; all of the policy's for `"component"`.
  case components([String])

  /// The word that stands in a policy.
  package var name: String {
    switch self {
    case .file: "file"
    case .benchmark: "benchmark"
    case .report: "report"
    case .components: "component"
    }
  }
}

/// A limit, the same for every item or by pattern.
package struct RuleLimit: Sendable {
  package var relation: Limit.Relation
  /// Sorted from most to least specific; a limit without patterns has the one pattern `**`.
  package var amounts: [(items: Glob, amount: Limit.Amount)]

  /// The limit for an item: that of the most specific pattern that fits.
  ///
  /// - Parameter names: The item's names; `nil` of a rule without `each` takes the first amount.
  package func limit(for names: [String]?) -> Limit? {
    guard let names else { return amounts.first.map { Limit(relation, $0.amount) } }
    let match = amounts.first { entry in
      names.contains { entry.items.matches($0) } || entry.items.pattern == "*"
    }
    return match.map { Limit(relation, $0.amount) }
  }
}

/// What to do at each stage.
package struct StageActions: Sendable, Hashable {
  /// One entry for each stage of the policy.
  package var actions: [String: Action]

  package func action(at stage: String) -> Action { actions[stage] ?? .block }
}

/// What to do when something is not there to be judged.
package struct AbsenceActions: Sendable, Hashable {
  package var gaps: [GapKind: Action]
  package var noBaseline: Action
  package var noChange: Action

  /// Everything blocks, but for what a first run cannot have: a baseline and a change to compare.
  package static let standard = AbsenceActions(
    gaps: Dictionary(uniqueKeysWithValues: GapKind.allCases.map { ($0, Action.block) }),
    noBaseline: .warn, noChange: .warn)

  package func action(for reason: UndecidedReason) -> Action {
    switch reason {
    case .gap(_, let gaps): gaps.compactMap { self.gaps[$0.kind] }.max() ?? .block
    case .nothingToMeasure: gaps[.empty] ?? .block
    case .goneFromReports: gaps[.missing].map { min($0, .warn) } ?? .warn
    case .noBaseline: noBaseline
    case .noChange: noChange
    }
  }
}
