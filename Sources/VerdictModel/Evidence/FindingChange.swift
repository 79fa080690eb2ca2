/// What became of a finding since the baseline, in the order in which outputs list them.
package enum FindingState: String, Sendable, Hashable, CaseIterable {
  /// Not in the baseline.
  case new
  /// In the baseline with a lower level or severity.
  case escalated
  /// Suppressed in the baseline, and not any more.
  case unsuppressed
  /// Suppressed, and not in the baseline: reported openly there, or not there at all.
  case newlySuppressed = "newly-suppressed"
  /// In the baseline, and its scanner does not find it any more.
  case fixed
  /// In the baseline, and nobody can say whether it is still there.
  case unknown
  /// In the baseline, rated no lower, in another file or on another line.
  case moved
  /// In the baseline, rated no lower, at the same place.
  case unchanged
}

/// What tells the state of a finding: for pairs what they agree in, the strongest reason first.
package enum MatchReason: String, Sendable, Hashable, CaseIterable {
  /// A fingerprint that tells findings apart.
  case fingerprint
  /// Rule, file, column and message, and the line with what follows it.
  case context
  /// Rule, file, column and message, which nothing else has; the source is not known.
  case anchor
  /// Rule, file, column and message, on the line that lies between what was paired before.
  case shifted
  /// Rule, file and message, and the text of the line.
  case lineText = "line-text"
  /// Rule, file and message, on a near line.
  case message
  /// The same findings in a file with another path.
  case renamed
  /// Nothing: no finding of the other side is like it.
  case unmatched
  /// No run of its scanner is in the reports.
  case notRun = "not-run"
  /// A report of its scanner is not whole.
  case incomplete
}

/// A finding beside what the baseline has of it.
package struct FindingChange: Sendable, Hashable {
  /// How the baseline has it.
  package struct Before: Sendable, Hashable {
    /// Where it was; `nil` if it had no physical location.
    package var location: FindingLocation?
    /// As the tool rated it then.
    package var level: FindingLevel
    /// As severe as it was then.
    package var severity: FindingSeverity

    package init(_ finding: Finding) {
      location = finding.location
      level = finding.level
      severity = finding.severity
    }
  }

  /// What became of it.
  package var state: FindingState
  /// As this run has it; as the baseline has it, if it is not there any more.
  package var finding: Finding
  /// `nil` if only one side has it.
  package var before: Before?
  /// What tells the state.
  package var reason: MatchReason

  package init(
    _ state: FindingState, _ finding: Finding, before: Before? = nil, reason: MatchReason
  ) {
    self.state = state
    self.finding = finding
    self.before = before
    self.reason = reason
  }
}

/// What became of findings. Those that are suppressed on both sides, and results that are no failure
/// (level `none`), take no part.
package struct FindingsComparison: Sendable, Hashable {
  /// All but what is unchanged; by state, then by place and by what was found.
  package var changes: [FindingChange]
  /// How many findings are unchanged, by what they agree in.
  package var unchanged: [MatchReason: Int]

  package init(changes: [FindingChange], unchanged: [MatchReason: Int]) {
    self.changes = changes
    self.unchanged = unchanged
  }

  /// The findings in a state, unchanged ones excepted, which are only counted.
  package func changes(_ state: FindingState) -> [FindingChange] {
    changes.filter { $0.state == state }
  }

  /// How many findings are in a state.
  package func count(_ state: FindingState) -> Int {
    state == .unchanged ? unchanged.values.reduce(0, +) : changes.count { $0.state == state }
  }
}
