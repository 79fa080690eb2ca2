import VerdictModel

/// Lets recorded approvals lift the reviews of their gates, and that of a change of the policy.
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
    let names = names(lifting: gate.review)
    guard !names.isEmpty else { return gate }
    var gate = gate
    for index in gate.checks.indices where gate.checks[index].action == .review {
      gate.checks[index].action = .warn
      gate.checks[index].remarks.append("approved by \(names.joined(separator: ", "))")
    }
    gate.action = gate.checks.map(\.action).max() ?? .block
    return gate
  }

  /// The same for the change of the policy.
  func apply(to trust: PolicyTrust) -> PolicyTrust {
    let names = names(lifting: trust.review)
    guard !names.isEmpty else { return trust }
    var trust = trust
    trust.action = .warn
    trust.approvedBy = names
    return trust
  }

  /// What came of each approval.
  ///
  /// - Parameters:
  ///   - gates: As they were before any approval.
  ///   - trust: The same.
  func results(on gates: [GateResult], _ trust: PolicyTrust? = nil) -> [ApprovalResult] {
    let reviews = gates.map(\.review) + [trust?.review].compactMap(\.self)
    return all.map { approval in
      let review = reviews.first { $0.id == approval.gate }
      return ApprovalResult(
        approval, review.map { effect(of: approval, on: $0) } ?? .nothingToLift)
    }
  }

  private func names(lifting review: Review) -> [String] {
    all.filter { $0.gate == review.id && effect(of: $0, on: review).lifts }.map(\.name)
  }

  private func effect(of approval: Approval, on review: Review) -> ApprovalEffect {
    let (open, reviewers) = (review.open, review.reviewers)
    guard open > 0 else { return .nothingToLift }
    if reviewers.isEmpty { return .lifted(checks: open, team: nil) }
    // In the name of a team, never in that of another person.
    if let reviewer = approval.reviewer, !reviewer.isSamePerson(as: approval.name) {
      return reviewer.hasPrefix("team:") && reviewers.contains(reviewer)
        ? .lifted(checks: open, team: nil) : .notAReviewer(reviewers)
    }
    if reviewers.contains(where: { $0.isSamePerson(as: approval.name) }) {
      // A team does not approve, somebody of it does: who, nobody has said.
      let isTeam = approval.name.hasPrefix("team:")
      return .lifted(checks: open, team: isTeam ? approval.name : nil)
    }
    // Who is in a team only the host of the repository knows.
    let teams = reviewers.filter { $0.hasPrefix("team:") }
    let isTeam = approval.name.hasPrefix("team:")
    return teams.isEmpty || isTeam
      ? .notAReviewer(reviewers)
      : .lifted(checks: open, team: teams.joined(separator: " or "))
  }
}

/// What an approval may lift.
private struct Review {
  /// A gate's id, or `PolicyTrust.id`.
  let id: String
  /// How many checks need it.
  let open: Int
  /// Who may do it; empty for anybody.
  let reviewers: [String]
}

extension GateResult {
  fileprivate var review: Review {
    Review(id: id, open: checks.count { $0.action == .review }, reviewers: reviewers)
  }
}

extension PolicyTrust {
  fileprivate var review: Review {
    Review(id: Self.id, open: action == .review ? 1 : 0, reviewers: reviewers)
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
