import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite struct BenchmarksComparisonTests {
  /// One run; no two runs are to the last digit alike.
  private func run(_ id: String, _ fast: Int64) -> Benchmark {
    Benchmark(
      id: id, name: id, throughput: nil,
      statistics: BenchmarkStatistics(
        samples: 100, mean: Picoseconds(fast + 20), median: Picoseconds(fast + 10),
        fifthPercentile: Picoseconds(fast), standardDeviation: Picoseconds(7)))
  }

  private func report(_ runs: [(String, Int64)]) -> BenchmarkReport {
    BenchmarkReport(benchmarks: runs.map { run($0.0, $0.1) })
  }

  private func answers(_ comparison: BenchmarksComparison) -> [String] {
    comparison.entries.map { "\($0.change.benchmark ?? "none") \($0.change.answer.rawValue)" }
  }

  @Test("pairs by id, and judges by the usual limit")
  func usualLimit() {
    let comparison = BenchmarksComparison(
      before: report([("b", 1000), ("a", 1000), ("gone", 5000), ("c", 1000), ("d", 1000)]),
      after: report([("new", 77), ("b", 1200), ("a", 800), ("c", 1000), ("d", 1060)]))
    #expect(
      answers(comparison) == [
        "a improved", "b regressed", "c left over", "d inconclusive", "gone removed", "new new",
      ])
    #expect(
      comparison.entries.map { $0.before == nil } == [false, false, false, false, false, true])
    #expect(
      comparison.entries.map { $0.after == nil } == [false, false, false, false, true, false])
    let change = comparison.entries[1].change.estimate
    #expect(change?.tier == .pair)
    #expect(change?.before == Picoseconds(1000))
    #expect(change?.after == Picoseconds(1200))
  }

  @Test("what a rule says of a benchmark stands; of several answers the worst")
  func rules() {
    func judged(_ answers: BenchmarkChange.Answer...) -> [String] {
      self.answers(
        BenchmarksComparison(
          before: report([("a", 1000), ("b", 1000)]), after: report([("a", 1200), ("b", 1200)]),
          judged: answers.map { BenchmarkChange($0, of: "a") } + [BenchmarkChange(.inconclusive)]))
    }
    #expect(judged() == ["a regressed", "b regressed"])
    #expect(judged(.withinBudget) == ["a within budget", "b regressed"])
    #expect(judged(.withinBudget, .inconclusive, .improved) == ["a inconclusive", "b regressed"])
  }

  @Test("earlier runs count, unless the later run is one of them")
  func history() {
    let past = BenchmarkHistory(runs: [
      "bench": [
        "a": [1_000_977, 1_001_013, 1_000_995, 1_000_986, 1_000_992].map {
          PastBenchmark(
            commit: nil, median: Picoseconds($0 + 10), fifthPercentile: Picoseconds($0))
        }
      ]
    ])
    func tier(_ after: BenchmarkReport) -> BenchmarkChange.Tier? {
      BenchmarksComparison(
        before: report([("a", 1_001_000)]), after: after, history: past.preceding(after)
      ).entries.first?.change.estimate?.tier
    }
    #expect(tier(report([("a", 1_200_000)])) == .history(runs: 5))
    #expect(tier(report([("a", 1_000_986)])) == .pair)
  }

  @Test("what all have in common is told, and nobody's fault")
  func shift() {
    let ids = (1...8).map { "b\($0)" }
    let comparison = BenchmarksComparison(
      before: report(ids.map { ($0, 1000) }), after: report(ids.map { ($0, 1150) }))
    #expect(comparison.shift?.runWide == Fraction(15))
    #expect(!comparison.entries.contains { $0.change.answer == .regressed })
  }
}
