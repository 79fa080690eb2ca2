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
  package func read(_ bytes: [UInt8]) throws(PolicyError) -> [Approval] {
    let object = try PolicyObject.document(
      bytes, what: "the file of approvals", keys: Self.fileKeys)
    try object.checkVersion(of: "approvals")
    var approvals: [Approval] = []
    for element in try object.list("approvals", of: "approvals") {
      let approval = try PolicyObject(
        element, key: "approval", what: "an approval", keys: Self.approvalKeys)
      let gate = try approval.requiredText("gate")
      guard gates.contains(where: { $0.id == gate }) else {
        throw PolicyError(
          unknown("gate", gate, among: gates.map(\.id)), at: approval.placeOfValue(of: "gate"))
      }
      approvals.append(
        Approval(
          gate: gate, name: try approval.requiredText("by"),
          reviewer: try approval.optionalText("for")))
    }
    return approvals
  }
}
