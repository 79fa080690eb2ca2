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

  init(reading policy: PolicyObject) throws(PolicyError) {
    self = .standard
    guard let json = policy.member("trust") else { return }
    let object = try PolicyObject(json, key: "trust", what: "trust", keys: Self.keys)
    whenPolicyChanges = try object.action("whenPolicyChanges") ?? whenPolicyChanges
    reviewers = try object.strings("reviewers").map(\.text)
  }
}
