import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct BenchmarkChangeWordsTests {
  private func change(
    _ tier: BenchmarkChange.Tier, _ answer: BenchmarkChange.Answer = .regressed
  ) -> BenchmarkChange {
    BenchmarkChange(
      answer,
      BenchmarkChange.Estimate(
        tier: tier, before: nanoseconds(100), after: nanoseconds(112), change: Fraction(12),
        interval: Fraction(-1)...Fraction(25),
        detectable: Fraction(11)))
  }

  @Test(
    "say by what a change was seen, and what could have been seen",
    arguments: [
      (
        BenchmarkChange.Tier.rounds(3),
        "−1 % … +25 % by 3 interleaved rounds, which see +11 % or more"
      ),
      (.history(runs: 9), "−1 % … +25 % by a history of 9 runs, which sees +11 % or more"),
      (.pair, "−1 % … +25 % by one pair of runs, which sees +11 % or more"),
    ])
  func tiers(tier: BenchmarkChange.Tier, words: String) {
    #expect(change(tier).words(besideMeasure: true) == words)
  }

  @Test("say the change where no measure does")
  func unmeasured() {
    #expect(
      change(.pair, .inconclusive).words(besideMeasure: false)
        == "+12 %, −1 % … +25 % by one pair of runs, which sees +11 % or more")
  }

  @Test("of new and removed benchmarks, nothing is known")
  func unknown() {
    #expect(BenchmarkChange(.new).words(besideMeasure: false) == nil)
    var shift = BenchmarkChange(.inconclusive)
    shift.runWide = Fraction(15)
    #expect(shift.words(besideMeasure: false) == "+15 %")
  }

  @Test("of one that seems renamed, the other name and the change")
  func renamed() {
    let other = BenchmarkChange.Counterpart(name: "b", change: Fraction(3))
    func words(_ answer: BenchmarkChange.Answer) -> String? {
      BenchmarkChange(answer, counterpart: other).words(besideMeasure: false)
    }
    #expect(words(.removed) == "perhaps renamed to b, +3 %")
    #expect(words(.new) == "perhaps b under a new name, +3 %")
    let json = JSONBenchmarkChange(BenchmarkChange(.new, counterpart: other))
    #expect(json.counterpart?.basisPoints == 300)
  }

  @Test("numbers for machines are hundredths of a percent")
  func json() throws {
    let json = JSONBenchmarkChange(change(.rounds(3)))
    #expect(json.answer == "regressed")
    #expect(json.benchmark == nil)
    #expect(json.tier == "rounds")
    #expect(json.runs == 3)
    #expect(json.basisPoints == 1200)
    #expect(json.interval == [-100, 2500])
    #expect(json.detectable == 1100)
  }
}
