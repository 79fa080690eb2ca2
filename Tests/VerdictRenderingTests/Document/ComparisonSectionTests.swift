import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct ComparisonSectionTests {
  private func lines(_ comparison: Comparison, withNoise: Bool = false) -> [String] {
    ComparisonSection.sections(comparison, withNoise: withNoise).flatMap { section in
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

  @Test func coverageTellsWhatWasRenamedAndWhatWasNotTouched() {
    let file = CoverageComparison.File.self
    let seven = Tally(covered: 7, total: 10)
    var exchanged = CoverageCategories()
    exchanged[.lostBaseline] = 1
    exchanged[.gainedBaseline] = 1
    var deleted = CoverageCategories()
    deleted[.deletedCovered] = 1
    #expect(
      lines(
        only(
          coverage: CoverageComparison(
            before: seven, after: seven,
            files: [
              file.init(path: "a", before: seven, after: seven, lines: exchanged, isTouched: false),
              file.init(path: "b", before: seven, after: seven, lines: deleted, isTouched: true),
              file.init(
                path: "c", oldPath: "d", before: seven, after: Tally(covered: 8, total: 10),
                isTouched: true),
            ]))) == [
          "coverage: 70 % → 70 %, 3 files differ",
          "b, 70 % (7 of 10), as before",
          "c, was d, 70 % → 80 % (+10 pp)",
          "not touched: a, 70 % (7 of 10), 1 line lost, 1 won",
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
    let words = "by one pair of runs, which sees +7 % or more"
    let old = BenchmarkChange.Counterpart(name: "e", change: Fraction(3))
    #expect(
      lines(
        only(
          benchmarks: BenchmarksComparison(
            entries: [
              makeComparison("a", .regressed, from: 1000, to: 1050),
              makeComparison("b", .regressed, from: 1000, to: 1500),
              makeComparison("c", .improved, from: 1000, to: 500),
              makeComparison("within", .withinBudget, from: 1000, to: 1001),
              makeComparison("noise", .inconclusive, from: 1000, to: 1030),
              makeComparison("more noise", .inconclusive, from: 1000, to: 1040),
              .init(
                before: nil, after: makeBenchmark("d", median: nanoseconds(5)),
                change: BenchmarkChange(.new, of: "d", counterpart: old)),
              .init(
                before: makeBenchmark("e", median: nanoseconds(6)), after: nil,
                change: BenchmarkChange(.removed, of: "e")),
              .init(
                before: makeBenchmark("f", median: nanoseconds(6)),
                after: makeBenchmark("f", median: nanoseconds(6)),
                change: BenchmarkChange(.leftOver, of: "f")),
            ])), withNoise: true)
        == [
          "benchmarks: 2 regressed, 1 improved, 1 within budget, 2 inconclusive, 1 new, 1 removed, "
            + "1 left over",
          "regressed: b, 1 µs → 1.50 µs (+50 %), −2 % … +9 % \(words)",
          "regressed: a, 1 µs → 1.05 µs (+5 %), −2 % … +9 % \(words)",
          "improved: c, 1 µs → 500 ns (−50 %), −2 % … +9 % \(words)",
          "inconclusive: more noise, the largest change of 2, 1 µs → 1.04 µs (+4 %), "
            + "−2 % … +9 % \(words)",
          "new: d, 5 ns, perhaps e under a new name, +3 %", "removed: e, 6 ns", "left over: f",
        ])
  }

  @Test func whatNoiseHidesIsToldWhereNoRuleDoes() {
    let comparison = only(
      benchmarks: BenchmarksComparison(
        entries: [makeComparison("a", .inconclusive, from: 1000, to: 1001)]))
    #expect(lines(comparison) == [])
    #expect(
      lines(comparison, withNoise: true) == [
        "benchmarks: 1 inconclusive",
        "inconclusive: a, 1 µs → 1.001 µs (+0.1 %), −2 % … +9 % by one pair of runs, which sees +7 % or "
          + "more",
      ])
  }

  @Test func aRunThatIsSlowerAsAWholeIsTold() {
    var shift = BenchmarkChange(.inconclusive)
    shift.runWide = Fraction(12)
    #expect(
      lines(
        only(
          benchmarks: BenchmarksComparison(
            entries: [makeComparison("a", .withinBudget, from: 1000, to: 1001)], shift: shift)))
        == ["benchmarks: 1 within budget", "the whole run, +12 %"])
  }

  @Test func nothingIsSaidWhereNothingChanged() {
    #expect(
      lines(
        only(
          coverage: CoverageComparison(
            before: Tally(covered: 1, total: 2), after: Tally(covered: 1, total: 2), files: []),
          tests: TestsComparison(changes: []),
          findings: FindingsComparison(changes: [], unchanged: [.anchor: 7]),
          benchmarks: BenchmarksComparison(
            entries: [makeComparison("a", .withinBudget, from: 1000, to: 1001)]))) == [])
  }
}
