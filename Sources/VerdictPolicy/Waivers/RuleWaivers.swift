import VerdictModel

/// The waivers that may speak of one rule: those in force for its gate.
struct RuleWaivers {
  let isWaivable: Bool
  private let file: WaiverFile
  private let whenAdded: Action
  private let inForce: [Waiver]

  init(gate: String, rule: Rule, input: EvaluationInput) {
    isWaivable = rule.isWaivable
    file = input.waivers
    whenAdded = input.policy.waivers?.whenAdded ?? .review
    inForce = input.waivers.waivers.filter { waiver in
      waiver.isInForce(on: input.now.day) && (waiver.scope.gate ?? gate) == gate
    }
  }

  /// Those that speak of findings or of tests.
  var ofItems: [Waiver] {
    inForce.filter { if case .checks = $0.scope.match { false } else { true } }
  }

  /// Takes a waiver's word for a check that is violated without it.
  ///
  /// - Parameters:
  ///   - check: As it is without waivers of checks.
  ///   - items: The findings or tests that a waiver speaks of.
  ///   - isComplete: Whether all evidence was there: a waiver is no answer to what is missing.
  func apply(to check: Check, _ items: [WaivedItem], isComplete: Bool) -> Check {
    var check = check
    let ofItems = uses(of: items)
    let ofChecks = inForce.filter { waiver in
      if case .checks(let match) = waiver.scope.match {
        match.includes(check.subject)
      } else {
        false
      }
    }.map { WaiverUse($0, places: [], isRefused: !isWaivable) }
    switch check.status {
    case .violated where isComplete:
      check.waivers = ofItems + ofChecks
      if isWaivable, !ofChecks.isEmpty { check.status = .waived }
    case .violated, .waived, .undecided:
      check.waivers = ofItems
    case .satisfied:
      check.waivers = isWaivable ? ofItems : []
    case .notApplicable:
      return check
    }
    if check.status == .waived { check.action = min(check.action, action(check.waivers)) }
    return check
  }

  /// What waived checks do: findings and tests that somebody answers for are only shown, a demand that is not
  /// met still warns, and what the change itself waives asks for more.
  private func action(_ uses: [WaiverUse]) -> Action {
    let isWholeCheck = uses.contains(where: \.places.isEmpty)
    let isAdded = uses.contains { file.provenance(of: $0.waiver) != nil }
    return max(isWholeCheck ? .warn : .info, isAdded ? whenAdded : .info)
  }

  private func uses(of items: [WaivedItem]) -> [WaiverUse] {
    inForce.compactMap { waiver in
      let places = items.filter { $0.waiver == waiver }.map(\.place)
      return places.isEmpty ? nil : WaiverUse(waiver, places: places, isRefused: !isWaivable)
    }
  }
}

/// A finding, or a test that failed, of which a waiver speaks.
struct WaivedItem: Hashable, Sendable {
  var place: CheckPlace
  var waiver: Waiver
}
