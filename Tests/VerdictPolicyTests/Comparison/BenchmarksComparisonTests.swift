import Testing
import VerdictModel
import VerdictPolicy

@Suite struct BenchmarksComparisonTests {
  @Test func pairsById() {
    let comparison = BenchmarksComparison(
      before: BenchmarkReport(benchmarks: [
        benchmark("b"), benchmark("a", median: 5), benchmark("gone"),
      ]),
      after: BenchmarkReport(benchmarks: [
        benchmark("new"), benchmark("b"), benchmark("a", median: 6),
      ]))
    #expect(
      comparison.pairs == [
        .init(before: benchmark("a", median: 5), after: benchmark("a", median: 6)),
        .init(before: benchmark("b"), after: benchmark("b")),
      ])
    #expect(comparison.new == [benchmark("new")])
    #expect(comparison.removed == [benchmark("gone")])
  }
}
