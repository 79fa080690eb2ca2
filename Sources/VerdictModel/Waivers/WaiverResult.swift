/// What a waiver does for one check.
package struct WaiverUse: Hashable, Sendable {
  /// One that is in force.
  package var waiver: Waiver
  /// The findings or tests that do not count because of it; empty for a whole check.
  package var places: [CheckPlace]
  /// Whether the rule is marked `waivable: false`: the waiver then does nothing.
  package var isRefused: Bool

  package init(_ waiver: Waiver, places: [CheckPlace], isRefused: Bool = false) {
    self.waiver = waiver
    self.places = places
    self.isRefused = isRefused
  }
}

/// One waiver with what there is to be said about it.
package struct WaiverResult: Hashable, Sendable {
  /// As its file has it.
  package var waiver: Waiver
  /// How many checks it speaks of that do not hold without it.
  package var uses: Int
  /// Sorted; empty for a waiver in good order.
  package var problems: [WaiverProblem]
  /// What it contributes to the verdict: `.warn` with a problem, but for those that have their
  /// effect in a check already.
  package var action: Action

  package init(_ waiver: Waiver, uses: Int, problems: [WaiverProblem]) {
    self.waiver = waiver
    self.uses = uses
    self.problems = problems
    action = problems.contains(where: \.needsAttention) ? .warn : .info
  }
}

/// What can be wrong with a waiver that was read; in the order in which it is told.
package enum WaiverProblem: Hashable, Sendable {
  /// Its last day is over; it does nothing.
  case expired
  /// Its first day is still to come; it does nothing.
  case notYetInForce
  /// A rule that may not be waived is violated where it speaks; it does nothing there.
  case refused
  /// The change under judgement brings it, or lets it do more than before.
  case addedByChange
  /// Whether the change brings it is not known.
  case unknownWhetherAdded
  /// Nothing that was judged needs it.
  case unused
  /// It accepts more than what somebody has looked at.
  case tooBroad(WaiverBreadth)
  /// So many days are left, 0 on its last one.
  case expiresSoon(days: Int)
  /// It never ends.
  case endless
  /// More days are left than the policy allows a waiver altogether.
  case tooLong(allowed: Int)

  /// Whether somebody has to do something about it whatever the checks say.
  package var needsAttention: Bool {
    switch self {
    case .expired, .notYetInForce, .unused, .tooBroad, .expiresSoon, .endless, .tooLong: true
    case .refused, .addedByChange, .unknownWhetherAdded: false
    }
  }

  /// Whether an earlier end would mend it.
  package var isTooLong: Bool {
    switch self {
    case .endless, .tooLong: true
    default: false
    }
  }
}

/// How a waiver accepts what nobody has looked at.
package enum WaiverBreadth: Hashable, Sendable {
  case wholeGate
  /// Findings of whatever rule.
  case everyRule
  /// One of its path patterns fits every path.
  case everyPath
  /// The check counts findings, also those that are still to come.
  case everyFinding
  /// Its fingerprint does not tell findings apart; how many it fits.
  case alike(findings: Int)
  /// All items of a rule with `each`.
  case everyItem
  /// Failures of whatever test.
  case everyTest
}
