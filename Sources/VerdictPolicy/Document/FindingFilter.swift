package import VerdictModel

/// The `where` of a rule on findings: all conditions must hold.
package struct FindingFilter: Sendable, Hashable {
  /// What the baseline has of a finding.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Nothing that counted: none, or the same suppressed or with a lower level or severity.
    case new
    /// The same with a lower level or severity.
    case escalated
    /// The same, rated no lower, wherever it was.
    case unchanged
    /// The same, rated no lower, in another file or on another line.
    case moved
    /// The same, suppressed.
    case unsuppressed
    /// Nothing, or the same not suppressed: the only state of findings that are suppressed.
    case newlySuppressed = "newly-suppressed"
  }

  /// Which levels count.
  package var levels: ClosedRange<FindingLevel>?
  /// Which severities count.
  package var severities: ClosedRange<FindingSeverity>?
  /// Patterns for the tool's name; empty for all.
  package var tools: [Glob]
  /// Patterns for the rule's id; empty for all.
  package var rules: [Glob]
  /// Patterns for the category of the run; empty for all.
  package var categories: [Glob]
  /// Patterns for the path; empty for all. What has no path in the repository may be anywhere.
  package var paths: [Glob]
  /// `nil` for all; anything else takes a baseline to tell.
  package var state: State?

  /// No condition: every finding that is a failure and not suppressed.
  package static let all = FindingFilter(
    levels: nil, severities: nil, tools: [], rules: [], categories: [], paths: [], state: nil)

  /// Whether a finding meets all conditions but `state`, which takes the baseline to tell.
  package func includes(_ finding: Finding) -> Bool {
    // A suppressed result is no finding, unless suppressing is what is asked about; one whose kind
    // is not a failure (level none) never is.
    guard (finding.suppression != nil) == (state == .newlySuppressed), finding.level > .none
    else { return false }
    return levels?.contains(finding.level) ?? true
      && severities?.contains(finding.severity) ?? true
      && includes(finding.run)
      && rules.allowing(finding.rule) && includes(finding.location)
  }

  /// Whether the filter speaks of a run's tool and category.
  package func includes(_ run: ScanRun) -> Bool {
    tools.allowing(run.tool) && categories.allowing(run.category)
  }

  private func includes(_ location: FindingLocation?) -> Bool {
    guard let path = location?.path, path.isRepositoryPath else { return true }
    return paths.allowing(path)
  }

  /// The conditions in words, for outputs.
  package var words: [String] {
    var words: [String] = []
    if let state { words.append(state == .newlySuppressed ? "newly suppressed" : state.rawValue) }
    if let levels {
      words.append("level " + Self.name(levels, \.name, to: .error))
    }
    if let severities {
      words.append("severity " + Self.name(severities, \.name, to: .critical))
    }
    if !tools.isEmpty { words.append("by " + tools.map(\.pattern).joined(separator: " or ")) }
    if !categories.isEmpty {
      words.append("category " + categories.map(\.pattern).joined(separator: " or "))
    }
    if !rules.isEmpty { words.append("rule " + rules.map(\.pattern).joined(separator: " or ")) }
    if !paths.isEmpty { words.append("at " + paths.map(\.pattern).joined(separator: " or ")) }
    return words
  }

  private static func name<Rank>(
    _ range: ClosedRange<Rank>, _ name: (Rank) -> String, to worst: Rank
  ) -> String {
    range.lowerBound == range.upperBound
      ? name(range.lowerBound) : name(range.lowerBound) + " and above"
  }
}
