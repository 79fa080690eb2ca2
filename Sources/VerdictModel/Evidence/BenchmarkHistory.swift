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

  /// The same with one more run of each benchmark that it has; others are forgotten. Of a full
  /// history the oldest run goes that is not pinned, and a copy of the last run is no further one.
  ///
  /// - Parameter commit: What was measured; `nil` outside a repository.
  package func appending(_ evidence: Evidence, commit: String?) -> Self {
    var appended: [String: [String: [PastBenchmark]]] = [:]
    for part in evidence.parts {
      for benchmark in part.content.benchmarks?.benchmarks ?? [] {
        let run = PastBenchmark(commit: commit, benchmark.typicalRun)
        var past = runs[part.id]?[benchmark.id] ?? []
        if past.last?.hasTimes(of: run) != true { past.append(run) }
        if past.count > Self.capacity { past.remove(at: Self.pinned) }
        appended[part.id, default: [:]][benchmark.id] = past
      }
    }
    return Self(runs: appended)
  }

  /// The same without some benchmarks, by their ids.
  func without(_ benchmarks: Set<String>) -> Self {
    Self(runs: runs.mapValues { $0.filter { !benchmarks.contains($0.key) } })
  }

  /// The same without the benchmarks of which it holds a run of a report itself: it goes on after
  /// that run.
  package func preceding(_ report: BenchmarkReport) -> Self {
    without(
      Set(
        report.benchmarks.filter { benchmark in
          runs(of: benchmark.id).contains { past in benchmark.runs.contains(where: past.isSurely) }
        }.map(\.id)))
  }

  /// The runs of a benchmark, whatever the report; of several reports that have it the first.
  package func runs(of benchmark: String) -> [PastBenchmark] {
    runs(of: benchmark, in: runs.keys.sorted())
  }

  /// The runs of a benchmark in any of the reports; of several reports that have it the first.
  package func runs(of benchmark: String, in reports: [String]) -> [PastBenchmark] {
    reports.lazy.compactMap { runs[$0]?[benchmark] }.first ?? []
  }
}

extension [PastBenchmark] {
  /// The times by which runs are compared: by the same quantile, so medians if any run has no
  /// samples.
  package var fastTimes: [Picoseconds] {
    let sampled = compactMap(\.fifthPercentile)
    return sampled.count == count ? sampled : map(\.median)
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

  package init(commit: String?, _ run: BenchmarkStatistics) {
    self.init(commit: commit, median: run.median, fifthPercentile: run.fifthPercentile)
  }

  /// Below this, in picoseconds, two runs may agree in all digits that there are.
  private static let fewDigits = 100_000

  /// Whether it must be the very run: times with so many digits agree by no chance.
  package func isSurely(_ run: BenchmarkStatistics) -> Bool {
    guard let fifthPercentile, fifthPercentile.count > Self.fewDigits else { return false }
    return (median, fifthPercentile) == (run.median, run.fifthPercentile)
  }

  fileprivate func hasTimes(of other: Self) -> Bool {
    (median, fifthPercentile) == (other.median, other.fifthPercentile)
  }
}
