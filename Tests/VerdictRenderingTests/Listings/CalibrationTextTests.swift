import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct CalibrationTextTests {
  private let steady = BenchmarkNoise(
    name: "order/insert", runs: 10, spread: Fraction(105, over: 100), historyLimit: 5)
  private let noisy = BenchmarkNoise(
    name: "memory/sum", runs: 10, spread: Fraction(6), historyLimit: 18,
    rounds: [BenchmarkNoise.RoundsLimit(rounds: 3, limit: 9)])
  private let steadyInRounds = BenchmarkNoise(
    name: "book/depth", runs: 10, spread: Fraction(1), historyLimit: 6,
    rounds: [BenchmarkNoise.RoundsLimit(rounds: 3, limit: 2)])
  private let unknown = BenchmarkNoise(name: "wire", runs: 2)

  private func text(_ noise: BenchmarkNoise...) -> String {
    Calibration(noise).text(RenderOptions(width: 100, color: false))
  }

  @Test("a line for each, and what does for all of them")
  func table() {
    #expect(
      text(steadyInRounds, noisy) == """
          · book/depth  ±1 %  10 runs; "maxRise": "6%", by one run beside a history
          · memory/sum  ±6 %  10 runs; "maxRise": "9%", by 3 interleaved rounds

        for all of them: "maxRise": "9%", by 3 interleaved rounds

        """)
    // Not all of them were measured often enough for rounds.
    #expect(
      text(steady, noisy).hasSuffix(
        "for all of them: \"maxRise\": \"18%\", by one run beside a history\n"))
  }

  @Test("of what was not measured often enough, nothing is proposed, and for all neither")
  func unmeasured() {
    #expect(
      text(steady, unknown) == """
          · order/insert  ±1.0 %  10 runs; "maxRise": "5%", by one run beside a history
          · wire          2 runs; measure unchanged code 5 times or more

        """)
  }

  @Test func json() {
    let json = Calibration([steady, noisy, unknown]).json
    #expect(json.contains(#""schema" : "verdict-calibration/1""#))
    #expect(json.contains(#""spread" : 105"#))
  }
}
