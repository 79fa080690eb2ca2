import VerdictModel

/// What one run measured of a benchmark, in picoseconds.
struct StoredPastBenchmark: Codable {
  var commit: String?
  var median: Int64
  var fifthPercentile: Int64?

  private init(_ past: PastBenchmark) {
    commit = past.commit
    median = past.median.count
    fifthPercentile = past.fifthPercentile?.count
  }

  private func model() throws(CorruptValue) -> PastBenchmark {
    PastBenchmark(
      commit: commit, median: try Picoseconds(stored: median, at: "median"),
      fifthPercentile: try fifthPercentile.map { count throws(CorruptValue) in
        try Picoseconds(stored: count, at: "fifthPercentile")
      })
  }

  /// By the report's id, then by the benchmark's; `nil` if nothing is remembered.
  static func all(_ history: BenchmarkHistory) -> [String: [String: [Self]]]? {
    guard history != .none else { return nil }
    return history.runs.mapValues { $0.mapValues { $0.map(Self.init) } }
  }

  static func history(
    _ stored: [String: [String: [Self]]]
  ) throws(CorruptValue) -> BenchmarkHistory {
    var runs: [String: [String: [PastBenchmark]]] = [:]
    for (report, benchmarks) in stored.sorted(by: { $0.key < $1.key }) {
      for (id, past) in benchmarks.sorted(by: { $0.key < $1.key }) {
        guard past.count <= BenchmarkHistory.capacity else {
          throw CorruptValue(
            "\(past.count) runs, expected at most \(BenchmarkHistory.capacity)",
            at: [.key("history"), .key(report), .key(id)])
        }
        runs[report, default: [:]][id] = try at("history") { () throws(CorruptValue) in
          try at(report) { () throws(CorruptValue) in
            try each(id, past) { run throws(CorruptValue) in try run.model() }
          }
        }
      }
    }
    return BenchmarkHistory(runs: runs)
  }
}
