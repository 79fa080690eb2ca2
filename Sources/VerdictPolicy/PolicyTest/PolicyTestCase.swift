package import VerdictModel

/// A test that stands beside a policy: a little evidence, and what the policy has to say of it.
package struct PolicyTestCase: Sendable {
  let name: String
  let stage: String
  /// The reports that the test speaks of; the others are left out of the policy.
  let given: Evidence
  /// `nil` for none.
  let baseline: Evidence?
  /// `nil` for none.
  let change: ChangeSet?
  let expected: Expectation
  let position: SourcePosition

  enum Expectation: Sendable {
    case verdict(Outcome)
    /// By the keys of gates, sorted by them.
    case gates([(id: String, action: Action)])
  }

  /// Judges the evidence.
  ///
  /// - Parameter policy: The one that the test was read for.
  package func run(_ policy: Policy, now: Moment) -> PolicyTestResult {
    let verdict = evaluate(
      EvaluationInput(
        policy: narrowed(policy), policyName: "", stage: stage, now: now, commit: nil,
        evidence: given,
        baseline: baseline.map { evidence in
          Baseline(
            reference: BaselineReference(commit: nil, distance: nil, saved: now.description),
            evidence: evidence)
        }, change: change, repositoryFiles: nil, notices: []))
    return PolicyTestResult(
      name: name, position: position, differences: differences(from: verdict), verdict: verdict)
  }

  private func differences(from verdict: Verdict) -> [PolicyTestResult.Difference] {
    switch expected {
    case .verdict(let outcome):
      // A verdict on nothing is none, whatever is expected.
      let found = verdict.gates.isEmpty ? nil : verdict.outcome
      return found == outcome
        ? [] : [.init(gate: nil, expected: outcome.name, found: found?.name)]
    case .gates(let gates):
      return gates.compactMap { id, action in
        let found = verdict.gates.first { $0.id == id }?.action
        return found == action
          ? nil : .init(gate: id, expected: action.testName, found: found?.testName)
      }
    }
  }

  // MARK: - The part of the policy that is tested

  private func narrowed(_ policy: Policy) -> Policy {
    let ids = Set(given.parts.map(\.id))
    var part = policy
    part.reports = policy.reports.filter { ids.contains($0.id) }
    part.gates = policy.gates.compactMap { gate in
      var gate = gate
      gate.rules = gate.rules.compactMap { narrowed($0, policy, to: ids) }
      return gate.rules.isEmpty ? nil : gate
    }
    return part
  }

  /// `nil` for a rule that looks at other reports only, or at how old they are: what is given was
  /// never made.
  private func narrowed(_ rule: Rule, _ policy: Policy, to ids: Set<String>) -> Rule? {
    guard let kind = rule.metric.kind else { return nil }
    var rule = rule
    if rule.from.isEmpty {
      guard given.parts.contains(where: { mayHold($0, kind, policy) }) else {
        return nil
      }
    } else {
      rule.from = rule.from.filter(ids.contains)
      if rule.from.isEmpty { return nil }
    }
    guard rule.each == .report else { return rule }
    let others = Set(policy.reports.map(\.id)).subtracting(ids)
    rule.limits = rule.limits.compactMap { limit in
      var limit = limit
      limit.amounts = limit.amounts.filter { !others.contains($0.items.pattern) }
      return limit.amounts.isEmpty ? nil : limit
    }
    return rule.limits.isEmpty ? nil : rule
  }

  private func mayHold(_ part: EvidencePart, _ kind: EvidenceKind, _ policy: Policy) -> Bool {
    if let declared = policy.reports.first(where: { $0.id == part.id })?.kind {
      return declared == kind
    }
    return part.content.kinds.isEmpty || part.content.kinds.contains(kind)
  }
}

extension Action {
  /// The word that tests use: what has no effect passes.
  var testName: String { self == .info ? Outcome.pass.name : name }
}
