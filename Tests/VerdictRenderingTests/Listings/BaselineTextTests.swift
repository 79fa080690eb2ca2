import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct BaselineTextTests {
  private let options = RenderOptions(width: 80, color: false)

  @Test func everyReportIsSummarised() {
    let coverage = CoverageReport(files: [
      FileCoverage(
        path: "a.c", lines: LineTable(entries: [(number: 1, count: 2), (number: 2, count: 0)]),
        branches: .empty)
    ])
    let tests = TestReport(
      cases: [("a", TestOutcome.passed), ("b", .passed), ("c", .failed)].map { name, outcome in
        TestCase(
          suite: "", className: "C", name: name, outcome: outcome, duration: nil, details: nil)
      })
    let findings = FindingsReport(findings: [makeFinding("R", "m")], runs: [])
    let benchmarks = BenchmarkReport(benchmarks: [makeBenchmark("a", median: nanoseconds(1))])
    let baseline = Baseline(
      reference: sampleBaseline,
      evidence: Evidence(parts: [
        EvidencePart(
          id: "unit",
          sources: [EvidenceSource(file: "unit.xml", format: "junit", notices: [])],
          gaps: [.missingShards(found: 2, expected: 3)], content: EvidenceContent(tests: tests)),
        EvidencePart(
          id: "cov", sources: [], gaps: [], content: EvidenceContent(coverage: coverage)),
        EvidencePart(
          id: "other", sources: [], gaps: [],
          content: EvidenceContent(findings: findings, benchmarks: benchmarks)),
      ]))
    #expect(
      BaselineText.render(baseline, options: options)
        == """
        commit      9f3c2ab1d4e5f60718293a4b5c6d7e8f90a1b2c3
        saved       2025-01-01T00:00:00Z
        distance    3 commits back

        reports/cov
          coverage    1 file
          lines       50 % (1 of 2)

        reports/other
          findings    1: 1 error
          benchmarks  1

        reports/unit
          read from   unit.xml (junit)
          tests       3: 1 failed, 2 passed
          gap         reports/unit has 2 of 3 shards

        """)
  }

  @Test func anEmptyBaselineSaysSo() {
    let baseline = Baseline(
      reference: BaselineReference(commit: nil, distance: nil, saved: "T"), evidence: .empty)
    #expect(
      BaselineText.render(baseline, options: options)
        == """
        commit      none, saved outside a repository
        saved       T

        It holds no report.

        """)
  }

  @Test(arguments: hostileTexts)
  func hostileTextsStayTexts(text: String) {
    let part = EvidencePart(
      id: text, sources: [EvidenceSource(file: text, format: text, notices: [])],
      gaps: [.empty(file: text)], content: EvidenceContent())
    let baseline = Baseline(
      reference: BaselineReference(commit: text, distance: 1, saved: text),
      evidence: Evidence(parts: [part]))
    #expect(isHarmless(BaselineText.render(baseline, options: options)))
  }
}
