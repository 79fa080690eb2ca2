package import VerdictModel

/// Reads a file of approvals, which a CI job writes from what its host knows of reviews.
package struct ApprovalReader {
  /// The policy's, in its order.
  let gates: [Gate]

  static let fileKeys = ["version", "approvals"]
  static let approvalKeys = ["gate", "by", "for"]

  package init(policy: Policy) {
    gates = policy.gates
  }

  /// Reads the approvals.
  ///
  /// - Parameter bytes: JSON, `{ "version": 1, "approvals": [{ "gate": "coverage", "by": "carol",
  ///   "for": "team:qa" }] }`, with comments and trailing commas allowed.
  package func read(_ bytes: [UInt8]) throws(PolicyErrors) -> [Approval] {
    let what = "the file of approvals"
    let file = try PolicyObject.document(bytes, key: what, what: what, keys: Self.fileKeys)
    let approvals = file.version1List("approvals").compactMap { element in
      PolicyObject(
        element, key: "approval", what: "an approval", keys: Self.approvalKeys,
        problems: file.problems
      ).flatMap(approval)
    }
    try file.problems.check()
    return approvals
  }

  private func approval(_ object: PolicyObject) -> Approval? {
    let (gate, name) = (object.requiredText("gate"), object.requiredText("by"))
    let reviewer = object.optionalText("for")
    guard let gate, isKnown(gate, object), let name else {
      return nil
    }
    return Approval(gate: gate, name: name, reviewer: reviewer)
  }

  private func isKnown(_ gate: String, _ object: PolicyObject) -> Bool {
    let name = PlacedText(text: gate, place: object.placeOfValue(of: "gate"))
    return object.isKnown(name, "gate", among: gates.map(\.id) + [PolicyTrust.id])
  }
}
