import VerdictModel

/// What the verdict was asked for, with revisions as the commits that they named. What was not given
/// is absent. Paths are as in `JSONInput`.
struct JSONInvocation: Encodable {
  let policy: String
  /// The file of the baseline, where it is not the policy that names it.
  let baseline: String?
  /// Absent for the policy's first.
  let stage: String?
  /// What jobs collected, in the order given; absent if the reports themselves were read.
  let evidence: [String]?
  let diff: String?
  let base: JSONRevision?
  let policyFrom: JSONRevision?
  /// `coverage=carol`, as on the command line.
  let approve: [String]?
  /// The file of approvals.
  let approvals: String?
  /// The files that the run wrote, sorted: no part of the change.
  let outputs: [String]?
  /// The commit that was checked out; absent where git was not asked.
  let commit: String?
  /// The time that was judged at, ISO 8601 in UTC.
  let now: String

  init(_ invocation: Invocation) {
    policy = invocation.policy
    baseline = invocation.baseline
    stage = invocation.stage
    evidence = invocation.evidence.isEmpty ? nil : invocation.evidence
    diff = invocation.diff
    base = invocation.base.map(JSONRevision.init)
    policyFrom = invocation.policyFrom.map(JSONRevision.init)
    let approvals = invocation.approve.map { "\($0.gate)=\($0.name)" }
    approve = approvals.isEmpty ? nil : approvals
    self.approvals = invocation.approvals
    outputs = invocation.outputs.isEmpty ? nil : invocation.outputs
    commit = invocation.commit
    now = invocation.now.description
  }
}

/// A revision with the commit that it named.
struct JSONRevision: Encodable {
  /// `origin/main`, as the user named it.
  let name: String
  /// Its full id.
  let commit: String?

  init(_ revision: Revision) {
    name = revision.name
    commit = revision.commit
  }
}
