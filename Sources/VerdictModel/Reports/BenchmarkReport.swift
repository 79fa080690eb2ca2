/// Benchmarks of one run, or of several that were made to be compared.
package struct BenchmarkReport: Hashable, Sendable {
  /// Sorted by `id`, unique.
  package private(set) var benchmarks: [Benchmark]
  /// What the same job measured of the code before the change, in turns with `benchmarks`; sorted
  /// by `id`, unique, and empty if it did not.
  package private(set) var base: [Benchmark]

  /// Sorts, and merges benchmarks with one id, so that order does not matter.
  package init(benchmarks: [Benchmark], base: [Benchmark] = []) {
    self.benchmarks = Self.merged(benchmarks)
    self.base = Self.merged(base)
  }

  /// Not a single benchmark, which is a gap and no result.
  package static let empty = BenchmarkReport(benchmarks: [])

  /// The same as what was measured of the code before the change.
  package var asBase: Self { Self(benchmarks: [], base: benchmarks) }

  /// The benchmarks of both, one an id as in `init`; the order does not matter.
  package func merged(with other: Self) -> Self {
    Self(benchmarks: benchmarks + other.benchmarks, base: base + other.base)
  }

  /// The same without some benchmarks, by their ids.
  func without(_ ids: Set<String>) -> Self {
    Self(
      benchmarks: benchmarks.filter { !ids.contains($0.id) },
      base: base.filter { !ids.contains($0.id) })
  }

  private static func merged(_ benchmarks: [Benchmark]) -> [Benchmark] {
    var merged: [Benchmark] = []
    // The names of the slowest run stay.
    let order = benchmarks.sorted { ($0.id, $1.statistics) < ($1.id, $0.statistics) }
    for benchmark in order {
      if merged.last?.id == benchmark.id {
        merged[merged.count - 1].add(benchmark.runs)
      } else {
        merged.append(benchmark)
      }
    }
    return merged
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
  /// What each run of it measured, from the fastest to the slowest; at least one. A run that is
  /// there twice is one run: a copy is no further evidence.
  package private(set) var runs: [BenchmarkStatistics]

  package init(
    id: String, name: String, throughput: Throughput?, statistics: BenchmarkStatistics
  ) {
    self.id = id
    self.name = name
    self.throughput = throughput
    runs = [statistics]
  }

  /// Times of one iteration in the slowest run, so that a second run can hide nothing.
  package var statistics: BenchmarkStatistics { runs[runs.count - 1] }

  /// The run in the middle, of an even number the faster one: what is kept to compare others with.
  package var typicalRun: BenchmarkStatistics { runs[(runs.count - 1) / 2] }

  /// The same without what the fast samples say: its runs are compared by their medians.
  package var byMedians: Self {
    var benchmark = self
    for index in runs.indices { benchmark.runs[index].fifthPercentile = nil }
    return benchmark
  }

  fileprivate mutating func add(_ others: [BenchmarkStatistics]) {
    runs = Set(runs + others).sorted()
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

extension BenchmarkStatistics: Comparable {
  /// The time by which runs are compared, which noise touches least: noise only makes slower.
  package var fastTime: Picoseconds { fifthPercentile ?? median }

  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// By what people see first; the rest makes the order a total one.
  private var order: (Int64, Int64, Int64, Int64, Int) {
    (median.count, mean.count, fifthPercentile?.count ?? -1, standardDeviation.count, samples)
  }
}
