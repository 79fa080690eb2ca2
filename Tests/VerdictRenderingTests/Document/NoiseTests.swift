import Testing
import VerdictModel

@testable import VerdictRendering

/// What noise leaves undecided, in one line a rule.
@Suite struct NoiseTests {
  private func check(
    _ item: String, change: Int, detectable: Int = 10, tier: BenchmarkChange.Tier = .pair,
    _ status: CheckStatus = .undecided(.inconclusive), line: Int = 1
  ) -> Check {
    var check = makeCheck(
      "benchmark.time", each: "benchmark", item: item, status,
      limit: Limit(.maxRise, .percent(ExactDecimal(5))), line: line)
    check.change = BenchmarkChange(
      .inconclusive,
      BenchmarkChange.Estimate(
        tier: tier, before: nanoseconds(100), after: nanoseconds(101), change: Fraction(change),
        interval: Fraction(-9)...Fraction(9),
        detectable: Fraction(detectable)))
    return check
  }

  private func rows(_ checks: Check...) -> [CheckEntry] {
    makeDocument(makeVerdict([makeGate("Performance", checks)])).gates[0].listed
  }

  @Test("several benchmarks are one line, with the largest change and the least that shows")
  func several() {
    let rows = rows(
      check("a", change: 1), check("b", change: 4),
      check("c", change: 2, detectable: 8, tier: .history(runs: 9)))
    #expect(rows.map(\.subject) == ["benchmark.time of 3 benchmarks"])
    #expect(rows.map(\.answer) == ["undecided: noise is larger than what the limit allows"])
    #expect(
      rows.map(\.details) == [
        ["no change below +8 % could have been shown by a history of 9 runs", "largest +4 % of b"]
      ])
  }

  @Test("of a pair, it says what sees more")
  func pair() {
    let rows = rows(check("a", change: -1), check("b", change: -2))
    #expect(
      rows.map(\.details) == [
        [
          "no change below +10 % could have been shown by one pair of runs", "largest −1 % of a",
          "rounds and saved runs see more, 'verdict calibrate' says how many it takes",
        ]
      ])
  }

  @Test("one benchmark is told by itself, and rules are told apart")
  func apart() {
    let rows = rows(
      check("a", change: 1), check("b", change: 2, line: 2),
      check("c", change: 30, .violated, line: 2))
    #expect(
      Set(rows.map(\.subject)) == ["benchmark.time a", "benchmark.time b", "benchmark.time c"])
  }

  @Test("the headline counts each of them")
  func counted() {
    let verdict = makeVerdict([
      makeGate("Performance", [check("a", change: 1), check("b", change: 2)])
    ])
    let document = makeDocument(verdict)
    #expect(document.answer == "PASS, 2 checks inform (undecided)")
    #expect(document.gates[0].unlisted == nil)
  }
}
