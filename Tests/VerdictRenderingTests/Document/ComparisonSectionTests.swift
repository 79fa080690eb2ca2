import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct ComparisonSectionTests {
  private func lines(_ comparison: Comparison) -> [String] {
    ComparisonSection.sections(comparison).flatMap { section in
      ["\(section.title): \(section.summary)"] + section.lists.flatMap(\.lines)
    }
  }

  private func only(
    coverage: CoverageComparison? = nil, tests: TestsComparison? = nil,
    findings: FindingsComparison? = nil, benchmarks: BenchmarksComparison? = nil
  ) -> Comparison {
    Comparison(coverage: coverage, tests: tests, findings: findings, benchmarks: benchmarks)
  }

  @Test func coverageNamesTheFileThatLostMostFirst() {
    let file = CoverageComparison.File.self
    #expect(
      lines(
        only(
          coverage: CoverageComparison(
            before: Tally(covered: 8, total: 10), after: Tally(covered: 6, total: 10),
            files: [
              file.init(path: "a", before: nil, after: Tally(covered: 1, total: 1)),
              file.init(
                path: "b", before: Tally(covered: 5, total: 5), after: Tally(covered: 3, total: 5)),
              file.init(path: "c", before: Tally(covered: 1, total: 2), after: nil),
              file.init(
                path: "d", before: Tally(covered: 1, total: 2), after: Tally(covered: 2, total: 4)),
            ]))) == [
          "coverage: 80 % → 60 % (−20 pp), 4 files differ",
          "b, 100 % → 60 % (−40 pp)",
          "d, 50 % → 50 %, 1 of 2 → 2 of 4",
          "a, new, 100 % (1 of 1)",
          "c, no longer reported, was 50 % (1 of 2)",
        ])
  }

  @Test func testsAreCountedAndNamed() {
    func test(_ name: String) -> TestIdentity {
      TestIdentity(suite: "", className: "C", name: name)
    }
    #expect(
      lines(
        only(
          tests: TestsComparison(
            newlyFailing: [test("a")], stillFailing: [test("b")], fixed: [test("c")],
            newlySkipped: [test("d")], added: [test("e"), test("f")], removed: [test("g")])))
        == [
          "tests: 1 newly failing, 1 still failing, 1 newly skipped, 1 removed, 1 fixed, 2 added",
          "newly failing: C › a", "still failing: C › b", "newly skipped: C › d",
          "removed: C › g", "fixed: C › c", "added: C › e", "added: C › f",
        ])
  }

  @Test func findingsAreListedByState() {
    let finding = makeFinding("R1", "bad", at: "a.rs", line: 3)
    var milder = finding
    milder.level = .note
    var lessSevere = finding
    lessSevere.severity = .low
    #expect(
      lines(
        only(
          findings: FindingsComparison(
            changes: [
              FindingChange(.new, finding, reason: .unmatched),
              FindingChange(
                .escalated, finding, before: FindingChange.Before(milder), reason: .anchor),
              FindingChange(
                .escalated, finding, before: FindingChange.Before(lessSevere), reason: .anchor),
              FindingChange(
                .unsuppressed, finding, before: FindingChange.Before(finding), reason: .anchor),
              FindingChange(.newlySuppressed, finding, reason: .unmatched),
              FindingChange(
                .moved, finding, before: FindingChange.Before(finding), reason: .renamed),
              FindingChange(.fixed, makeFinding("", "worse"), reason: .unmatched),
              FindingChange(.unknown, finding, reason: .notRun),
              FindingChange(.unknown, finding, reason: .incomplete),
            ], unchanged: [.context: 2, .anchor: 1])))
        == [
          "findings: 1 new, 2 escalated, 1 unsuppressed, 1 newly suppressed, 1 fixed, "
            + "2 unknown, 1 moved, 3 unchanged",
          "new: R1: bad, a.rs 3", "escalated: R1: bad, a.rs 3, was note, is error",
          "escalated: R1: bad, a.rs 3, was low, is high", "unsuppressed: R1: bad, a.rs 3",
          "newly suppressed: R1: bad, a.rs 3", "fixed: worse",
          "unknown: R1: bad, a.rs 3, scan did not run",
          "unknown: R1: bad, a.rs 3, the report of scan is not whole",
        ])
  }

  @Test func whatOnlyMovedIsNotTalkedAbout() {
    let finding = makeFinding("R1", "bad", at: "a.rs", line: 3)
    let moved = FindingChange(
      .moved, finding, before: FindingChange.Before(finding), reason: .shifted)
    #expect(
      lines(only(findings: FindingsComparison(changes: [moved], unchanged: [:]))) == [])
  }

  @Test func benchmarksAreSortedByTheSizeOfTheChange() {
    func pair(_ id: String, _ before: Int64, _ after: Int64) -> BenchmarksComparison.Pair {
      BenchmarksComparison.Pair(
        before: makeBenchmark(id, median: nanoseconds(before)),
        after: makeBenchmark(id, median: nanoseconds(after)))
    }
    #expect(
      lines(
        only(
          benchmarks: BenchmarksComparison(
            pairs: [
              pair("a", 1000, 1050), pair("noise", 1000, 1049), pair("b", 1000, 500),
              pair("c", 7, 7),
            ],
            new: [makeBenchmark("d", median: nanoseconds(5))],
            removed: [makeBenchmark("e", median: nanoseconds(6))])))
        == [
          "benchmarks: 1 slower, 1 faster, 1 new, 1 removed, 2 within ±5 %",
          "b, 1 µs → 500 ns (−50 %)", "a, 1 µs → 1.05 µs (+5 %)", "new: d, 5 ns",
          "removed: e, 6 ns",
        ])
  }

  @Test func nothingIsSaidWhereNothingChanged() {
    #expect(
      lines(
        only(
          coverage: CoverageComparison(
            before: Tally(covered: 1, total: 2), after: Tally(covered: 1, total: 2), files: []),
          tests: TestsComparison(
            newlyFailing: [], stillFailing: [], fixed: [], newlySkipped: [], added: [], removed: []),
          findings: FindingsComparison(changes: [], unchanged: [.anchor: 7]),
          benchmarks: BenchmarksComparison(pairs: [], new: [], removed: []))) == [])
  }
}
