/// Evidence of an earlier run, with where it came from.
package struct Baseline: Sendable, Hashable {
  /// Which commit was measured, and when.
  package var reference: BaselineReference
  /// What that run measured, under the report ids of its own policy.
  package var evidence: Evidence
  /// Why it was saved all the same, of a run that was blocked or incomplete; `nil` for any other.
  package var forced: ForcedSave?
  /// What that run and those before it measured of benchmarks.
  package var history: BenchmarkHistory
  /// How long tests took in that run and those before it.
  package var testTimes: TestTimes

  package init(
    reference: BaselineReference, evidence: Evidence, forced: ForcedSave? = nil,
    history: BenchmarkHistory = .none, testTimes: TestTimes = .none
  ) {
    self.reference = reference
    self.evidence = evidence
    self.forced = forced
    self.history = history
    self.testTimes = testTimes
  }

  /// Whether nothing was missing that should have been there.
  package var isWhole: Bool { forced?.isIncomplete != true }

  /// The history, which of a baseline without one is its own run.
  package var remembered: BenchmarkHistory {
    history == .none ? .none.appending(evidence, commit: reference.commit) : history
  }

  /// The same as if some benchmarks had never been measured: what a change that is meant begins with.
  ///
  /// - Parameter ids: Those of the benchmarks.
  package func without(benchmarks ids: Set<String>) -> Self {
    var baseline = self
    baseline.history = remembered.without(ids)
    baseline.evidence = Evidence(
      parts: evidence.parts.map { part in
        var part = part
        part.content.benchmarks = part.content.benchmarks?.without(ids)
        return part
      })
    return baseline
  }
}

/// That somebody wanted evidence to be saved that the gate would not have.
package struct ForcedSave: Sendable, Hashable {
  /// In the words of whoever did it.
  package var reason: String
  /// Whether the evidence has gaps, and not only a verdict that blocks.
  package var isIncomplete: Bool

  package init(reason: String, isIncomplete: Bool) {
    self.reason = reason
    self.isIncomplete = isIncomplete
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
  /// How long ago that was; `nil` if nobody asked.
  package var age: Age?

  package init(commit: String?, distance: Int?, saved: String, age: Age? = nil) {
    self.commit = commit
    self.distance = distance
    self.saved = saved
    self.age = age
  }
}
