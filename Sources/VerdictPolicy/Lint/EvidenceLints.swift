import VerdictModel

extension PolicyLint {
  /// An optional report that no rule looks at; of others it is a mistake.
  static let unusedReports = PolicyLint(summary: "an optional report that no rule looks at") {
    input in
    input.policy.reports.filter { report in
      !input.policy.gates.contains { $0.looks(at: report) }
    }.map { report in
      PolicyWarning(.unusedReport(report.id), at: report.position)
    }
  }

  /// Absence that does not matter, in `defaults` or in a rule that does something otherwise.
  static let passingAbsence = PolicyLint(
    summary: "absence that passes, such as \"missing\": \"info\""
  ) { input in
    let defaults = input.policy.defaults.passing.filter {
      input.places.has("defaults", $0.key)
    }.map { PolicyWarning(.absencePasses(key: $0.key), at: input.places.value("defaults", $0.key)) }
    let rules = input.rules.filter { $0.strictestAction > .info }.flatMap { rule in
      let places = input.places.inside(rule)
      return rule.absence.passing.filter { places.has($0.key) }
        .map { PolicyWarning(.absencePasses(key: $0.key), at: places.value($0.key)) }
    }
    return defaults + rules
  }

  /// A rule that compares while there is nothing to compare with; only the first is named.
  static let missingBaseline = PolicyLint(
    summary: "a change from a baseline that is asked for while there is none"
  ) { input in
    guard !input.hasBaseline, let rule = input.rules.first(where: \.compares) else { return [] }
    return [PolicyWarning(.noBaseline, at: rule.position)]
  }
}

extension AbsenceActions {
  /// What is missing and does not matter. Noise is not missing, and informs without a word.
  fileprivate var passing: [(key: String, action: Action)] {
    entries.filter { $0.action == .info && $0.key != "inconclusive" }
  }
}

extension Rule {
  /// Whether some limit, or the value itself, is about the baseline.
  fileprivate var compares: Bool {
    needsBaseline || limits.contains { $0.relation.comparesWithBaseline }
  }
}
