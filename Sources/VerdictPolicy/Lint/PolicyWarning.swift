package import VerdictModel

/// Something in a policy that is allowed and that its author probably did not mean: a place and a
/// kind. The words are in `PolicyDoubt.description`.
package struct PolicyWarning: Hashable, Sendable {
  /// What it is, without the place.
  package var doubt: PolicyDoubt
  /// The key or value in doubt.
  package var position: SourcePosition

  init(_ doubt: PolicyDoubt, at position: SourcePosition) {
    self.doubt = doubt
    self.position = position
  }
}

/// Everything that can be doubtful in a policy, or in its waivers.
package enum PolicyDoubt: Hashable, Sendable {
  /// A limit that every value keeps to; `reason` says why.
  case neverFails(key: String, value: String, reason: String)
  /// A rule that is never asked, because there is never so much to judge.
  case neverJudges(key: String, value: Int)
  /// A limit by item that has none for a component of the rule.
  case noLimit(key: String, component: String)
  case sameRule(at: SourcePosition)
  /// A level or severity without `+`.
  case leavesOutWorse(key: String, value: String, worse: [String])
  case onlyInforms(gate: String)
  case nothingAsked(stage: String)
  case reviewersNeverAsked(gate: String)
  case unusedReport(String)
  case unusedComponent(String)
  /// An absence of which the policy says that it does not matter.
  case absencePasses(key: String)
  case noBaseline
  case matchesNothing(pattern: String)
  /// Neither is part of the other, or they are the same; `example` is in both.
  case overlap(String, String, example: String)
  case longInForce(since: Day)
  case farAway(Day)
  /// What a change does to its own policy or waivers, of which the policy says that it does not
  /// matter.
  case changePasses(key: String)
  case longWaivers(days: Int)
  case waiverExpired(Day)
  /// 0 on its last day.
  case waiverEndsSoon(days: Int)
}

extension PolicyDoubt: CustomStringConvertible {
  /// One lower-case sentence fragment: what is in doubt, and what to do.
  package var description: String {
    switch self {
    case .neverFails(let key, let value, let reason):
      "'\(key)': '\(value)' can never fail, \(reason)"
    case .neverJudges(let key, let value):
      "'\(key)': \(value) is more than there will ever be, so that nothing is judged"
    case .noLimit(let key, let component):
      "'\(key)' asks nothing of component '\(component)', give it a limit or add \"*\""
    case .sameRule(let place):
      "asks the same as the rule at \(place.words), remove one"
    case .leavesOutWorse(let key, let value, let worse):
      "'\(key)': '\(value)' leaves out \(worse.joined(separator: " and ")), "
        + "did you mean '\(value)+'?"
    case .onlyInforms(let gate):
      "gate '\(gate)' can only inform, whatever happens: give a rule another 'else'"
    case .nothingAsked(let stage):
      "no rule applies at stage '\(stage)', so that nothing can be judged there"
    case .reviewersNeverAsked(let gate):
      "the reviewers of gate '\(gate)' are never asked: no rule of it says \"else\": \"review\""
    case .unusedReport(let report): "no rule looks at report '\(report)'"
    case .unusedComponent(let component): "no rule speaks of component '\(component)'"
    case .absencePasses(let key):
      "'\(key)': 'info' lets pass what was not measured, did you mean 'warn'?"
    case .noBaseline:
      "the rule compares with a baseline, and there is none: make one with verdict baseline save"
    case .matchesNothing(let pattern): "'\(pattern)' fits no file of the repository"
    case .overlap(let one, let other, let example):
      "components '\(one)' and '\(other)' overlap, neither is part of the other: \(example)"
    case .longInForce(let day): "in force since \(day), 'enforceFrom' can go"
    case .farAway(let day): "the rule only informs until \(day), more than a year from now"
    case .changePasses(let key):
      "'\(key)': 'info' lets a change weaken what it is judged by, did you mean 'review'?"
    case .longWaivers(let days):
      "'maxDays': \(days) lets a waiver last for more than a year"
    case .waiverExpired(let day): "the waiver has expired on \(day) and does nothing, remove it"
    case .waiverEndsSoon(let days):
      days == 0
        ? "the waiver ends today" : "the waiver ends in \(days) \(days == 1 ? "day" : "days")"
    }
  }
}
