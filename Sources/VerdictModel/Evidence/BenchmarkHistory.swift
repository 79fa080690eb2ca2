/// What earlier runs measured of each benchmark: by how much it varies, and where it began.
package struct BenchmarkHistory: Hashable, Sendable {
  /// By the report's id, then by the benchmark's; oldest first, at most `capacity` each.
  package private(set) var runs: [String: [String: [PastBenchmark]]]

  /// How many runs of a benchmark are kept.
  package static let capacity = 30
  /// How many of the first runs are never dropped: what slow creep is measured from.
  package static let pinned = 5

  /// Nothing is remembered.
  package static let none = BenchmarkHistory(runs: [:])

  package init(runs: [String: [String: [PastBenchmark]]]) {
    self.runs = runs
  }

  /// The runs of a benchmark in any of the reports; of several reports that have it the first.
  package func runs(of benchmark: String, in reports: [String]) -> [PastBenchmark] {
    reports.lazy.compactMap { runs[$0]?[benchmark] }.first ?? []
  }
}

/// What one earlier run measured of a benchmark.
package struct PastBenchmark: Hashable, Sendable {
  /// The full id of the commit; `nil` if it was measured outside a repository.
  package var commit: String?
  /// The type-7 quantile at 0.5 of the times of one iteration.
  package var median: Picoseconds
  /// The type-7 quantile at 0.05; `nil` without samples.
  package var fifthPercentile: Picoseconds?

  package init(commit: String?, median: Picoseconds, fifthPercentile: Picoseconds?) {
    self.commit = commit
    self.median = median
    self.fifthPercentile = fifthPercentile
  }
}
