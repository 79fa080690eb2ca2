import TestSupport
import Testing
import VerdictModel
import VerdictPolicy

@Suite struct FindingsComparisonTests {
  private func compare(_ before: [Finding], _ after: [Finding]) -> FindingsComparison {
    FindingsComparison(before: findings(before), after: findings(after))
  }

  @Test func tellsNewFromFixed() {
    let result = compare(
      [finding("kept"), finding("gone", line: 7)], [finding("kept", line: 9), finding("came")])
    #expect(result.new == [finding("came")])
    #expect(result.fixed == [finding("gone", line: 7)])
    #expect(result.unchanged == 1)
  }

  @Test(arguments: [
    finding("r", "b.c"), finding("q"), finding("r", message: "n"), finding("r", tool: "u"),
    finding("r", category: "x"), finding("r", nil),
  ])
  func everyPartOfTheKeyCounts(other: Finding) {
    let result = compare([finding("r")], [other])
    #expect(result.new == [other])
    #expect(result.fixed == [finding("r")])
  }

  @Test func amongEqualsTheNearestLineIsTheSame() {
    let result = compare(
      [finding("r", line: 10), finding("r", line: 50)],
      [finding("r", line: 12), finding("r", line: 30), finding("r", line: 50)])
    #expect(result.new == [finding("r", line: 30)])
    #expect(result.unchanged == 2)
  }

  @Test func anEqualLineWinsOverANearOne() {
    let result = compare(
      [finding("r", line: 10), finding("r", line: 11)],
      [finding("r", line: 2), finding("r", line: 11), finding("r", line: 30)])
    #expect(result.new == [finding("r", line: 30)])
  }

  @Test func moreOfTheSameAreNew() {
    let before = [finding("r"), finding("r")]
    let result = compare(before, before + Array(repeating: finding("r"), count: 5))
    #expect(result.new.count == 5)
    #expect(result.fixed.isEmpty)
    #expect(result.unchanged == 2)
  }

  @Test func suppressedFindingsTakeNoPart() {
    let result = compare(
      [finding("a", suppressed: true), finding("b")],
      [finding("a"), finding("b", suppressed: true)]
    )
    #expect(result.new == [finding("a")])
    #expect(result.fixed == [finding("b")])
    #expect(result.unchanged == 0)
  }

  @Test func extremeLinesAreNoTrap() {
    let result = compare(
      [finding("r", line: .min), finding("r", line: .max)],
      [finding("r", line: .max), finding("r", line: 0), finding("r", line: nil)])
    #expect(result.new.count == 1)
  }

  @Test func manyEqualFindingsStayFast() {
    let before = (1...50_000).map { finding("r", line: $0) }
    let after = (1...60_000).map { finding("r", line: $0 + 25_000) }
    let result = compare(before, after)
    #expect(result.new.count == 10_000)
    #expect(result.unchanged == 50_000)
  }

  @Test(arguments: 1...40)
  func propertiesHold(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let before = sample(&random)
    let after = sample(&random)
    let same = compare(before, before)
    #expect(same.new.isEmpty && same.fixed.isEmpty && same.unchanged == before.count)

    let result = compare(before, after)
    #expect(result.new.count + result.unchanged == after.count)
    #expect(result.fixed.count + result.unchanged == before.count)
    #expect(
      compare(before.shuffled(using: &random), after.shuffled(using: &random)) == result)

    let swapped = compare(after, before)
    #expect(swapped.new == result.fixed)
    #expect(swapped.fixed == result.new)
  }

  private func sample(_ random: inout SeededGenerator) -> [Finding] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      finding(
        ["r", "s"].randomElement(using: &random) ?? "",
        ["a.c", "b.c", nil].randomElement(
          using: &random) ?? nil,
        line: Int.random(in: 1...20, using: &random),
        category: ["", "x"].randomElement(using: &random) ?? "")
    }
  }
}
