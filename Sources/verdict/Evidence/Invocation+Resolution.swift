import VerdictModel

extension Invocation {
  /// The same question as outputs show it: with paths that mean the same on every machine, and with
  /// the commits that its revisions named when it was asked.
  ///
  /// - Parameters:
  ///   - policyFrom: The commit that the policy was taken from.
  ///   - commit: The commit that is checked out.
  func resolved(
    in repository: Repository, policyFrom: String?, commit: String?
  ) async throws(NoDecision) -> Invocation {
    var resolved = self
    resolved.policy = WorkingDirectory.shown(policy)
    resolved.baseline = baseline.map(WorkingDirectory.shown)
    resolved.evidence = evidence.map(WorkingDirectory.shown)
    resolved.diff = diff.map(WorkingDirectory.shown)
    resolved.approvals = approvals.map(WorkingDirectory.shown)
    // Files elsewhere are no part of any change that could be looked at from here.
    resolved.outputs = outputs.map(WorkingDirectory.shown)
      .filter { !$0.hasPrefix(WorkingDirectory.elsewhere) }.sorted()
    if let base { resolved.base?.commit = try await repository.commit(base) }
    resolved.policyFrom?.commit = policyFrom
    resolved.commit = commit
    return resolved
  }
}
