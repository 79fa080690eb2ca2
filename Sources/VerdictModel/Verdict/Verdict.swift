/// The answer with everything that led to it. Outputs print it and add nothing.
package struct Verdict: Hashable, Sendable {
  /// The strictest answer that any gate or waiver leads to, or a change of the policy itself.
  package var outcome: Outcome
  /// The policy file as the user named it.
  package var policy: String
  /// Where the policy was taken from, `origin/main (9f3c2ab1)`; `nil` for the working tree.
  package var policyRevision: String?
  /// What the change does to the policy; `nil` if nothing says what the change is.
  package var trust: PolicyTrust?
  /// The point of the pipeline that was judged, such as `merge`; rules of others were not asked.
  package var stage: String
  /// `nil` without a baseline.
  package var baseline: BaselineReference?
  /// In the policy's order.
  package var gates: [GateResult]
  /// `nil` without a baseline.
  package var comparison: Comparison?
  /// `nil` if no change was given.
  package var change: ChangeSummary?
  /// What was read, sorted by report id.
  package var evidence: [EvidenceSummary]
  /// About the run as a whole, such as paths that could not be resolved.
  package var notices: [Notice]
  /// Every waiver that was read, in the file's order.
  package var waivers: [WaiverResult]
  /// Every approval that was given, in the order of gates and names.
  package var approvals: [ApprovalResult]
  /// How it came about; `nil` for a verdict that nobody can come to again.
  package var provenance: Provenance?

  package init(
    outcome: Outcome, policy: String, policyRevision: String? = nil,
    trust: PolicyTrust? = nil, stage: String, baseline: BaselineReference?,
    gates: [GateResult], comparison: Comparison?, change: ChangeSummary?,
    evidence: [EvidenceSummary], notices: [Notice], waivers: [WaiverResult] = [],
    approvals: [ApprovalResult] = [], provenance: Provenance? = nil
  ) {
    self.outcome = outcome
    self.policy = policy
    self.policyRevision = policyRevision
    self.trust = trust
    self.stage = stage
    self.baseline = baseline
    self.gates = gates
    self.comparison = comparison
    self.change = change
    self.evidence = evidence
    self.notices = notices
    self.waivers = waivers
    self.approvals = approvals
    self.provenance = provenance
  }
}

extension Verdict {
  /// The reviews that are open, in the policy's order. Each is a block until somebody does it.
  package var obligations: [Obligation] {
    let gates = gates.filter { gate in gate.checks.contains { $0.action == .review } }
      .map { Obligation(gate: $0.id, reviewers: $0.reviewers) }
    guard let trust, trust.action == .review else { return gates }
    return gates + [Obligation(gate: PolicyTrust.id, reviewers: trust.reviewers)]
  }
}

/// A review that somebody has to do.
package struct Obligation: Hashable, Sendable {
  /// The gate's id in the policy, or `PolicyTrust.id`.
  package var gate: String
  /// Who may do it, as the policy names them; empty for anybody.
  package var reviewers: [String]

  package init(gate: String, reviewers: [String]) {
    self.gate = gate
    self.reviewers = reviewers
  }
}

/// One gate with its checks.
package struct GateResult: Hashable, Sendable {
  /// The gate's key in the policy, unique within it.
  package var id: String
  /// For people; the id if the policy gives none.
  package var title: String
  /// The strictest action of its checks; `.info` if everything holds.
  package var action: Action
  /// Who may lift a review, as the policy names them.
  package var reviewers: [String]
  /// In the policy's order.
  package var checks: [Check]

  package init(id: String, title: String, action: Action, reviewers: [String], checks: [Check]) {
    self.id = id
    self.title = title
    self.action = action
    self.reviewers = reviewers
    self.checks = checks
  }
}

/// The change that was judged.
package struct ChangeSummary: Hashable, Sendable {
  /// What the tree was compared with, in the words of `ChangeSet.origin`.
  package var origin: String
  /// How many files the change touches, deleted ones included.
  package var files: Int
  /// Lines added or changed.
  package var addedLines: Int
  /// Changed files that have coverable siblings but that no coverage report mentions, sorted: never
  /// counted as covered.
  package var filesWithoutData: [String]

  package init(origin: String, files: Int, addedLines: Int, filesWithoutData: [String]) {
    self.origin = origin
    self.files = files
    self.addedLines = addedLines
    self.filesWithoutData = filesWithoutData
  }
}

/// What one entry of the policy's `reports` gave.
package struct EvidenceSummary: Hashable, Sendable {
  /// The entry's key in the policy.
  package var id: String
  /// The files that were read, sorted by path; empty if none could be.
  package var sources: [EvidenceSource]
  /// Why the evidence falls short, sorted, worst first; empty if it is whole.
  package var gaps: [EvidenceGap]

  package init(id: String, sources: [EvidenceSource], gaps: [EvidenceGap]) {
    self.id = id
    self.sources = sources
    self.gaps = gaps
  }
}
