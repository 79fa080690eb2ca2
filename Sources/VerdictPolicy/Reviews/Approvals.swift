import VerdictModel

/// Lets recorded approvals lift the reviews of their gates.
struct Approvals {
  /// Every approval that was given.
  let all: [Approval]

  init(_ approvals: [Approval]) {
    all = Set(approvals).sorted {
      ($0.gate, $0.name, $0.reviewer ?? "") < ($1.gate, $1.name, $1.reviewer ?? "")
    }
  }

  /// The gate with its open reviews lifted to warnings, if anybody approved who may.
  func apply(to gate: GateResult) -> GateResult {
    let names = all.filter { $0.gate == gate.id && effect(of: $0, on: gate).lifts }.map(\.name)
    guard !names.isEmpty else { return gate }
    var gate = gate
    for index in gate.checks.indices where gate.checks[index].action == .review {
      gate.checks[index].action = .warn
      gate.checks[index].remarks.append("approved by \(names.joined(separator: ", "))")
    }
    gate.action = gate.checks.map(\.action).max() ?? .block
    return gate
  }

  /// What came of each approval.
  ///
  /// - Parameter gates: As they were before any approval.
  func results(on gates: [GateResult]) -> [ApprovalResult] {
    all.map { approval in
      let gate = gates.first { $0.id == approval.gate }
      return ApprovalResult(
        approval, gate.map { effect(of: approval, on: $0) } ?? .nothingToLift)
    }
  }

  private func effect(of approval: Approval, on gate: GateResult) -> ApprovalEffect {
    let open = gate.checks.count { $0.action == .review }
    guard open > 0 else { return .nothingToLift }
    let reviewers = gate.reviewers
    if reviewers.isEmpty { return .lifted(checks: open, team: nil) }
    if let reviewer = approval.reviewer {
      return reviewers.contains(reviewer)
        ? .lifted(checks: open, team: nil) : .notAReviewer(reviewers)
    }
    if reviewers.contains(where: { $0.isSamePerson(as: approval.name) }) {
      return .lifted(checks: open, team: nil)
    }
    // Who is in a team only the host of the repository knows.
    let teams = reviewers.filter { $0.hasPrefix("team:") }
    let isTeam = approval.name.hasPrefix("team:")
    return teams.isEmpty || isTeam
      ? .notAReviewer(reviewers)
      : .lifted(checks: open, team: teams.joined(separator: " or "))
  }
}

extension ApprovalEffect {
  fileprivate var lifts: Bool {
    if case .lifted = self { true } else { false }
  }
}

extension String {
  /// `@carol` and `carol` are one person.
  fileprivate func isSamePerson(as other: String) -> Bool {
    func name(_ text: String) -> Substring { text.hasPrefix("@") ? text.dropFirst() : text[...] }
    return name(self) == name(other)
  }
}
