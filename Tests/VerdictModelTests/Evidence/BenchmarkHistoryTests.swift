import Testing
import VerdictModel

@Suite struct BenchmarkHistoryTests {
  private func evidence(_ times: [String: Int64]) -> Evidence {
    let benchmarks = times.map { id, time in
      Benchmark(
        id: id, name: id, throughput: nil,
        statistics: BenchmarkStatistics(
          samples: 10, mean: Picoseconds(time), median: Picoseconds(time),
          fifthPercentile: Picoseconds(time - 1), standardDeviation: Picoseconds(1)))
    }
    return Evidence(parts: [
      EvidencePart(
        id: "bench", sources: [], gaps: [],
        content: EvidenceContent(benchmarks: BenchmarkReport(benchmarks: benchmarks)))
    ])
  }

  private func medians(_ history: BenchmarkHistory, of id: String = "a") -> [Int64] {
    history.runs(of: id, in: ["other", "bench"]).map(\.median.count)
  }

  @Test("oldest first, with the commit")
  func order() {
    let history = BenchmarkHistory.none.appending(evidence(["a": 10]), commit: "c1")
      .appending(evidence(["a": 20]), commit: "c2")
    #expect(medians(history) == [10, 20])
    #expect(history.runs(of: "a", in: ["bench"]).map(\.commit) == ["c1", "c2"])
  }

  @Test("a full history keeps the first runs and the last")
  func bounded() {
    var history = BenchmarkHistory.none
    for time in 1...100 { history = history.appending(evidence(["a": Int64(time)]), commit: nil) }
    #expect(medians(history) == Array(1...5) + Array(76...100))
    #expect(medians(history).count == BenchmarkHistory.capacity)
  }

  @Test("a copy of the last run is no further run")
  func copy() {
    let history = BenchmarkHistory.none.appending(evidence(["a": 10]), commit: "c1")
    #expect(history.appending(evidence(["a": 10]), commit: "c1") == history)
  }

  @Test("a lost benchmark ends its history")
  func lost() {
    let history = BenchmarkHistory.none.appending(evidence(["a": 10, "b": 10]), commit: "c1")
      .appending(evidence(["a": 20, "c": 20]), commit: "c2")
    #expect(medians(history) == [10, 20])
    #expect(medians(history, of: "b") == [])
    #expect(medians(history, of: "c") == [20])
  }

  @Test("a baseline without a benchmark knows nothing of it, and all of the others")
  func accepted() {
    let reference = BaselineReference(commit: "c1", distance: nil, saved: "2026-01-01T00:00:00Z")
    let baseline = Baseline(reference: reference, evidence: evidence(["a": 10, "b": 10]))
      .without(benchmarks: ["a"])
    #expect(medians(baseline.remembered) == [])
    #expect(medians(baseline.remembered, of: "b") == [10])
    #expect(baseline.evidence.part("bench")?.content.benchmarks?.benchmarks.map(\.id) == ["b"])
  }

  @Test("of a baseline that remembers nothing, its own run is remembered")
  func remembered() {
    let reference = BaselineReference(commit: "c1", distance: nil, saved: "2026-01-01T00:00:00Z")
    let baseline = Baseline(reference: reference, evidence: evidence(["a": 10]))
    #expect(medians(baseline.remembered) == [10])
  }
}
