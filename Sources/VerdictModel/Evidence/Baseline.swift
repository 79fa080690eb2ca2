/// Evidence of an earlier run, with where it came from.
package struct Baseline: Sendable, Hashable {
  /// Which commit was measured, and when.
  package var reference: BaselineReference
  /// What that run measured, under the report ids of its own policy.
  package var evidence: Evidence

  package init(reference: BaselineReference, evidence: Evidence) {
    self.reference = reference
    self.evidence = evidence
  }
}

/// Which run a baseline is of.
package struct BaselineReference: Sendable, Hashable {
  /// The full commit id; `nil` if it was saved outside a repository.
  package var commit: String?
  /// How many commits the measured tree is ahead of it; `nil` if unknown.
  package var distance: Int?
  /// When it was saved, ISO 8601 in UTC.
  package var saved: String

  package init(commit: String?, distance: Int?, saved: String) {
    self.commit = commit
    self.distance = distance
    self.saved = saved
  }
}
