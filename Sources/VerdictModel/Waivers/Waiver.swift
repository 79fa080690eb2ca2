/// That somebody agreed to live with a failure until a day. Two files of waivers are compared by
/// `scope` and `expires`.
package struct Waiver: Hashable, Sendable {
  /// What it speaks of.
  package var scope: WaiverScope
  /// Who answers for it; `nil` for one of another tool's file, which names nobody.
  package var owner: String?
  /// Why it is acceptable; empty if another tool's file does not say.
  package var reason: String
  /// Where the way out is tracked; `nil` if nowhere.
  package var ticket: String?
  /// The first day on which it counts; `nil` for one of another tool's file, which does not say.
  package var created: Day?
  /// The last day on which it counts; `nil` if another tool accepts it for ever.
  package var expires: Day?
  /// The file that holds it, as the policy names it.
  package var file: String
  /// Where it begins in that file.
  package var position: SourcePosition

  package init(
    scope: WaiverScope, owner: String?, reason: String, ticket: String?, created: Day?,
    expires: Day?, file: String, position: SourcePosition
  ) {
    self.scope = scope
    self.owner = owner
    self.reason = reason
    self.ticket = ticket
    self.created = created
    self.expires = expires
    self.file = file
    self.position = position
  }

  /// Whether it counts on a day; both of its own days are included.
  package func isInForce(on day: Day) -> Bool { !isExpired(on: day) && !isStillToCome(on: day) }

  /// Whether its last day is over.
  package func isExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }

  /// Whether its first day is still to come.
  package func isStillToCome(on day: Day) -> Bool { created.map { day < $0 } ?? false }

  /// Whether an older waiver allowed as much: the same, for as long or longer.
  package func isAllowed(by older: Waiver) -> Bool {
    scope == older.scope
      && (older.expires.map { end in expires.map { $0 <= end } ?? false } ?? true)
      && (older.created.map { start in created.map { $0 >= start } ?? false } ?? true)
  }
}

/// What a waiver speaks of.
package struct WaiverScope: Hashable, Sendable {
  /// A gate's id; `nil` for every gate that counts the finding or the test.
  package var gate: String?
  /// What of it.
  package var match: WaiverMatch

  package init(gate: String?, match: WaiverMatch) {
    self.gate = gate
    self.match = match
  }
}

/// Single findings, single failures of tests, or whole checks.
package enum WaiverMatch: Hashable, Sendable {
  case findings(FindingMatch)
  case tests(TestMatch)
  /// Only with a gate.
  case checks(CheckMatch)
}

/// Which findings a waiver speaks of: those for which every condition holds. At least one is there.
package struct FindingMatch: Hashable, Sendable {
  /// What the tool that found it calls itself, in lower case; `nil` for any.
  package var tool: String?
  /// The rule's id, exactly.
  package var rule: String?
  /// Patterns of which one must fit the path; empty for any place, also for none.
  package var paths: [Glob]
  /// The package's name, or its name and version, `h2@0.3.26`.
  package var package: String?
  /// The value of one of the finding's fingerprints, exactly.
  package var fingerprint: String?

  package init(
    tool: String? = nil, rule: String?, paths: [Glob], package: String?, fingerprint: String?
  ) {
    self.tool = tool
    self.rule = rule
    self.paths = paths
    self.package = package
    self.fingerprint = fingerprint
  }

  /// Whether the waiver speaks of a finding.
  package func includes(_ finding: Finding) -> Bool {
    if let tool, finding.run.tool.lowercased() != tool { return false }
    if let rule, finding.rule != rule { return false }
    if !paths.isEmpty {
      guard let path = finding.location?.path, paths.contains(where: { $0.matches(path) })
      else { return false }
    }
    if let fingerprint, !finding.fingerprints.values.values.contains(fingerprint) { return false }
    if let package, !finding.isAbout(package: package) { return false }
    return true
  }
}

/// Which checks of a gate a waiver speaks of.
package struct CheckMatch: Hashable, Sendable {
  /// A metric's id; `nil` for the whole gate, and then nothing else is said.
  package var metric: String?
  /// The value of the rule's `in`; `nil` for rules without it.
  package var component: String?
  /// The value of the rule's `of`.
  package var code: CheckSubject.Code
  /// The item of a rule with `each`, exactly; `nil` for all items.
  package var item: String?

  package init(metric: String?, component: String?, code: CheckSubject.Code, item: String?) {
    self.metric = metric
    self.component = component
    self.code = code
    self.item = item
  }

  /// Whether the waiver speaks of a check of its gate, whichever item it is about.
  package func includesRule(of subject: CheckSubject) -> Bool {
    guard let metric else { return true }
    return metric == subject.metric && component == subject.component && code == subject.code
  }

  /// Whether the waiver speaks of a check of its gate.
  package func includes(_ subject: CheckSubject) -> Bool {
    includesRule(of: subject) && (item == nil || item == subject.item)
  }
}
