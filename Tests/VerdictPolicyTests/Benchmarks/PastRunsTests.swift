import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite struct PastRunsTests {
  /// The fast times of ten runs of unchanged code, ns × 1000.
  static let steady: [Int64] = [977, 1013, 995, 986, 992, 981, 1000, 979, 993, 990]

  private func runs(_ times: [Int64]) throws -> PastRuns {
    try #require(PastRuns(picoseconds(times)))
  }

  @Test("five runs are the least")
  func few() {
    #expect(PastRuns(picoseconds([1, 2, 3, 4])) == nil)
    #expect(PastRuns(picoseconds([0, 0, 0, 0, 0])) == nil)
  }

  /// A `Double` of the largest number of picoseconds is no number of them any more.
  @Test("times as long as can be")
  func longest() throws {
    let runs = try runs(Array(repeating: .max, count: 12))
    #expect(runs.median == Picoseconds(.max))
    let fast = runs.judge(Picoseconds(1), tenPercentSlower, shift: 1, level: 0.01)
    #expect(fast?.answer != .regressed)
    #expect(runs.creep(Picoseconds(.max), tenPercentSlower, shift: 1, level: 0.01) == nil)
  }

  @Test("median and deviation, by numpy")
  func deviation() throws {
    let runs = try runs(Self.steady)
    // The median is 991, the spread of the ratios 0.01047 (MAD) or 0.00886 (deciles).
    #expect(runs.median == Picoseconds(991))
    #expect(runs.noise.distribution.degrees == 12)
    #expect(abs(runs.noise.deviation - 0.0151744298) < 1e-9)
  }

  @Test(
    "a run among its predecessors",
    arguments: [
      (1000 as Int64, BenchmarkChange.Answer.withinBudget), (1063, .withinBudget),
      (1064, .inconclusive),
      (1090, .inconclusive), (1091, .regressed), (900, .improved), (901, .withinBudget),
    ])
  func answers(time: Int64, answer: BenchmarkChange.Answer) throws {
    let judgement = try runs(Self.steady).judge(
      Picoseconds(time), tenPercentSlower, shift: 1, level: 0.01)
    #expect(judgement?.answer == answer)
  }

  @Test("noise beyond the limit shows nothing below itself")
  func noisy() throws {
    let runs = try runs([1000, 1100, 1200, 1000, 1200, 1100])
    let judgement = try #require(
      runs.judge(Picoseconds(1300), tenPercentSlower, shift: 1, level: 0.01))
    #expect(judgement.answer == .inconclusive)
    #expect(judgement.detectable > 1.2)
  }

  @Test("many small steps are seen from where they began")
  func creep() throws {
    let steps = (0..<20).map { Int64(1000 + 10 * $0) }
    let runs = try runs(steps)
    #expect(
      runs.judge(Picoseconds(1210), tenPercentSlower, shift: 1, level: 0.01)?.answer != .regressed)
    #expect(runs.creep(Picoseconds(1210), tenPercentSlower, shift: 1, level: 0.01) == nil)
    let judgement = try #require(
      runs.creep(Picoseconds(1230), tenPercentSlower, shift: 1, level: 0.01))
    #expect(judgement.times.before == Picoseconds(1020))
    #expect(judgement.answer == .regressed)
  }
}
