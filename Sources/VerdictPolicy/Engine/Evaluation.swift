package import VerdictModel

/// Everything that a verdict depends on. The same values give the same verdict, always.
package struct EvaluationInput: Sendable {
  /// Read and consistent, so that evaluating has no errors.
  package var policy: Policy
  /// The policy file as the user named it.
  package var policyName: String
  /// Where the policy was taken from, `origin/main (9f3c2ab1)`; `nil` for the working tree.
  package var policyRevision: String?
  /// What the change does to the policy; `nil` if nothing says what the change is.
  package var trust: PolicyTrust?
  /// Which of the policy's stages to judge; one that asks nothing blocks.
  package var stage: String
  /// When the verdict is given: what dates and ages in the policy are measured from.
  package var now: Moment
  /// What is checked out; `nil` outside of a repository. Reports older than it are stale.
  package var commit: MeasuredCommit?
  /// What this run's reports say, one part for each that the policy declares.
  package var evidence: Evidence
  /// `nil` if nothing was saved yet.
  package var baseline: Baseline?
  /// `nil` if no change was given.
  package var change: ChangeSet?
  /// What happened since the baseline was measured, where that is another version than the one that
  /// `change` begins at; renamed files were called as the baseline calls them. `nil` if nobody knows.
  package var olderChange: ChangeSet?
  /// The files of the repository; `nil` if there is none.
  package var repositoryFiles: [String]?
  /// What was noticed before judging; the verdict shows it with notices of its own.
  package var notices: [Notice]
  /// Those of the policy's file; none for a policy that has no `waivers`.
  package var waivers: WaiverFile
  /// Of gates that the policy has, or of the change of the policy.
  package var approvals: [Approval]
  /// Where all this comes from: shown, and decides nothing.
  package var provenance: Provenance?

  package init(
    policy: Policy, policyName: String, policyRevision: String? = nil,
    trust: PolicyTrust? = nil, stage: String, now: Moment, commit: MeasuredCommit?,
    evidence: Evidence, baseline: Baseline?, change: ChangeSet?, olderChange: ChangeSet? = nil,
    repositoryFiles: [String]?,
    notices: [Notice], waivers: WaiverFile = .none, approvals: [Approval] = [],
    provenance: Provenance? = nil
  ) {
    self.policy = policy
    self.policyName = policyName
    self.policyRevision = policyRevision
    self.trust = trust
    self.stage = stage
    self.now = now
    self.commit = commit
    self.evidence = evidence
    self.baseline = baseline
    self.change = change
    self.olderChange = olderChange
    self.repositoryFiles = repositoryFiles
    self.notices = notices
    self.waivers = waivers
    self.approvals = approvals
    self.provenance = provenance
  }
}

/// Decides. Pure and total: no files, no clock, no errors.
package func evaluate(_ input: EvaluationInput) -> Verdict {
  var input = input
  input.evidence = Freshness(now: input.now, commit: input.commit)
    .mark(input.evidence, by: input.policy)
  let judged = input.policy.gates.compactMap { gate in
    let checks = gate.rules.filter { $0.applies(at: input.stage) }.flatMap { rule in
      RuleEvaluation(
        rule: rule, input: input,
        waivers: RuleWaivers(gate: gate.id, rule: rule, input: input)
      ).checks
    }
    return checks.isEmpty
      ? nil
      : GateResult(
        id: gate.id, title: gate.title, action: checks.map(\.action).max() ?? .block,
        reviewers: gate.reviewers, checks: checks)
  }
  let approvals = Approvals(input.approvals)
  let gates = judged.map { approvals.apply(to: $0) }
  let trust = input.trust.map { approvals.apply(to: $0) }
  let waivers = WaiverReview(input: input, gates: gates).results
  lazy var evidence = input.evidence.wholeContent
  // A stage that asks nothing is refused by the front door; if one came here it would not pass.
  let outcome = gates.map { Outcome($0.action) }.max() ?? .block
  let others = waivers.map(\.action) + [trust?.action ?? .info]
  return Verdict(
    outcome: max(outcome, Outcome(others.max() ?? .info)),
    policy: input.policyName, policyRevision: input.policyRevision, trust: trust,
    stage: input.stage, baseline: input.baseline?.reference,
    gates: gates,
    comparison: input.baseline.map {
      Comparison(
        before: $0.evidence.withBases(of: input.evidence.parts).wholeContent, after: evidence,
        incomplete: input.evidence.incompleteScans, renames: input.change?.renames ?? [:],
        testTimes: $0.testTimes.times(), change: input.changeSinceBaseline,
        history: $0.history, judged: gates.flatMap(\.checks).compactMap(\.change))
    },
    change: input.change.map { ChangeSummary($0, coverage: evidence.coverage) },
    evidence: input.evidence.parts.map {
      EvidenceSummary(id: $0.id, sources: $0.sources, gaps: $0.gaps)
    },
    notices: (input.notices + input.componentNotices + input.pathNotices).sorted(),
    waivers: waivers,
    approvals: approvals.results(on: judged, input.trust), provenance: input.provenance)
}

extension EvaluationInput {
  /// What happened since the baseline was measured, so that its lines can be told apart. Where
  /// neither the baseline nor the change names a commit the one stands for the other.
  var changeSinceBaseline: ChangeSet? {
    baseline.flatMap { $0.reference.commit == change?.base ? change : olderChange }
  }
}

extension Evidence {
  /// What all parts hold together.
  package var wholeContent: EvidenceContent { content(of: parts) }

  /// The scans of parts that are not whole.
  fileprivate var incompleteScans: Set<ScanRun> {
    Set(parts.filter { !$0.gaps.isEmpty }.flatMap { $0.content.findings?.runs ?? [] })
  }

  /// What some parts hold together.
  func content(of parts: [EvidencePart]) -> EvidenceContent {
    var content = EvidenceContent()
    for part in parts { content.merge(part.content) }
    if parts.count > 1 { content.sort() }
    return content
  }
}

extension EvaluationInput {
  /// A pattern for findings' paths that fits no file, and nothing that was found: a rule that looks
  /// elsewhere passes for ever.
  fileprivate var pathNotices: [Notice] {
    guard let files = repositoryFiles, !files.isEmpty else { return [] }
    let rules = policy.gates.flatMap(\.rules).filter { $0.applies(at: stage) }
    return rules.flatMap { rule in
      rule.filter.paths.filter { glob in
        !files.contains(where: glob.matches) && !foundPaths.contains(where: glob.matches)
      }.map { glob in
        Notice(
          "'\(glob.pattern)' of the rule at \(rule.position.words(in: policyName)) fits no file of "
            + "the repository")
      }
    }
  }

  private var foundPaths: Set<String> {
    Set(
      evidence.parts.flatMap { $0.content.findings?.findings ?? [] }.compactMap(\.location?.path))
  }

  /// A component that no file of the repository is in guards nothing: most likely a typing error.
  fileprivate var componentNotices: [Notice] {
    guard let files = repositoryFiles, !files.isEmpty else { return [] }
    return policy.components.filter { component in
      !files.contains { component.contains($0) }
    }.map { Notice("component '\($0.name)' has no file of the repository") }
  }
}

extension ChangeSummary {
  fileprivate init(_ change: ChangeSet, coverage: CoverageReport?) {
    self.init(
      origin: change.origin, files: change.files.count,
      addedLines: change.files.reduce(0) { $0 + $1.added.count },
      filesWithoutData: change.filesWithoutCoverage(in: coverage))
  }
}
