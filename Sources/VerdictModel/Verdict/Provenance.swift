/// How a verdict came about: enough to come to it again, and to know whether it is the same.
package struct Provenance: Hashable, Sendable {
  /// What was asked for.
  package var invocation: Invocation
  /// Every file that was read for it, sorted.
  package var inputs: [InputFile]

  package init(invocation: Invocation, inputs: [InputFile]) {
    self.invocation = invocation
    self.inputs = inputs
  }
}

/// What a verdict is asked for. Paths are relative to the working directory, or absolute.
package struct Invocation: Hashable, Sendable {
  /// The policy's file.
  package var policy: String
  /// The file of the baseline; `nil` for the store that the policy names.
  package var baseline: String?
  /// The stage to judge; `nil` for the policy's first.
  package var stage: String?
  /// What jobs collected, to be judged instead of the reports themselves; empty for these.
  package var evidence: [String]
  /// A unified diff that says what is new; `nil` if git says it, or nobody.
  package var diff: String?
  /// What is new since the merge base with this; `nil` if a diff says it, or nobody.
  package var base: Revision?
  /// Where the policy is taken from; `nil` for the working tree.
  package var policyFrom: Revision?
  /// Approvals that are recorded with the question, in the order given.
  package var approve: [Approval]
  /// A file of approvals.
  package var approvals: String?
  /// Files that the run itself writes, which are no part of the change.
  package var outputs: [String]
  /// The full id of the commit that is checked out; `nil` before the run, and where git is not asked.
  package var commit: String?
  /// The time to judge at.
  package var now: Moment

  package init(
    policy: String, baseline: String? = nil, stage: String? = nil,
    evidence: [String] = [], diff: String? = nil,
    base: Revision? = nil, policyFrom: Revision? = nil, approve: [Approval] = [],
    approvals: String? = nil, outputs: [String] = [], commit: String? = nil, now: Moment
  ) {
    self.policy = policy
    self.baseline = baseline
    self.stage = stage
    self.evidence = evidence
    self.diff = diff
    self.base = base
    self.policyFrom = policyFrom
    self.approve = approve
    self.approvals = approvals
    self.outputs = outputs
    self.commit = commit
    self.now = now
  }
}

/// A revision of git, as somebody named it.
package struct Revision: Hashable, Sendable {
  /// For people: `origin/main`.
  package var name: String
  /// The full id of the commit that it names, or named; `nil` if nobody has looked yet.
  package var commit: String?

  package init(_ name: String, commit: String? = nil) {
    self.name = name
    self.commit = commit
  }

  /// What to ask git for: a commit that is known does not move.
  package var query: String { commit ?? name }
}
