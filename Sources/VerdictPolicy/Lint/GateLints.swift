import VerdictModel

extension PolicyLint {
  /// A gate whose every rule only informs.
  static let gatesThatOnlyInform = PolicyLint(summary: "a gate of which every rule only informs") {
    input in
    input.policy.gates.filter { gate in
      gate.rules.allSatisfy { rule in rule.strictestAction <= .info }
    }.map { PolicyWarning(.onlyInforms(gate: $0.id), at: input.places.key("gates", $0.id)) }
  }

  /// A stage at which nothing is asked.
  static let stagesWithoutRules = PolicyLint(summary: "a stage at which no rule applies") { input in
    input.policy.stages.filter { !input.policy.asksSomething(at: $0) }.map { stage in
      PolicyWarning(.nothingAsked(stage: stage), at: input.places.value("stages", text: stage))
    }
  }

  /// Reviewers of a gate that never needs a review.
  static let idleReviewers = PolicyLint(summary: "reviewers who are never asked") { input in
    input.policy.gates.filter { gate in
      !gate.reviewers.isEmpty && !gate.rules.contains(where: \.mayAskForReview)
    }.map { gate in
      PolicyWarning(
        .reviewersNeverAsked(gate: gate.id), at: input.places.key("gates", gate.id, "reviewers"))
    }
  }
}

extension Rule {
  /// What a violation does at the strictest of the rule's stages.
  var strictestAction: Action { stages.map(action.action).max() ?? .info }

  fileprivate var mayAskForReview: Bool {
    stages.contains { action.action(at: $0) == .review }
      || absence.entries.contains { $0.action == .review }
  }
}
