import Files
import VerdictModel
import VerdictPolicy

extension Invocation {
  /// All approvals, of gates that the policy has, or of its change.
  ///
  /// - Parameter repository: Must not hold the file of approvals: a change would approve itself.
  func approvals(
    for policy: PolicyFile, in repository: Repository, noting inputs: InputLedger
  ) async throws(NoDecision) -> [Approval] {
    if diff == nil, let approvals, let path = repository.path(of: approvals),
      try await repository.trackedFiles()?.contains(path) == true
    {
      throw NoDecision(
        "\(approvals): is committed, so that a change could approve itself: let the job write it")
    }
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
