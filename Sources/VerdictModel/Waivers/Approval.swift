/// That somebody looked at a gate that needs a review and approved it, as whoever runs the program
/// recorded it.
package struct Approval: Hashable, Sendable {
  /// The gate's id, or `PolicyTrust.id`.
  package var gate: String
  /// Who approved.
  package var name: String
  /// The reviewer of the policy in whose name, such as `team:qa`, as the recorder says; `nil` if it
  /// does not.
  package var reviewer: String?

  package init(gate: String, name: String, reviewer: String? = nil) {
    self.gate = gate
    self.name = name
    self.reviewer = reviewer
  }
}

/// An approval with what came of it.
package struct ApprovalResult: Hashable, Sendable {
  /// As it was recorded.
  package var approval: Approval
  /// Never more than a review lifted.
  package var effect: ApprovalEffect

  package init(_ approval: Approval, _ effect: ApprovalEffect) {
    self.approval = approval
    self.effect = effect
  }
}

/// What came of an approval. None of these lifts a block.
package enum ApprovalEffect: Hashable, Sendable {
  /// So many checks that needed a review now warn.
  ///
  /// - Parameter team: The team of which the approver must be a member, where nobody has checked
  ///   that.
  case lifted(checks: Int, team: String?)
  /// No check of the gate needs a review.
  case nothingToLift
  /// The policy's reviewers are others.
  case notAReviewer([String])
}
