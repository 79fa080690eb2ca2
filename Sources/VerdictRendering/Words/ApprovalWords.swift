import VerdictModel

extension ApprovalResult {
  /// Who approved what, and what came of it, one sentence without a full stop.
  var words: String {
    let name = approval.name + (approval.reviewer.map { " for \($0)" } ?? "")
    switch effect {
    case .lifted(let checks, let team):
      let note = team.map { ", that this is a member of \($0) was not checked" } ?? ""
      return "\(approval.gate) approved by \(name): "
        + "\(counted(checks, "review", "reviews")) lifted\(note)"
    case .nothingToLift:
      return "\(approval.gate) approved by \(name): no review of "
        + (approval.gate == PolicyTrust.id ? "a policy change" : "this gate") + " is open"
    case .notAReviewer(let reviewers):
      return "\(approval.gate) approved by \(name), who is not among its reviewers: "
        + "expected \(reviewers.joined(separator: ", "))"
    }
  }
}
