package import VerdictModel

/// Tells reports that measured what is judged from those that are left from before.
package struct Freshness: Sendable {
  /// What ages are measured to.
  let now: Moment
  /// `nil` outside of a repository, or before its first commit.
  let commit: MeasuredCommit?

  package init(now: Moment, commit: MeasuredCommit?) {
    self.now = now
    self.commit = commit
  }

  /// The clocks of the machine that committed and of the one that measured may differ, and tests
  /// may have run on the very tree that was then committed.
  static let tolerance = Age(seconds: 5 * 60)

  /// The same evidence, with a gap for each report that is too old, and a notice for each that says
  /// that it is still to be made: that says nothing about its age.
  ///
  /// - Parameter policy: Says how old each report may be.
  package func mark(_ evidence: Evidence, by policy: Policy) -> Evidence {
    let evidence = evidence.addingNotices { source, report in
      guard isAgeJudged(of: report, by: policy), let stated = source.stated,
        Age(of: now, at: stated.earliest) > Self.tolerance
      else { return [] }
      return [
        Notice(
          "says that it was made at \(stated.earliest), which is still to come: its age is that of "
            + "its file")
      ]
    }
    return evidence.addingGaps { part in
      let allowed = policy.reports.first { $0.id == part.id }?.maxAge
      return part.sources.compactMap { source in
        staleness(of: source, allowed: allowed).map { .stale(file: source.file, $0) }
      }
    }
  }

  /// Whether anything depends on how old a report is.
  private func isAgeJudged(of report: String, by policy: Policy) -> Bool {
    guard commit == nil, let declared = policy.reports.first(where: { $0.id == report }) else {
      return true
    }
    return declared.maxAge != nil || policy.gates.contains { $0.asksForAge(of: declared) }
  }

  private func staleness(of source: EvidenceSource, allowed: Age?) -> Staleness? {
    guard let created = source.created else { return nil }
    if let commit, Age(of: created, at: commit.time) > Self.tolerance {
      return .olderThanCommit(created: created, commit)
    }
    let age = Age(of: created, at: now)
    return allowed.flatMap { age > $0 ? .olderThan(allowed: $0, age: age) : nil }
  }
}
