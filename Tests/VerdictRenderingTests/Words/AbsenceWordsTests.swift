import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct AbsenceWordsTests {
  @Test(
    arguments: [
      (
        .missing(patterns: ["a/*.xml", "b.xml"]),
        "reports/unit is missing: no file matches a/*.xml, b.xml"
      ),
      (.missing(patterns: []), "reports/unit is missing"),
      (.empty(file: "a.xml"), "reports/unit is empty: nothing to judge in a.xml"),
      (.missingShards(found: 2, expected: 3), "reports/unit has 2 of 3 shards"),
      (
        .incomplete(reason: "run 1 of 'semgrep' says executionSuccessful: false"),
        "reports/unit is incomplete: run 1 of 'semgrep' says executionSuccessful: false"
      ),
      (
        .stale(
          file: "a.xml",
          .olderThanCommit(
            created: Moment(seconds: 0),
            MeasuredCommit(id: "9f3c2ab1d0", time: Moment(seconds: 3600)))),
        "reports/unit is stale: a.xml was made no later than 1970-01-01T00:00:00Z, before "
          + "commit 9f3c2ab1 of 1970-01-01T01:00:00Z"
      ),
      (
        .stale(
          file: "a.xml", .olderThan(allowed: Age(seconds: 604_800), age: Age(seconds: 608_400))),
        "reports/unit is stale: a.xml is 7 d 1 h old, at most 7 d are allowed"
      ),
      (
        .unreadable(file: "a.xml", reason: "12:3: not well-formed XML: no"),
        "reports/unit cannot be read: a.xml:12:3: not well-formed XML: no"
      ),
      (
        .unreadable(file: "a.xml", reason: "the file is empty"),
        "reports/unit cannot be read: a.xml: the file is empty"
      ),
    ] as [(EvidenceGap, String)])
  func gaps(gap: EvidenceGap, words: String) {
    #expect(gap.words(report: "unit") == words)
  }

  @Test(
    arguments: [
      (
        .gap(report: "unit", gaps: [.missingShards(found: 2, expected: 3)]), true,
        "reports/unit has 2 of 3 shards"
      ),
      (.gap(report: "unit", gaps: []), true, "reports/unit falls short"),
      (
        .gap(report: "u", gaps: ["a", "b", "c", "d", "e"].map { .empty(file: $0) }), true,
        "reports/u is empty: nothing to judge in a; reports/u is empty: nothing to judge in b; "
          + "reports/u is empty: nothing to judge in c and 2 more"
      ),
      (.nothingToMeasure, true, "the reports have nothing of what is asked"),
      (.noBaseline, true, "the baseline has nothing of what is asked"),
      (.noBaseline, false, "there is no baseline"),
      (.noChange, true, "it is not known what changed"),
      (.inconclusive, true, "noise is larger than what the limit allows"),
      (.comparedWithItself, true, "the baseline is a copy of this run"),
      (.leftOver, true, "it was not measured again, its times are those of an earlier run"),
      (
        .unevenRounds(before: 1, after: 2), true,
        "1 run of the base and 2 of the change, rounds have as many of both"
      ),
    ] as [(UndecidedReason, Bool, String)])
  func undecided(reason: UndecidedReason, hasBaseline: Bool, words: String) {
    #expect(reason.words(hasBaseline: hasBaseline) == words)
  }

  @Test(
    arguments: [
      (.nothingChanged, "the change has nothing of what is asked"),
      (.tooLittle(found: 1, needed: 20, .lines), "1 line, fewer than the 20 that the rule needs"),
      (.notInBaseline, "not in the baseline, so there is no change to judge"),
      (
        .onlyDeleted(12, .lines),
        "only covered code was deleted (12 lines), nothing that is left lost its coverage"
      ),
      (.optionalReport("jobs"), "reports/jobs is optional and not there"),
    ] as [(NotApplicableReason, String)])
  func notApplicable(reason: NotApplicableReason, words: String) {
    #expect(reason.words == words)
  }
}
