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

  private func result(
    _ name: String, _ outcome: TestOutcome = .passed, milliseconds: Int64? = nil, says: String = ""
  ) -> TestResult {
    TestResult(
      identity: TestIdentity(suite: "", className: "C", name: name), outcome: outcome,
      duration: milliseconds.map { Picoseconds($0 * 1_000_000_000) },
      details: TestDetails(message: says, type: "", body: "", file: nil, line: nil))
  }

  @Test func testsAreCountedAndNamed() {
    func change(_ kind: TestChangeKind, _ name: String) -> TestChange {
      TestChange(kind, before: nil, after: result(name))
    }
    #expect(
      lines(
        only(
          tests: TestsComparison(changes: [
            change(.added, "f"), change(.added, "e"), change(.fixed, "c"),
            TestChange(.fixedByDeletion, before: result("g")), change(.newlyFailing, "a"),
            change(.fixedBySkipping, "d"),
          ])))
        == [
          "tests: 1 newly failing, 1 fixed by skipping, 1 fixed by deletion, 1 fixed, 2 added",
          "newly failing: C › a", "fixed by skipping: C › d", "fixed by deletion: C › g",
          "fixed: C › c", "added: C › e", "added: C › f",
        ])
  }

  @Test func whatATestSaysAndTakesStandsBesideIt() {
    let silent = TestResult(
      identity: result("c").identity, outcome: .failed, duration: nil, details: nil)
    #expect(
      lines(
        only(
          tests: TestsComparison(changes: [
            TestChange(
              .failingDifferently, before: result("a", says: "1 == 2\nor so"),
              after: result("a", says: "timeout")),
            TestChange(.failingDifferently, before: silent, after: result("c", says: "timeout")),
            TestChange(.renamed, before: result("d"), after: result("e")),
            TestChange(
              .slower, before: result("b", milliseconds: 900),
              after: result("b", milliseconds: 2000)),
          ])))
        == [
          "tests: 2 failing differently, 1 renamed, 1 slower",
          "failing differently: C › a, was 1 == 2, is timeout",
          "failing differently: C › c, was silent, is timeout",
          "renamed: C › e, was C › d",
          "slower: C › b, 900 ms → 2 s",
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
          tests: TestsComparison(changes: []),
          findings: FindingsComparison(changes: [], unchanged: [.anchor: 7]),
          benchmarks: BenchmarksComparison(pairs: [], new: [], removed: []))) == [])
  }
}
