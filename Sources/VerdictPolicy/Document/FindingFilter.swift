package import VerdictModel

/// The `where` of a rule on findings: all conditions must hold.
package struct FindingFilter: Sendable, Hashable {
  /// Which levels count.
  package var levels: ClosedRange<FindingLevel>?
  /// Which severities count.
  package var severities: ClosedRange<FindingSeverity>?
  /// Patterns for the tool's name; empty for all.
  package var tools: [Glob]
  /// Patterns for the rule's id; empty for all.
  package var rules: [Glob]
  /// Whether only findings count that the baseline does not have, or rates lower.
  package var onlyNew: Bool

  /// No condition: every finding that is a failure and not suppressed.
  package static let all = FindingFilter(
    levels: nil, severities: nil, tools: [], rules: [], onlyNew: false)

  /// Whether a finding meets all conditions but `onlyNew`, which takes the baseline to tell.
  package func includes(_ finding: Finding) -> Bool {
    // A suppressed result, and one whose kind is not a failure (level none), is no finding.
    guard finding.suppression == nil, finding.level > .none else { return false }
    return levels?.contains(finding.level) ?? true
      && severities?.contains(finding.severity) ?? true
      && includes(finding.run)
      && (rules.isEmpty || rules.contains { $0.matches(finding.rule) })
  }

  /// Whether the filter speaks of a run's tool.
  package func includes(_ run: ScanRun) -> Bool {
    tools.isEmpty || tools.contains { $0.matches(run.tool) }
  }

  /// The conditions in words, for outputs.
  package var words: [String] {
    var words: [String] = []
    if onlyNew { words.append("new") }
    if let levels {
      words.append("level " + Self.name(levels, \.name, to: .error))
    }
    if let severities {
      words.append("severity " + Self.name(severities, \.name, to: .critical))
    }
    if !tools.isEmpty { words.append("by " + tools.map(\.pattern).joined(separator: " or ")) }
    if !rules.isEmpty { words.append("rule " + rules.map(\.pattern).joined(separator: " or ")) }
    return words
  }

  private static func name<Rank>(
    _ range: ClosedRange<Rank>, _ name: (Rank) -> String, to worst: Rank
  ) -> String {
    range.lowerBound == range.upperBound
      ? name(range.lowerBound) : name(range.lowerBound) + " and above"
  }
}
