import Files
import VerdictModel
import VerdictPolicy

extension Invocation {
  /// All approvals, of gates that the policy has, or of its change.
  func approvals(
    for policy: PolicyFile, noting inputs: InputLedger
  ) throws(NoDecision) -> [Approval] {
    let gates = policy.policy.gates.map(\.id) + [PolicyTrust.id]
    for approval in approve where !gates.contains(approval.gate) {
      throw NoDecision(
        "--approve: the policy has no gate '\(approval.gate)'"
          + hint(nearest(to: approval.gate, among: gates), known: gates), status: .usage)
    }
    return approve + (try readApprovals(policy.policy, inputs))
  }

  private func readApprovals(
    _ policy: Policy, _ inputs: InputLedger
  ) throws(NoDecision) -> [Approval] {
    guard let approvals else { return [] }
    let bytes: [UInt8]
    do {
      bytes = try inputs.contents(of: approvals, as: .approvals, limit: Self.maxApprovals)
    } catch {
      throw NoDecision(approvals, error.problem)
    }
    do {
      return try ApprovalReader(policy: policy).read(bytes)
    } catch {
      throw NoDecision(approvals, error)
    }
  }

  private static let maxApprovals = 1024 * 1024
}
