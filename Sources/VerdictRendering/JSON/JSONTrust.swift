import VerdictModel

/// What the change under judgement does to the policy.
struct JSONTrust: Encodable {
  /// What the working tree's policy was compared with, for people.
  let origin: String
  /// What the changes ask for: `info` (also if there are none), `warn`, `review` or `block`.
  let action: String
  /// Who may lift a review.
  let reviewers: [String]
  /// Who did it; absent as long as it is open, or if there is none.
  let approvedBy: [String]?
  /// Loosened first, then changed, then tightened.
  let changes: [JSONPolicyChange]

  init(_ trust: PolicyTrust) {
    origin = trust.origin
    action = trust.action.name
    reviewers = trust.reviewers
    approvedBy = trust.approvedBy.isEmpty ? nil : trust.approvedBy
    changes = trust.changes.map(JSONPolicyChange.init)
  }
}
