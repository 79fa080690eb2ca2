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
  /// What absence does where a rule says nothing itself.
  package var defaults: AbsenceActions
  /// Where the baseline is kept, such as `file:.verdict/baseline.json`.
  package var baselineStore: String
  /// What a change of the policy itself asks for.
  package var trust: TrustRules
  /// `nil` for a policy that allows no waivers.
  package var waivers: WaiverSettings?

  /// The stage of a policy that names none.
  package static let defaultStage = "check"
  /// The store of a policy that names none.
  package static let defaultBaselineStore = "file:.verdict/baseline.json"

  /// The component of a name; `nil` for one that the policy does not have.
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
  /// The key in `components`, which `in` and `each` refer to; unique.
  package var name: String
  /// Patterns for repository-relative paths; at least one.
  package var paths: [Glob]

  /// Whether any pattern fits; a path may be in several components.
  package func contains(_ path: String) -> Bool {
    paths.contains { glob in
      // `src/app` names everything in it.
      glob.matches(path) || (glob.isLiteral && path.hasPrefix(glob.pattern + "/"))
    }
  }
}

/// One entry of `reports`. Declared means expected.
package struct ReportDeclaration: Sendable {
  /// The key in `reports`, which `from` refers to; unique.
  package var id: String
  /// Relative to the policy's directory.
  package var files: [Glob]
  /// What the same job measured of benchmarks before the change, in turns with `files`; relative to
  /// the policy's directory, empty if it did not.
  package var base: [Glob]
  /// `nil` to recognise the format from the content.
  package var format: String?
  /// The kind of evidence that `format` holds; `nil` with it.
  package var kind: EvidenceKind?
  /// Cut off from the beginning of the paths in the reports; empty for nothing.
  package var strip: String
  /// What tells runs of the same tests apart, an attribute of suites or a property; `nil` for
  /// nothing.
  package var variant: String?
  /// Whether its absence is no gap.
  package var isOptional: Bool
  /// Whether the texts in it are kept from every output and from the baseline.
  package var isRedacted: Bool
  /// How many files there must be at least; `nil` for one.
  package var shards: Int?
  /// The jobs that must each have left evidence of it where the evidence of jobs is judged; empty if
  /// nobody says which.
  package var jobs: [String]
  /// How old a file of it may be; `nil` for any age that is not before the commit.
  package var maxAge: Age?
  /// Where the entry's key stands in the policy file.
  package var position: SourcePosition
}

extension ReportDeclaration {
  /// Whether a file that was found is of the code before the change.
  ///
  /// - Parameter file: Relative to the policy's directory, without `.` and empty parts.
  package func isBase(_ file: String) -> Bool {
    base.contains { glob in
      glob.matches(file)
        || glob.pattern.split(separator: "/").filter { $0 != "." }
          == file.split(separator: "/").filter { $0 != "." }
    }
  }
}

/// A group of rules with a name, as a pipeline document has it.
package struct Gate: Sendable {
  /// The key in `gates`, unique.
  package var id: String
  /// For people; the id if the policy gives none.
  package var title: String
  /// In the file's order, at least one.
  package var rules: [Rule]
  /// Who may lift a review, in the file's order; empty if nobody is named.
  package var reviewers: [String]
}

extension Gate {
  /// Whether a rule judges a report, or may do so once it is read. To ask for its age alone is not
  /// to judge it.
  func looks(at report: ReportDeclaration) -> Bool {
    rules.contains { rule in
      guard let kind = rule.metric.kind else { return false }
      return rule.from.contains(report.id)
        || (rule.from.isEmpty && (report.kind ?? kind) == kind)
    }
  }

  /// Whether a rule asks for the age of a report.
  func asksForAge(of report: ReportDeclaration) -> Bool {
    rules.contains { rule in
      rule.metric.kind == nil && (rule.from.isEmpty || rule.from.contains(report.id))
    }
  }
}

/// One requirement, with the action if it does not hold.
package struct Rule: Sendable {
  /// From the catalogue; decides which of the other keys make sense.
  package var metric: Metric
  /// Report ids; empty for every report of the metric's kind.
  package var from: [String]
  /// A component's name.
  package var component: String?
  /// The value of `of`; `.all` without it.
  package var code: CheckSubject.Code
  /// `nil` for one value over everything in scope.
  package var each: Each?
  /// The value of `where`; `.all` without it.
  package var filter: FindingFilter
  /// The value of `where` for tests and benchmarks; `.all` without it.
  package var items: ItemFilter
  /// At least one.
  package var limits: [RuleLimit]
  /// The least number of the metric's base (lines, tests, samples) that is worth judging.
  package var ignoreBelow: Int?
  /// What a violation does, from the rule's `else` or the gate's; blocks if both are silent.
  package var action: StageActions
  /// The stages at which the rule applies.
  package var stages: Set<String>
  /// Before this day the rule only informs; `nil` if it always counts.
  package var enforceFrom: Day?
  /// The rule's own actions for absence.
  package var absence: AbsenceActions
  /// The least change of a benchmark's time that counts, whatever its share; `nil` for any.
  package var minChange: Picoseconds?
  /// Whether waivers may speak of it.
  package var isWaivable: Bool
  /// Where the rule's object begins in the policy file.
  package var position: SourcePosition

  /// Whether the rule is asked at a stage.
  package func applies(at stage: String) -> Bool { stages.contains(stage) }
}

extension Rule {
  /// Whether there is no answer without a baseline, whatever the limits.
  var needsBaseline: Bool {
    metric.needsBaseline || filter.state != nil || items.state != nil
  }

  /// Whether the answer depends on where code is: by component, file or change.
  var isAboutPaths: Bool {
    if component != nil || code != .all { return true }
    switch each {
    case .file, .components: return true
    case .benchmark, .report, .test, .keys, nil: return false
    }
  }
}

/// One check per item instead of one in all.
package enum Each: Sendable, Hashable {
  case file
  case benchmark
  case report
  case test
  /// The named components; all of the policy's for `"component"`.
  case components([String])
  /// The named facts.
  case keys([String])

  /// The word that stands in a policy.
  package var name: String {
    switch self {
    case .file: "file"
    case .benchmark: "benchmark"
    case .report: "report"
    case .test: "test"
    case .components: "component"
    case .keys: "key"
    }
  }
}

/// A limit, the same for every item or by pattern.
package struct RuleLimit: Sendable {
  /// The same for all amounts.
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

  /// A stage without an entry blocks: a hole in the table must not let anything pass.
  package func action(at stage: String) -> Action { actions[stage] ?? .block }
}

/// What to do when something is not there to be judged.
package struct AbsenceActions: Sendable, Hashable {
  /// One entry a kind: `standard` has them all, and a policy only replaces.
  package var gaps: [GapKind: Action]
  /// For rules that compare when there is nothing to compare with.
  package var noBaseline: Action
  /// For rules on new code or changed files when no change was given.
  package var noChange: Action
  /// For benchmarks whose noise is larger than what the limit allows, so that nothing is shown.
  package var inconclusive: Action

  /// Everything blocks, but for what a first run cannot have, a baseline and a change to compare,
  /// and for noise, of which every run has some.
  package static let standard = AbsenceActions(
    gaps: Dictionary(uniqueKeysWithValues: GapKind.allCases.map { ($0, Action.block) }),
    noBaseline: .warn, noChange: .warn, inconclusive: .info)

  /// Of several gaps the strictest; nothing to measure is `empty`, a key that nobody writes is
  /// `missing`, a lost item warns at most.
  package func action(for reason: UndecidedReason) -> Action {
    switch reason {
    case .gap(_, let gaps): gaps.compactMap { self.gaps[$0.kind] }.max() ?? .block
    case .nothingToMeasure: gaps[.empty] ?? .block
    case .keyMissing: gaps[.missing] ?? .block
    case .leftOver: gaps[.stale].map { min($0, .warn) } ?? .warn
    case .goneFromReports: gaps[.missing].map { min($0, .warn) } ?? .warn
    case .unevenRounds: gaps[.incomplete] ?? .block
    case .noBaseline, .comparedWithItself: noBaseline
    case .noChange: noChange
    case .inconclusive: inconclusive
    }
  }
}
