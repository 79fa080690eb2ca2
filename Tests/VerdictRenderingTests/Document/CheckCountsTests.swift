import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct CheckCountsTests {
  private func words(_ checks: [(CheckStatus, Action)]) -> String {
    CheckCounts(checks.map { makeCheck("metric", $0, $1) }).words
  }

  @Test func everyKindIsCounted() {
    #expect(
      words([
        (.violated, .block), (.violated, .block), (.violated, .review), (.violated, .warn),
        (.satisfied, .info), (.satisfied, .info), (.notApplicable(.nothingChanged), .info),
        (.violated, .info),
      ]) == "2 checks block, 1 needs review, 1 warns, 1 informs, 2 hold, 1 does not apply")
  }

  @Test func undecidedChecksAreNamedWhereTheyCount() {
    #expect(
      words([(.violated, .block), (.undecided(.noChange), .block), (.undecided(.noChange), .warn)])
        == "2 checks block (1 undecided), 1 warns (undecided)")
  }

  @Test func oneAndNone() {
    #expect(words([(.satisfied, .info)]) == "1 check holds")
    #expect(words([(.undecided(.noBaseline), .info)]) == "1 check informs (undecided)")
    #expect(words([]) == "no checks")
  }
}
