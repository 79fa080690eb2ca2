package import VerdictModel

/// What the policy says about changes of itself.
package struct TrustRules: Sendable, Hashable {
  /// What a change asks for that touches the policy, or what it rests on, as well.
  package var whenPolicyChanges: Action
  /// Who may lift a review of such a change, in the file's order; empty if nobody is named.
  package var reviewers: [String]

  /// What holds for a policy that says nothing.
  package static let standard = TrustRules(whenPolicyChanges: .review, reviewers: [])
}

extension TrustRules {
  static let keys = ["whenPolicyChanges", "reviewers"]

  init(reading object: PolicyObject) {
    self = .standard
    whenPolicyChanges = object.action("whenPolicyChanges") ?? whenPolicyChanges
    reviewers = object.strings("reviewers").map(\.text)
  }
}
