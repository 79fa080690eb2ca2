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

  /// The same evidence, with a gap for each report that is too old.
  ///
  /// - Parameter policy: Says how old each report may be.
  package func mark(_ evidence: Evidence, by policy: Policy) -> Evidence {
    evidence.addingGaps { part in
      let allowed = policy.reports.first { $0.id == part.id }?.maxAge
      return part.sources.compactMap { source in
        staleness(of: source, allowed: allowed).map { .stale(file: source.file, $0) }
      }
    }
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
