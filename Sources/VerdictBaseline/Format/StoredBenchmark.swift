import VerdictModel

/// One benchmark with what was measured.
struct StoredBenchmark: Codable {
  struct Throughput: Codable {
    var amount: UInt64
    var unit: String
  }

  /// The time of one iteration.
  struct Times: Codable {
    var mean: Int64
    var median: Int64
    var fifthPercentile: Int64?
    var standardDeviation: Int64
  }

  var id: String
  var name: String
  var throughput: Throughput?
  var samples: Int
  var picoseconds: Times

  init(_ benchmark: Benchmark) {
    id = benchmark.id
    name = benchmark.name
    throughput = benchmark.throughput.map { Throughput(amount: $0.amount, unit: $0.unit) }
    let run = benchmark.typicalRun
    samples = run.samples
    picoseconds = Times(
      mean: run.mean.count, median: run.median.count, fifthPercentile: run.fifthPercentile?.count,
      standardDeviation: run.standardDeviation.count)
  }

  static func report(_ benchmarks: [StoredBenchmark]) throws(CorruptValue) -> BenchmarkReport {
    let report = BenchmarkReport(
      benchmarks: try each("benchmarks", benchmarks) { benchmark throws(CorruptValue) in
        try benchmark.model()
      })
    guard report.benchmarks.count == benchmarks.count else {
      throw CorruptValue("two benchmarks have the same id", at: [.key("benchmarks")])
    }
    return report
  }

  private func model() throws(CorruptValue) -> Benchmark {
    guard samples >= 0 else {
      throw CorruptValue("found \(samples), expected 0 or more", at: [.key("samples")])
    }
    return Benchmark(
      id: id, name: name,
      throughput: throughput.map { VerdictModel.Throughput(amount: $0.amount, unit: $0.unit) },
      statistics: try at("picoseconds") { () throws(CorruptValue) in
        BenchmarkStatistics(
          samples: samples, mean: try Picoseconds(stored: picoseconds.mean, at: "mean"),
          median: try Picoseconds(stored: picoseconds.median, at: "median"),
          fifthPercentile: try picoseconds.fifthPercentile.map { count throws(CorruptValue) in
            try Picoseconds(stored: count, at: "fifthPercentile")
          },
          standardDeviation: try Picoseconds(
            stored: picoseconds.standardDeviation, at: "standardDeviation"))
      })
  }
}
