package import VerdictModel

extension BenchmarksComparison {
  /// Pairs benchmarks by id.
  package init(before: BenchmarkReport, after: BenchmarkReport) {
    let old = Dictionary(grouping: before.benchmarks, by: \.id).compactMapValues(\.first)
    let new = Set(after.benchmarks.map(\.id))
    self.init(
      pairs: after.benchmarks.compactMap { benchmark in
        old[benchmark.id].map { Pair(before: $0, after: benchmark) }
      },
      new: after.benchmarks.filter { old[$0.id] == nil },
      removed: before.benchmarks.filter { !new.contains($0.id) })
  }
}
