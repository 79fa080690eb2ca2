import VerdictModel

/// Makes names of benchmarks tell them apart.
enum CriterionNames {
  /// Adds the throughput to full ids that several benchmarks have, and the directory where that is
  /// not enough. (One real tree has 112 benchmarks and 24 full ids, which differ in throughput.)
  static func makingUnique(_ benchmarks: [Benchmark]) -> [Benchmark] {
    let named = adding(to: benchmarks) { benchmark in
      benchmark.throughput.map { "\($0.amount) \($0.unit)" }
    }
    return adding(to: named) { $0.id }
  }

  private static func adding(
    to benchmarks: [Benchmark], _ detail: (Benchmark) -> String?
  ) -> [Benchmark] {
    var counts: [String: Int] = [:]
    for benchmark in benchmarks { counts[benchmark.name, default: 0] += 1 }
    return benchmarks.map { benchmark in
      guard counts[benchmark.name] ?? 0 > 1, let detail = detail(benchmark) else {
        return benchmark
      }
      var benchmark = benchmark
      benchmark.name += " (\(detail))"
      return benchmark
    }
  }
}
