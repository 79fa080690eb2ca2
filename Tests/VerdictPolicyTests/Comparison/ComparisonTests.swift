import Testing
import VerdictModel
import VerdictPolicy

@Suite struct ComparisonTests {
  @Test func comparesWhatBothSidesHave() {
    let before = EvidenceContent(
      coverage: CoverageReport(files: [file("a", [1: 1])]),
      tests: TestReport(cases: [test("x", .passed)]))
    let after = EvidenceContent(
      tests: TestReport(cases: [test("x", .failed)]), findings: findings([finding("r")]))
    let comparison = Comparison(before: before, after: after)
    #expect(comparison.coverage == nil)
    #expect(comparison.findings == nil)
    #expect(comparison.benchmarks == nil)
    #expect(comparison.tests?.changes(.newlyFailing).map(\.identity.name) == ["x"])
  }

  @Test func comparesAllFourKinds() {
    let content = EvidenceContent(
      coverage: CoverageReport(files: [file("a", [1: 1])]),
      tests: TestReport(cases: [test("x", .passed)]), findings: findings([finding("r")]),
      benchmarks: BenchmarkReport(benchmarks: [benchmark("b")]))
    let comparison = Comparison(before: content, after: content)
    #expect(comparison.coverage?.files == [])
    #expect(comparison.tests?.changes == [])
    #expect(comparison.findings?.count(.unchanged) == 1)
    #expect(comparison.benchmarks?.entries.count == 1)
  }
}
