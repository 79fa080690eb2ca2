import VerdictModel

/// What the key `schema` of `verdict.json` says.
package let verdictSchema = "verdict/1"

/// The root of `verdict.json`, schema `verdict/1`.
///
/// Numbers are integers, shares are pairs of integers; texts beside them say the same for people.
/// What does not apply is absent. Fields may be added to the schema, never changed or removed.
struct JSONVerdict: Encodable {
  /// Always `verdict/1`.
  let schema = verdictSchema
  /// The version of `verdict` that wrote the file.
  let version: String
  /// When it was written, ISO 8601 in UTC.
  let generated: String
  /// `pass`, `warn` or `block`.
  let outcome: String
  /// One sentence: why the outcome is what it is.
  let reason: String
  /// The policy file as the user named it.
  let policy: String
  /// Where the policy was taken from; absent for the working tree.
  let policyRevision: String?
  /// What the change does to the policy; absent if nothing says what the change is.
  let trust: JSONTrust?
  let stage: String
  /// Absent without a baseline.
  let baseline: JSONBaseline?
  let counts: JSONCounts
  /// In the policy's order.
  let gates: [JSONGate]
  /// Reviews that somebody has to do before the gates concerned let the change through.
  let obligations: [JSONObligation]
  /// What changed since the baseline; absent without one.
  let comparison: JSONComparison?
  /// Absent if no change was given.
  let change: JSONChange?
  /// What was read, sorted by report id.
  let evidence: [JSONEvidence]
  /// About the run as a whole.
  let notices: [JSONNotice]
  /// Every waiver that was read; absent if there is none.
  let waivers: [JSONWaiver]?
  /// Every approval that was given; absent if there is none.
  let approvals: [JSONApproval]?
  /// What the verdict was asked for.
  let invocation: JSONInvocation?
  /// Every file that the verdict rests on, sorted by role and path.
  let inputs: [JSONInput]?
  /// What turns the verdict green, shortest way first.
  let nextSteps: [JSONNextStep]

  init(_ document: VerdictDocument) {
    let verdict = document.verdict
    version = document.version
    generated = document.generated
    outcome = verdict.outcome.name
    reason = document.reason
    policy = verdict.policy
    policyRevision = verdict.policyRevision
    trust = verdict.trust.map(JSONTrust.init)
    stage = verdict.stage
    baseline = verdict.baseline.map(JSONBaseline.init)
    counts = JSONCounts(CheckCounts(verdict.gates.flatMap(\.checks)))
    gates = document.gates.map(JSONGate.init)
    obligations = verdict.obligations.map(JSONObligation.init)
    comparison = verdict.comparison.map(JSONComparison.init)
    change = verdict.change.map(JSONChange.init)
    evidence = verdict.evidence.map(JSONEvidence.init)
    notices = verdict.notices.map(JSONNotice.init)
    waivers = verdict.waivers.isEmpty ? nil : verdict.waivers.map(JSONWaiver.init)
    approvals = verdict.approvals.isEmpty ? nil : verdict.approvals.map(JSONApproval.init)
    invocation = (verdict.provenance?.invocation).map(JSONInvocation.init)
    inputs = verdict.provenance?.inputs.map(JSONInput.init)
    nextSteps = document.nextSteps.map(JSONNextStep.init)
  }
}

/// A review that is open.
struct JSONObligation: Encodable {
  /// The gate's id, or `trust` for a change of the policy.
  let gate: String
  /// Who may lift it, as the policy names them.
  let reviewers: [String]

  init(_ obligation: Obligation) {
    gate = obligation.gate
    reviewers = obligation.reviewers
  }
}

/// The run that the verdict compares with.
struct JSONBaseline: Encodable {
  /// The full commit id; absent if it was saved outside a repository.
  let commit: String?
  /// How many commits the measured tree is ahead; absent if unknown.
  let distance: Int?
  /// ISO 8601 in UTC.
  let saved: String

  init(_ reference: BaselineReference) {
    commit = reference.commit
    distance = reference.distance
    saved = reference.saved
  }
}

/// How many checks have which effect. All but `undecided` add up to the number of checks.
struct JSONCounts: Encodable {
  /// Violated or undecided, with this action.
  let block: Int
  let review: Int
  let warn: Int
  let info: Int
  let satisfied: Int
  let notApplicable: Int
  /// How many of the first four are undecided.
  let undecided: Int

  init(_ counts: CheckCounts) {
    block = counts.count(.block)
    review = counts.count(.review)
    warn = counts.count(.warn)
    info = counts.count(.info)
    satisfied = counts.satisfied
    notApplicable = counts.notApplicable
    undecided = counts.undecided.values.reduce(0, +)
  }
}

/// One thing that a person can do.
struct JSONNextStep: Encodable {
  /// A sentence in the imperative, without a full stop.
  let text: String
  /// A command line with placeholders in capitals; absent if there is none.
  let command: String?
  /// What would do as well; absent if nothing would.
  let alternative: String?

  init(_ step: NextStep) {
    text = step.text
    command = step.command
    alternative = step.alternative
  }
}

/// The change that was judged.
struct JSONChange: Encodable {
  /// What the tree was compared with, for people.
  let origin: String
  /// How many files were touched.
  let files: Int
  /// How many lines were added or changed.
  let addedLines: Int
  /// Changed files that no coverage report mentions, sorted.
  let filesWithoutData: [String]

  init(_ change: ChangeSummary) {
    origin = change.origin
    files = change.files
    addedLines = change.addedLines
    filesWithoutData = change.filesWithoutData
  }
}
