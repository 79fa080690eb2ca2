import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct BoundTests {
  @Test(arguments: [
    (15, 21, "80", 2), (76, 78, "100", 2), (0, 5, "0.1", 1), (8, 10, "80", 0), (0, 3, "33.4", 2),
    (79_995, 100_000, "79.996", 1),
  ])
  func shortfall(covered: Int, total: Int, percent text: String, needed: Int) throws {
    let percent = try #require(ExactDecimal(text).flatMap(Fraction.init))
    #expect(Tally(covered: covered, total: total).shortfall(toReach: percent) == needed)
  }

  @Test(arguments: [(8, 10, "80", 1), (7, 10, "80", 2), (1, 3, "33.3", 0), (0, 1, "0", 1)])
  func shortfallToExceed(covered: Int, total: Int, percent text: String, needed: Int) throws {
    let percent = try #require(ExactDecimal(text).flatMap(Fraction.init))
    let tally = Tally(covered: covered, total: total)
    #expect(tally.shortfall(toReach: percent, exceeding: true) == needed)
  }

  @Test func moreThanThereIsCannotBeCovered() {
    #expect(Tally(covered: 1, total: 2).shortfall(toReach: Fraction(100), exceeding: true) == nil)
    #expect(Tally(covered: 1, total: 2).shortfall(toReach: Fraction(101)) == nil)
  }

  @Test func boundsOfAChangeStartAtTheBaseline() {
    let drop = makeCheck(
      "coverage.lines", limit: Limit(.maxDrop, points("2")), value: share(1, 2), was: share(3, 4))
    #expect(drop.bound == Fraction(73))
    let rise = makeCheck(
      "benchmark.time", limit: Limit(.maxRise, percent("5")), value: .duration(nanoseconds(3)),
      was: .duration(nanoseconds(2)))
    #expect(rise.bound == Fraction(2100))
    let lost = makeCheck(
      "coverage.lines", limit: Limit(.maxDrop, .count(1, .lines)), value: share(1, 4),
      was: share(3, 4))
    #expect(lost.bound == Fraction(50))
    let odd = makeCheck(
      "coverage.lines", limit: Limit(.maxDrop, .count(5, .tests)), value: share(1, 2),
      was: share(3, 4))
    #expect(odd.bound == nil)
  }
}
