import VerdictModel

extension PolicyLint {
  /// A limit that every value keeps to.
  static let neverFails = PolicyLint(
    summary: "a limit that can never fail, such as \"min\": \"0%\""
  ) {
    input in
    input.rules.flatMap { rule in
      rule.limits.flatMap { limit in
        limit.amounts.compactMap { _, amount in
          reasonNeverToFail(limit.relation, amount, rule.metric).map { reason in
            let key = limit.relation.rawValue
            return PolicyWarning(
              .neverFails(key: key, value: amount.text(for: limit.relation), reason: reason),
              at: input.places.inside(rule).value(key))
          }
        }
      }
    }
  }

  private static func reasonNeverToFail(
    _ relation: Limit.Relation, _ amount: Limit.Amount, _ metric: Metric
  ) -> String? {
    // Numbers that jobs report may be negative, and fall by more than there is.
    guard metric.unit != .number, let number = amount.fraction else { return nil }
    switch (relation, amount) {
    case (.min, _) where number <= .zero: return "no value is below 0"
    case (.maxDrop, .points), (.maxDrop, .percent):
      return number < Fraction(100) ? nil : "nothing can fall by more"
    default: return nil
    }
  }

  /// More than any change has that somebody reviews, and than most code bases.
  private static let neverThere = 100_000

  /// A rule that leaves out everything.
  static let neverJudges = PolicyLint(
    summary: "an 'ignoreBelow' that leaves out everything, such as 1000000"
  ) { input in
    input.rules.compactMap { rule in
      guard let least = rule.ignoreBelow, least > neverThere else { return nil }
      return PolicyWarning(
        .neverJudges(key: "ignoreBelow", value: least),
        at: input.places.inside(rule).value("ignoreBelow"))
    }
  }

  /// A limit by item without one for each component that the rule is about.
  static let missingLimits = PolicyLint(summary: "a component for which a limit by item has none") {
    input in
    input.rules.flatMap { rule -> [PolicyWarning] in
      guard case .components(let names) = rule.each else { return [] }
      return rule.limits.flatMap { limit in
        names.filter { limit.limit(for: [$0]) == nil }.map { name in
          let key = limit.relation.rawValue
          return PolicyWarning(
            .noLimit(key: key, component: name), at: input.places.inside(rule).key(key))
        }
      }
    }
  }

  /// Rules of a gate that ask the same.
  static let sameRules = PolicyLint(summary: "a rule that asks the same as another of its gate") {
    input in
    input.policy.gates.flatMap { gate -> [PolicyWarning] in
      var seen: [RuleQuestion: SourcePosition] = [:]
      return gate.rules.compactMap { rule -> PolicyWarning? in
        let question = RuleQuestion(rule)
        guard let place = seen[question] else {
          seen[question] = rule.position
          return nil
        }
        return PolicyWarning(.sameRule(at: place), at: rule.position)
      }
    }
  }
}

/// All that a rule asks, without what it does then.
private struct RuleQuestion: Hashable {
  let subject: CheckSubject
  let each: String?
  let limits: [String]
  let ignoreBelow: Int?
  let stages: Set<String>

  init(_ rule: Rule) {
    subject = rule.subject
    each = rule.each?.text
    limits = rule.limits.map(\.text).sorted()
    ignoreBelow = rule.ignoreBelow
    stages = rule.stages
  }
}
