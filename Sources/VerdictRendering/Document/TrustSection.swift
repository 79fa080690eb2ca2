import VerdictModel

/// What the change does to the policy, in words.
struct TrustSection: Hashable, Sendable {
  var title = "Policy"
  /// `block`, `review needed from team:ops`, `warn`, `pass`.
  var result: String
  /// `2 loosened, 1 tightened, compared with merge base 9f3c2ab1`.
  var summary: String
  /// What it does as part of a sentence: `the policy change needs review`; `nil` if it only
  /// informs.
  var effect: String?
  var action: Action
  var changes: [PolicyChange]
  /// `nil` if nothing has to be done.
  var nextStep: NextStep?

  /// - Returns: `nil` for a change that leaves the policy alone.
  init?(_ trust: PolicyTrust) {
    guard !trust.changes.isEmpty else { return nil }
    changes = trust.changes
    action = trust.action
    summary =
      "\(PolicyChangeCounts(changes).words), compared with \(trust.origin)"
      + (trust.approvedBy.isEmpty
        ? "" : ", approved by \(trust.approvedBy.joined(separator: ", "))")
    effect = action == .info ? nil : "the policy change \(action.verb)"
    let from = trust.reviewers.isEmpty ? "" : " from " + trust.reviewers.joined(separator: ", ")
    result =
      switch action {
      case .info: "pass"
      case .warn: "warn"
      case .review: "review needed\(from)"
      case .block: "block"
      }
    guard action > .info else { return }
    nextStep = NextStep(
      text: "leave the policy as it is, and change it apart from everything else", command: nil,
      alternative: action == .review
        ? NextStep.approval(of: PolicyTrust.id, by: trust.reviewers) : nil, effort: 1)
  }

  /// Why the verdict is what it is: `A review is needed because the policy changes: …`.
  var reason: String {
    let cause =
      switch action {
      case .info, .warn: "Warned"
      case .review: "A \(result.replacing("review needed", with: "review is needed"))"
      case .block: "Blocked"
      }
    let more = changes.count == 1 ? "" : ", and \(changes.count - 1) more"
    let first = changes.first.map { "\($0.words) (\($0.effect.name))" } ?? ""
    return "\(cause) because the policy changes: \(first)\(more)."
  }
}
