/// What the change under judgement does to the policy, and to what the policy rests on.
package struct PolicyTrust: Hashable, Sendable {
  /// The name under which a review of such a change is asked for; no gate may have it.
  package static let id = "trust"

  /// What the working tree's policy was compared with, for people: `merge base 9f3c2ab1`.
  package var origin: String
  /// Loosened first, then changed, then tightened; empty if the change leaves the policy alone.
  package var changes: [PolicyChange]
  /// What the changes ask for; `.info` if there are none, `.warn` once a review is done.
  package var action: Action
  /// Who may lift a review; empty for anybody.
  package var reviewers: [String]
  /// Who did the review that the changes ask for; empty as long as it is open, or if there is none.
  package var approvedBy: [String] = []

  /// - Parameters:
  ///   - changes: In the order of reading.
  ///   - whenChanged: What a change asks for, unless all that it does is to waive less.
  package init(
    origin: String, changes: [PolicyChange], whenChanged: Action, reviewers: [String]
  ) {
    self.origin = origin
    self.changes = changes.sorted { $0.effect < $1.effect }
    action = changes.allSatisfy(\.isLessWaived) ? .info : whenChanged
    self.reviewers = reviewers
  }
}

extension PolicyChange {
  /// Whether nothing but a waiver goes, or ends sooner. Who cleans up needs nobody's leave, and is
  /// asked to by the verdict itself once a waiver is not needed any more.
  fileprivate var isLessWaived: Bool {
    if case .waiver = subject { effect == .tightened } else { false }
  }
}
