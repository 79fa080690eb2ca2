import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite struct CalibrationTests {
  @Test("a steady benchmark needs no rounds")
  func steady() {
    let noise = BenchmarkNoise(
      name: "a", times: picoseconds([977, 1013, 995, 986, 992, 981, 1000, 979, 993, 990]))
    // The spread 0.010472 and the limit 0.040683 are those of numpy and scipy.
    #expect(noise.spread == Fraction(105, over: 100))
    #expect(noise.historyLimit == 5)
    #expect(noise.rounds.map(\.rounds) == [2, 3, 5])
    #expect(noise.proposal == .history(limit: 5))
  }

  @Test("one with two speeds needs rounds")
  func bimodal() {
    let noise = BenchmarkNoise(
      name: "a", times: picoseconds([880, 888, 1004, 964, 1026, 926, 1000, 892, 1004, 890]))
    #expect(noise.historyLimit.map { $0 > 10 } == true)
    // Python, over all 4200 ways to choose: 13 % block 12 of them, 12 % block 58.
    #expect(noise.rounds[1] == BenchmarkNoise.RoundsLimit(rounds: 3, limit: 13))
  }

  @Test("too few runs say so, and few allow few rounds")
  func few() {
    #expect(
      BenchmarkNoise(name: "a", times: picoseconds([1000, 1010, 1020, 1030])).proposal
        == .moreRuns(needed: 5))
    let noise = BenchmarkNoise(name: "a", times: picoseconds([1000, 1010, 1020, 1030, 1040]))
    #expect(noise.rounds.map(\.rounds) == [2])
  }

  @Test(
    "the least work that makes 10 % possible is proposed, or what comes nearest",
    arguments: [
      (10, [20, 20], BenchmarkNoise.Proposal.history(limit: 10)),
      (11, [10, 4], .rounds(BenchmarkNoise.RoundsLimit(rounds: 2, limit: 10))),
      (11, [12, 4], .rounds(BenchmarkNoise.RoundsLimit(rounds: 3, limit: 4))),
      (30, [14, 12], .rounds(BenchmarkNoise.RoundsLimit(rounds: 3, limit: 12))),
      (30, [12, 12], .rounds(BenchmarkNoise.RoundsLimit(rounds: 2, limit: 12))),
      (12, [14, 13], .history(limit: 12)),
      (12, [], .history(limit: 12)),
    ])
  func proposals(history: Int, rounds: [Int], proposal: BenchmarkNoise.Proposal) {
    let limits = zip([2, 3], rounds).map { BenchmarkNoise.RoundsLimit(rounds: $0, limit: $1) }
    let noise = BenchmarkNoise(name: "a", runs: 9, historyLimit: history, rounds: limits)
    #expect(noise.proposal == proposal)
  }
}
