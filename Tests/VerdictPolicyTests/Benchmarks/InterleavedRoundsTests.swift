import Testing
import VerdictModel

@testable import VerdictPolicy

/// The limit `maxRise: "10%"` on times.
let tenPercentSlower = SlowdownLimit(
  limit: Limit(.maxRise, .percent(ExactDecimal(10))), before: { .duration($0) },
  after: { .duration($0) })

/// Runs that took so many picoseconds.
func picoseconds(_ counts: [Int64]) -> [Picoseconds] { counts.map { Picoseconds($0) } }

@Suite struct InterleavedRoundsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let says: String
    let before: [Int64]
    let after: [Int64]
    let answer: BenchmarkChange.Answer
    var testDescription: String { says }

    init(
      _ says: String, _ before: [Int64], _ after: [Int64], _ answer: BenchmarkChange.Answer
    ) {
      (self.says, self.before, self.after, self.answer) = (says, before, after, answer)
    }
  }

  @Test(arguments: [
    Case("slower in all", [1000, 1010, 1020], [1200, 1210, 1220], .regressed),
    Case("at the limit is allowed", [1000, 1000, 1000], [1100, 1100, 1100], .withinBudget),
    Case("just beyond it is not", [1000, 1000], [1101, 1101], .regressed),
    Case(
      "noise in one round of the change", [1000, 1010, 1020], [1000, 1010, 1900], .withinBudget),
    Case("noise in one round of the base", [1000, 1010, 1900], [1200, 1210, 1220], .inconclusive),
    Case("two speeds, one seen on one side", [880, 880, 1000], [1000, 1000, 1010], .inconclusive),
    Case("only the best run is slower", [900, 1000, 1000], [1000, 1000, 1000], .inconclusive),
    Case("faster in all", [1200, 1210, 1220], [1000, 1010, 1020], .improved),
    Case("order of rounds", [1020, 1000, 1010], [1220, 1200, 1210], .regressed),
  ])
  func answers(_ example: Case) throws {
    let rounds = try #require(
      InterleavedRounds(
        before: picoseconds(example.before), after: picoseconds(example.after)))
    #expect(rounds.judge(tenPercentSlower)?.answer == example.answer)
  }

  @Test("one run, or not as many of both, are no rounds")
  func noRounds() {
    #expect(InterleavedRounds(before: picoseconds([1]), after: picoseconds([1])) == nil)
    #expect(InterleavedRounds(before: picoseconds([1, 2]), after: picoseconds([1, 2, 3])) == nil)
  }

  @Test("the change is the smaller of the two best, the interval is both")
  func change() throws {
    let rounds = try #require(
      InterleavedRounds(before: picoseconds([1000, 1000]), after: picoseconds([1200, 1300])))
    let judgement = try #require(rounds.judge(tenPercentSlower))
    let estimate = judgement.estimate
    #expect(estimate.tier == .rounds(2))
    #expect(estimate.change == Fraction(20))
    #expect(estimate.interval == Fraction(20)...Fraction(30))
    // 1.10 × 1.25 / 1.20, to the hundredth of a percent
    #expect(estimate.detectable == Fraction(1458, over: 100))
  }

  @Test("a rate that falls is a time that rises")
  func rates() throws {
    let work = 1_000_000_000_000
    let limit = SlowdownLimit(
      limit: Limit(.maxDrop, .percent(ExactDecimal(10))),
      before: { .number(ExactDecimal(work / Int($0.count)), .plain) },
      after: { .number(ExactDecimal(work / Int($0.count)), .plain) })
    func answer(_ after: Int64) -> BenchmarkChange.Answer? {
      InterleavedRounds(
        before: picoseconds([1000, 1000]), after: picoseconds([after, after]))?.judge(limit)?.answer
    }
    // A rate falls by 10 % when a time rises by 11.1 %.
    #expect(answer(1111) == .withinBudget)
    #expect(answer(1112) == .regressed)
  }
}
