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

  @Test func resultsThatAreNoFailureTakeNoPart() {
    let result = compare(
      [finding("a", level: .none), finding("b"), finding("c", level: .none)],
      [finding("a"), finding("b", level: .none), finding("c", level: .none)])
    #expect(result.new == [finding("a")])
    #expect(result.fixed == [finding("b")])
    #expect(result.unchanged == 0)
  }

  /// Either rating may rise while the other stays or falls.
  @Test(arguments: [
    finding("r", level: .error), finding("r", severity: .critical),
    finding("r", line: 9, severity: .high), finding("r", level: .error, severity: .low),
    finding("r", level: .note, severity: .high),
  ])
  func anEscalationIsNew(worse: Finding) {
    let result = compare([finding("r")], [worse])
    #expect(result.new == [worse])
    #expect(result.fixed == [])
    #expect(result.unchanged == 0)
  }

  @Test(arguments: [
    finding("r", level: .note), finding("r", severity: .none),
    finding("r", line: 9, severity: .low),
  ])
  func whatGotMilderIsUnchanged(milder: Finding) {
    let result = compare([finding("r")], [milder])
    #expect(result.new == [])
    #expect(result.fixed == [])
    #expect(result.unchanged == 1)
  }

  @Test func anEscalationHidesBehindNoOtherFinding() {
    let result = compare(
      [finding("r", line: 10), finding("r", line: 20, level: .error)],
      [finding("r", line: 10, level: .error)])
    #expect(result.new == [finding("r", line: 10, level: .error)])
    #expect(result.fixed == [finding("r", line: 20, level: .error)])
    #expect(result.unchanged == 0)
  }

  @Test func equalFindingsOnOneLineArePairedByRating() {
    let before = [finding("r", level: .error), finding("r", level: .note)]
    let result = compare(before, before.reversed())
    #expect(result.new == [])
    #expect(result.unchanged == 2)
    let severities = [finding("r", severity: .low), finding("r", severity: .high)]
    #expect(compare(severities, severities.reversed()).unchanged == 2)
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

  /// Ratings change what a pair is, never which findings have a partner.
  @Test(arguments: 1...40)
  func propertiesHoldWithRatings(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let before = rated(sample(&random), &random)
    let after = rated(sample(&random), &random)
    let result = compare(before, after)
    #expect(
      compare(before.shuffled(using: &random), after.shuffled(using: &random)) == result)

    let plain = compare(before.map(unrated), after.map(unrated))
    let escalated = plain.unchanged - result.unchanged
    #expect(result.new.count == plain.new.count + escalated)
    #expect(result.fixed.count == plain.fixed.count)
    #expect(result.new.count + result.unchanged == after.count)
    #expect(result.fixed.count + result.unchanged + escalated == before.count)
    #expect(compare(after, before).fixed.count == plain.new.count)

    // Findings of a rank beyond those of the baseline are new.
    for level in FindingLevel.allCases {
      let old = after.count { $0.level >= level } - result.new.count { $0.level >= level }
      #expect(old <= before.count { $0.level >= level })
    }
    for severity in FindingSeverity.allCases {
      let old =
        after.count { $0.severity >= severity } - result.new.count { $0.severity >= severity }
      #expect(old <= before.count { $0.severity >= severity })
    }
  }

  private func rated(_ findings: [Finding], _ random: inout SeededGenerator) -> [Finding] {
    findings.map { finding in
      var finding = finding
      finding.level = [.note, .warning, .error].randomElement(using: &random) ?? .error
      finding.severity = FindingSeverity.allCases.randomElement(using: &random) ?? .high
      return finding
    }
  }

  private func unrated(_ finding: Finding) -> Finding {
    var finding = finding
    finding.level = .warning
    finding.severity = .medium
    return finding
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
