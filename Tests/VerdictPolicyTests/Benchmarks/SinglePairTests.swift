import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite struct SinglePairTests {
  private func run(_ fast: Int64, median: Int64? = nil) -> BenchmarkStatistics {
    let median = Picoseconds(median ?? fast)
    return BenchmarkStatistics(
      samples: 100, mean: median, median: median, fifthPercentile: Picoseconds(fast),
      standardDeviation: Picoseconds(10))
  }

  @Test(
    "a pair shows little",
    arguments: [
      (1029 as Int64, BenchmarkChange.Answer.withinBudget), (1030, .inconclusive),
      (1099, .inconclusive),
      (1101, .regressed), (902, .withinBudget), (900, .improved),
    ])
  func answers(after: Int64, answer: BenchmarkChange.Answer) {
    let pair = SinglePair(before: run(1000), after: run(after))
    #expect(pair.judge(tenPercentSlower, level: 0.01)?.answer == answer)
  }

  @Test("a pair blocks beyond 25 %, by fast runs and by the median alike")
  func blocks() throws {
    func cap(_ after: BenchmarkStatistics) throws -> Action? {
      try #require(SinglePair(before: run(1000), after: after).judge(tenPercentSlower, level: 0.01))
        .cap?.action
    }
    #expect(try cap(run(1250)) == .warn)
    #expect(try cap(run(1251)) == nil)
    #expect(try cap(run(1400, median: 1250)) == .warn)
  }

  @Test("medians are compared where one side has no samples")
  func medians() throws {
    var old = run(1000, median: 1200)
    old.fifthPercentile = nil
    let judgement = try #require(
      SinglePair(before: old, after: run(1000, median: 1320)).judge(tenPercentSlower, level: 0.01))
    #expect(judgement.times == (Picoseconds(1200), Picoseconds(1320)))
  }

  @Test("what the whole run is slower is no benchmark's change")
  func shift() throws {
    let pair = SinglePair(before: run(1000), after: run(1200), shift: 1.2)
    #expect(try #require(pair.judge(tenPercentSlower, level: 0.01)).answer == .withinBudget)
  }

  @Test("of many pairs the middle tells how far unchanged code lies apart, if that is more")
  func noise() {
    let assumed = SinglePair.assumedNoise.deviation
    #expect(SinglePair.noise(of: []).deviation == assumed)
    #expect(SinglePair.noise(of: [0.99, 1, 1.01, 1, 1.5]).deviation == assumed)
    // Two of seven are slower by half, and say nothing of the others.
    let noisy = SinglePair.noise(of: [0.9, 0.95, 1, 1.05, 1.1, 1.6, 1.7])
    #expect(abs(noisy.deviation - 0.1412) < 1e-9)
  }
}
