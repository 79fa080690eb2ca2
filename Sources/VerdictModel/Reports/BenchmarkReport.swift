/// Benchmarks of one run.
package struct BenchmarkReport: Hashable, Sendable {
  /// Sorted by `id`, unique.
  package private(set) var benchmarks: [Benchmark]

  /// Sorts; of two benchmarks with one id the slower one stays, so that a second tree can hide
  /// nothing and order does not matter.
  package init(benchmarks: [Benchmark]) {
    self.benchmarks = []
    let order = benchmarks.sorted {
      ($0.id, $1.statistics.median, $1.statistics.mean)
        < ($1.id, $0.statistics.median, $0.statistics.mean)
    }
    for benchmark in order where self.benchmarks.last?.id != benchmark.id {
      self.benchmarks.append(benchmark)
    }
  }

  /// Not a single benchmark, which is a gap and no result.
  package static let empty = BenchmarkReport(benchmarks: [])

  /// The benchmarks of both, one an id as in `init`; the order does not matter.
  package func merged(with other: Self) -> Self {
    Self(benchmarks: benchmarks + other.benchmarks)
  }
}

/// One benchmark with what was measured.
package struct Benchmark: Hashable, Sendable {
  /// The benchmark's directory in Criterion's tree, `/` between parts: full ids are not unique.
  package var id: String
  /// What people call it: the full id.
  package var name: String
  /// `nil` if the benchmark does not say how much work an iteration is.
  package var throughput: Throughput?
  /// Times of one iteration, which `throughput` turns into a rate.
  package var statistics: BenchmarkStatistics

  package init(
    id: String, name: String, throughput: Throughput?, statistics: BenchmarkStatistics
  ) {
    self.id = id
    self.name = name
    self.throughput = throughput
    self.statistics = statistics
  }
}

/// How much work one iteration does.
package struct Throughput: Hashable, Sendable {
  /// For one iteration, counted in `unit`.
  package var amount: UInt64
  /// `bytes`, `elements` or `bits`.
  package var unit: String

  package init(amount: UInt64, unit: String) {
    self.amount = amount
    self.unit = unit
  }
}

/// The time of one iteration, recomputed from the samples where the report has them.
package struct BenchmarkStatistics: Hashable, Sendable {
  /// Number of samples; 0 if only estimates were there.
  package var samples: Int
  /// The arithmetic mean, which outliers move; judging uses `median`.
  package var mean: Picoseconds
  /// The type-7 quantile at 0.5.
  package var median: Picoseconds
  /// The type-7 quantile at 0.05; `nil` without samples.
  package var fifthPercentile: Picoseconds?
  /// With n − 1.
  package var standardDeviation: Picoseconds

  package init(
    samples: Int, mean: Picoseconds, median: Picoseconds, fifthPercentile: Picoseconds?,
    standardDeviation: Picoseconds
  ) {
    self.samples = samples
    self.mean = mean
    self.median = median
    self.fifthPercentile = fifthPercentile
    self.standardDeviation = standardDeviation
  }
}
