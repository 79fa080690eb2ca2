import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct VerdictDocumentTests {
  @Test func theFirstLineSaysEverything() {
    let headline = makeDocument(sampleVerdict).headline
    #expect(headline.word == "BLOCK")
    #expect(
      headline.counts == "1 check blocks, 1 needs review, 3 warn (1 undecided), 5 hold")
    #expect(headline.scope == "policy.json, stage merge")
    #expect(headline.baseline == "baseline 9f3c2ab1 (3 commits back)")
  }

  @Test(
    arguments: [
      (nil, "no baseline"),
      (BaselineReference(commit: "9f3c2ab1d4", distance: nil, saved: "T"), "baseline 9f3c2ab1"),
      (
        BaselineReference(commit: "9f3c2ab1d4", distance: 0, saved: "T"),
        "baseline 9f3c2ab1 (this commit)"
      ),
      (
        BaselineReference(commit: "9f3c2ab1d4", distance: 1, saved: "T"),
        "baseline 9f3c2ab1 (1 commit back)"
      ),
      (BaselineReference(commit: nil, distance: nil, saved: "T"), "baseline saved T"),
    ] as [(BaselineReference?, String)])
  func baselines(reference: BaselineReference?, words: String) {
    #expect(makeDocument(makeVerdict([], baseline: reference)).headline.baseline == words)
  }

  @Test func theReasonIsOneSentence() {
    let violated = makeCheck(
      "findings", .violated, .block, limit: Limit(.max, .count(0, .findings)),
      value: .count(2, .findings))
    let undecided = makeCheck("tests.failed", .undecided(.noChange), .block)
    let review = makeCheck("tests.failed", .undecided(.noBaseline), .review)
    let warning = makeCheck("tests.failed", .violated, .warn, value: .count(1, .tests))
    let holds = makeCheck("tests.failed", value: .count(0, .tests))
    func reason(_ checks: Check..., reviewers: [String] = []) -> String {
      makeDocument(makeVerdict([makeGate("G", checks, reviewers: reviewers)])).reason
    }
    #expect(reason(violated) == "Blocked because of findings: 2 > 0.")
    #expect(reason(violated, undecided) == "Blocked because of findings: 2 > 0, and 1 more check.")
    #expect(
      reason(undecided)
        == "Blocked because tests.failed is undecided: it is not known what changed.")
    #expect(
      reason(warning, review)
        == "A review is needed because tests.failed is undecided: there is no baseline.")
    #expect(
      reason(review, reviewers: ["team:qa", "team:x"])
        == "A review by team:qa, team:x is needed because tests.failed is undecided: "
        + "there is no baseline.")
    #expect(reason(warning, holds) == "Warned because of tests.failed: 1 > 0.")
    #expect(reason(holds, holds) == "Nothing blocks and nothing warns.")
    #expect(reason(makeCheck("m", .notApplicable(.nothingChanged))) == "No check applies.")
    #expect(makeDocument(makeVerdict([])).reason == "No check applies.")
  }

  @Test func aReasonIsGivenEvenIfNoCheckHasIt() {
    var verdict = makeVerdict([])
    verdict.outcome = .block
    #expect(makeDocument(verdict).reason == "The verdict is block.")
  }

  @Test func whatBlocksComesFirstAndTheRestKeepsItsOrder() {
    let gate = makeGate(
      "G",
      [
        makeCheck("a"), makeCheck("b", .notApplicable(.nothingChanged)),
        makeCheck("c", .undecided(.noChange), .warn), makeCheck("d", .violated, .warn),
        makeCheck("e", .undecided(.noChange), .block), makeCheck("f", .violated, .review),
        makeCheck("g", .violated, .block), makeCheck("h", .violated, .block), makeCheck("i"),
        makeCheck("j", .violated, .info),
      ])
    let section = makeDocument(makeVerdict([gate])).gates[0]
    #expect(
      section.checks.map(\.subject).joined() == "ghefdcjaib")
    #expect(section.listed.map(\.subject).joined() == "ghefdcjb")
    #expect(section.unlisted == "2 checks hold")
  }

  @Test func gatesSayTheirResult() {
    func result(_ checks: [Check], _ reviewers: [String] = []) -> String {
      makeDocument(makeVerdict([makeGate("G", checks, reviewers: reviewers)])).gates[0].result
    }
    #expect(result([makeCheck("a")]) == "pass")
    #expect(result([makeCheck("a", .violated, .info)]) == "pass")
    #expect(result([makeCheck("a", .violated, .warn)]) == "warn")
    #expect(result([makeCheck("a", .violated, .review)]) == "review needed")
    #expect(
      result([makeCheck("a", .violated, .review)], ["a", "b"]) == "review needed from a, b")
    #expect(result([makeCheck("a", .undecided(.noChange), .block)]) == "block")
    #expect(result([makeCheck("a", .notApplicable(.nothingChanged))]) == "nothing to check")
    #expect(result([]) == "nothing to check")
  }

  @Test func aGapIsToldOnce() {
    let gap = EvidenceGap.missing(patterns: ["*.xml"])
    let evidence = [EvidenceSummary(id: "unit", sources: [], gaps: [gap])]
    let check = makeCheck("tests.failed", .undecided(.gap(report: "unit", gaps: [gap])), .block)
    #expect(makeDocument(makeVerdict([makeGate("G", [check])], evidence: evidence)).evidence == [])
    #expect(
      makeDocument(makeVerdict([], evidence: evidence)).evidence.map(\.sentences)
        == [["reports/unit is missing: no file matches *.xml"]])
  }
}
