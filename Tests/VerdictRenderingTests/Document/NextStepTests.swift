import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct NextStepTests {
  private func steps(_ checks: Check..., reviewers: [String] = []) -> [String] {
    makeDocument(makeVerdict([makeGate("G", checks, reviewers: reviewers)])).nextSteps.map(\.line)
  }

  private func place(_ path: String?, _ lines: [Int] = [], _ text: String = "") -> CheckPlace {
    CheckPlace(path: path, lines: LineRanges(lines), text: text)
  }

  @Test func linesToCover() {
    let limit = Limit(.min, percent("80"))
    #expect(
      steps(
        makeCheck(
          "coverage.lines", .violated, .block, limit: limit, value: share(7, 10),
          places: [place("a.rs", [4, 5, 9])])) == [
          "cover at least 1 of 3 uncovered lines: a.rs 4–5, 9"
        ])
    #expect(
      steps(
        makeCheck(
          "coverage.lines", .violated, .block, limit: Limit(.min, percent("100")),
          value: share(7, 10), places: [place("a.rs", [4, 5, 9])]))
        == ["cover a.rs lines 4–5 and 9"])
    #expect(
      steps(
        makeCheck(
          "coverage.lines", .violated, .block, limit: Limit(.min, percent("100")),
          value: share(9, 10), places: [place("a.rs", [4])])) == ["cover a.rs line 4"])
    #expect(
      steps(
        makeCheck(
          "coverage.lines", .violated, .block, limit: Limit(.min, percent("100")),
          value: share(8, 10), places: [place("a.rs", [4]), place("b.rs", [5])]))
        == ["cover all 2 lines that are uncovered: a.rs 4, b.rs 5"])
    #expect(
      steps(
        makeCheck(
          "coverage.branches", .violated, .block, limit: limit, value: share(7, 10),
          places: [place("a.rs", [4])])) == ["cover at least 1 of 3 uncovered branches: a.rs 4"])
    #expect(
      steps(
        makeCheck(
          "coverage.lines", .violated, .block, limit: Limit(.maxDrop, points("2")),
          value: share(70, 100), was: share(80, 100)))
        == ["cover at least 8 of 30 uncovered lines"])
  }

  @Test func limitsThatMustNotBeReached() {
    #expect(
      steps(
        makeCheck(
          "coverage.lines", .violated, .block, limit: Limit(.above, percent("80")),
          value: share(8, 10), places: [place("a.rs", [4, 5])]))
        == ["cover at least 1 of 2 uncovered lines: a.rs 4–5"])
    #expect(
      steps(
        makeCheck(
          "tests.failed", .violated, .block, limit: Limit(.below, .count(2, .tests)),
          value: .count(2, .tests), places: [place(nil, [], "A › a"), place(nil, [], "B › b")]))
        == ["fix 1 test: A › a, B › b"])
    #expect(
      steps(
        makeCheck(
          "value p95", .violated, .block,
          limit: Limit(.below, .duration(nanoseconds(100_000_000))),
          value: .duration(nanoseconds(100_000_000))))
        == ["bring value p95 to less than 100 ms"])
  }

  @Test func testsAndFindingsToFix() {
    let noTests = Limit(.max, .count(0, .tests))
    #expect(
      steps(
        makeCheck(
          "tests.failed", .violated, .block, limit: noTests, value: .count(2, .tests),
          places: [place(nil, [], "A › a"), place("t.py", [3], "B › b")]))
        == ["fix A › a, B › b (t.py 3)"])
    #expect(
      steps(
        makeCheck(
          "tests.failed", .violated, .block, limit: noTests, value: .count(5, .tests),
          places: ["a", "b", "c", "d", "e"].map { place(nil, [], $0) }))
        == ["fix 5 tests: a, b, c and 2 more"])
    #expect(
      steps(
        makeCheck(
          "findings", .violated, .block, limit: Limit(.max, .count(1, .findings)),
          value: .count(3, .findings), places: ["a", "b", "c"].map { place(nil, [], $0) }))
        == ["fix or remove 2 findings: a, b, c"])
    #expect(
      steps(
        makeCheck(
          "tests.skipped", .violated, .block, limit: Limit(.max, .count(1, .tests)),
          value: .count(3, .tests))) == ["bring tests.skipped down by 2 tests"])
    #expect(
      steps(
        makeCheck(
          "tests.total", .violated, .block, limit: Limit(.maxDrop, percent("5")),
          value: .count(90, .tests), was: .count(101, .tests)))
        == ["bring tests.total up by 6 tests"])
  }

  @Test func timesToBringDown() {
    #expect(
      steps(
        makeCheck(
          "benchmark.time", each: "benchmark", item: "a/b", .violated, .block,
          limit: Limit(.maxRise, percent("5")), value: .duration(nanoseconds(13_282)),
          was: .duration(nanoseconds(12_300))))
        == ["bring benchmark.time a/b down by 367 ns, from 13.2 µs to at most 12.9 µs"])
  }

  @Test(
    arguments: [
      (
        .gap(report: "unit", gaps: [.missing(patterns: ["a/*.xml"])]),
        "provide reports/unit: a file that matches a/*.xml"
      ),
      (.gap(report: "unit", gaps: [.missing(patterns: [])]), "provide reports/unit"),
      (.gap(report: "unit", gaps: []), "provide reports/unit"),
      (
        .gap(report: "unit", gaps: [.empty(file: "a.xml")]),
        "make a.xml of reports/unit anew, it has nothing to judge"
      ),
      (
        .gap(report: "unit", gaps: [.missingShards(found: 2, expected: 3)]),
        "complete reports/unit (2 of 3 shards)"
      ),
      (
        .gap(report: "unit", gaps: [.unreadable(file: "a.xml", reason: "1:2: no")]),
        "make a.xml of reports/unit anew, it cannot be read"
      ),
      (
        .nothingToMeasure,
        "see that the reports have tests.failed, or change the rule (policy.json:7)"
      ),
      (.noBaseline, "save a baseline from a run that has tests.failed: verdict baseline save"),
      (
        .noChange,
        "say what the change is compared with, or give it with --diff FILE: "
          + "verdict check --base REV"
      ),
    ] as [(UndecidedReason, String)])
  func answersToGet(reason: UndecidedReason, line: String) {
    #expect(steps(makeCheck("tests.failed", .undecided(reason), .block, line: 7)) == [line])
  }

  @Test func theShortestWayComesFirstAndOnce() {
    let missing = UndecidedReason.gap(report: "u", gaps: [.missing(patterns: [])])
    #expect(
      steps(
        makeCheck(
          "findings", .violated, .block, limit: Limit(.max, .count(0, .findings)),
          value: .count(9, .findings)),
        makeCheck("a", .undecided(missing), .block), makeCheck("b", .undecided(missing), .block),
        makeCheck("c", .undecided(.noBaseline), .block))
        == [
          "save a baseline from a run that has c: verdict baseline save", "provide reports/u",
          "fix or remove 9 findings",
        ])
  }

  @Test func onlyWhatTheVerdictHingesOnIsToDo() {
    let warning = makeCheck("a", .undecided(.noBaseline), .warn)
    let blocking = makeCheck("b", .undecided(.noBaseline), .block)
    #expect(steps(warning, blocking).count == 1)
    #expect(steps(warning) == ["save a baseline from a run that has a: verdict baseline save"])
    #expect(steps(makeCheck("a", .violated, .info)) == [])
    #expect(steps(makeCheck("a")) == [])
  }

  @Test func aReviewIsAWayToo() {
    let check = makeCheck(
      "tests.failed", .violated, .review, limit: Limit(.max, .count(0, .tests)),
      value: .count(4, .tests))
    #expect(
      steps(check) == ["fix 4 tests, or have a reviewer approve it: verdict check --approve g=NAME"]
    )
    #expect(
      steps(makeCheck("a", .undecided(.noBaseline), .review))
        == [
          "save a baseline from a run that has a: verdict baseline save, "
            + "or have a reviewer approve it: verdict check --approve g=NAME"
        ])
    #expect(
      steps(check, reviewers: ["team:qa"]) == [
        "fix 4 tests, or have team:qa approve it: verdict check --approve g=NAME"
      ])
  }
}
