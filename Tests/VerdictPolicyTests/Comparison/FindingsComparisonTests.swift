import TestSupport
import Testing
import VerdictModel
import VerdictPolicy

extension FindingsComparison {
  fileprivate var new: [Finding] { findings(.new) }
  fileprivate var fixed: [Finding] { findings(.fixed) }
  /// Moved or not.
  fileprivate var kept: Int { count(.unchanged) + count(.moved) }

  fileprivate func findings(_ state: FindingState) -> [Finding] {
    changes(state).map(\.finding)
  }
}

@Suite struct FindingsComparisonTests {
  private func compare(_ before: [Finding], _ after: [Finding]) -> FindingsComparison {
    FindingsComparison(before: findings(before), after: findings(after))
  }

  @Test func tellsNewFromFixed() {
    let result = compare(
      [finding("kept"), finding("gone", line: 7)], [finding("kept", line: 9), finding("came")])
    #expect(result.new == [finding("came")])
    #expect(result.fixed == [finding("gone", line: 7)])
    #expect(result.kept == 1)
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
    #expect(result.kept == 2)
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
    #expect(result.kept == 2)
  }

  @Test func suppressingIsAStateOfItsOwn() {
    let result = compare(
      [finding("a", suppressed: true), finding("b"), finding("c", suppressed: true)],
      [
        finding("a"), finding("b", suppressed: true), finding("c", suppressed: true),
        finding("d", suppressed: true),
      ])
    #expect(result.findings(.unsuppressed) == [finding("a")])
    #expect(
      result.findings(.newlySuppressed)
        == [finding("b", suppressed: true), finding("d", suppressed: true)])
    #expect(result.changes.count == 3)
    #expect(result.kept == 0)
  }

  @Test func aSuppressedFindingThatIsGoneIsNotFixed() {
    #expect(compare([finding("a", suppressed: true)], []).changes.isEmpty)
  }

  /// To suppress one finding and to bring another like it is not to keep one.
  @Test func aSuppressionHidesNoNewFinding() {
    let result = compare(
      [finding("r", line: 10)], [finding("r", line: 10, suppressed: true), finding("r", line: 12)])
    #expect(result.new == [finding("r", line: 12)])
    #expect(result.findings(.newlySuppressed).count == 1)
  }

  @Test func whatNobodyLookedForIsUnknown() {
    let gone = finding("a", tool: "other")
    let result = compare([gone, finding("b")], [])
    #expect(
      result.changes == [
        FindingChange(.fixed, finding("b"), reason: .unmatched),
        FindingChange(.unknown, gone, reason: .notRun),
      ])
  }

  @Test func whatAnIncompleteRunDoesNotFindIsUnknown() {
    let result = FindingsComparison(
      before: findings([finding("a"), finding("b")]), after: findings([finding("b")]),
      incomplete: [ScanRun(tool: "t", category: "")])
    #expect(result.changes == [FindingChange(.unknown, finding("a"), reason: .incomplete)])
    #expect(result.count(.unchanged) == 1)
  }

  @Test func aPairTellsWhereItWasAndWhy() {
    let result = compare([finding("a", line: 3)], [finding("a", line: 5)])
    #expect(
      result.changes == [
        FindingChange(
          .moved, finding("a", line: 5), before: FindingChange.Before(finding("a", line: 3)),
          reason: .anchor)
      ])
  }

  @Test func resultsThatAreNoFailureTakeNoPart() {
    let result = compare(
      [finding("a", level: .none), finding("b"), finding("c", level: .none)],
      [finding("a"), finding("b", level: .none), finding("c", level: .none)])
    #expect(result.new == [finding("a")])
    #expect(result.fixed == [finding("b")])
    #expect(result.kept == 0)
  }

  /// Either rating may rise while the other stays or falls.
  @Test(arguments: [
    finding("r", level: .error), finding("r", severity: .critical),
    finding("r", line: 9, severity: .high), finding("r", level: .error, severity: .low),
    finding("r", level: .note, severity: .high),
  ])
  func anEscalationIsNew(worse: Finding) {
    let result = compare([finding("r")], [worse])
    #expect(result.findings(.escalated) == [worse])
    #expect(result.changes.count == 1)
    #expect(result.kept == 0)
  }

  @Test(arguments: [
    finding("r", level: .note), finding("r", severity: .none),
    finding("r", line: 9, severity: .low),
  ])
  func whatGotMilderIsUnchanged(milder: Finding) {
    let result = compare([finding("r")], [milder])
    #expect(result.new == [])
    #expect(result.fixed == [])
    #expect(result.kept == 1)
  }

  @Test func anEscalationHidesBehindNoOtherFinding() {
    let result = compare(
      [finding("r", line: 10), finding("r", line: 20, level: .error)],
      [finding("r", line: 10, level: .error)])
    #expect(result.findings(.escalated) == [finding("r", line: 10, level: .error)])
    #expect(result.fixed == [finding("r", line: 20, level: .error)])
    #expect(result.kept == 0)
  }

  @Test func equalFindingsOnOneLineArePairedByRating() {
    let before = [finding("r", level: .error), finding("r", level: .note)]
    let result = compare(before, before.reversed())
    #expect(result.new == [])
    #expect(result.kept == 2)
    let severities = [finding("r", severity: .low), finding("r", severity: .high)]
    #expect(compare(severities, severities.reversed()).kept == 2)
  }

  @Test func extremeLinesAreNoTrap() {
    let result = compare(
      [finding("r", line: .min), finding("r", line: .max)],
      [finding("r", line: .max), finding("r", line: 0), finding("r", line: nil)])
    #expect(result.new.count == 1)
  }

  @Test func manyEqualFindingsStayFast() {
    let before = (1...50_000).map { finding("r", line: $0) }
    let after = (1...60_000).map { finding("r", line: $0 + 5_000) }
    let result = compare(before, after)
    // Those that were on lines before the first are too far from any that is left.
    #expect(result.new.count == 15_000)
    #expect(result.kept == 45_000)
  }

  @Test(arguments: 1...40)
  func propertiesHold(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let before = sample(&random)
    let after = sample(&random)
    let same = compare(before, before)
    #expect(same.new.isEmpty && same.fixed.isEmpty && same.kept == before.count)

    let result = compare(before, after)
    #expect(result.new.count + result.kept == after.count)
    #expect(result.fixed.count + result.kept == before.count)
    #expect(
      compare(before.shuffled(using: &random), after.shuffled(using: &random)) == result)

    let swapped = compare(after, before)
    #expect(swapped.new.count == result.fixed.count)
    #expect(swapped.fixed.count == result.new.count)
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
    let escalated = plain.kept - result.kept
    #expect(result.count(.escalated) == escalated)
    #expect(result.new.count == plain.new.count)
    #expect(result.fixed.count == plain.fixed.count)
    #expect(result.new.count + result.kept + escalated == after.count)
    #expect(result.fixed.count + result.kept + escalated == before.count)
    #expect(compare(after, before).fixed.count == plain.new.count)

    // Findings of a rank beyond those of the baseline are new.
    for level in FindingLevel.allCases {
      let changed = result.new + result.findings(.escalated)
      let old = after.count { $0.level >= level } - changed.count { $0.level >= level }
      #expect(old <= before.count { $0.level >= level })
    }
    for severity in FindingSeverity.allCases {
      let changed = result.new + result.findings(.escalated)
      let old =
        after.count { $0.severity >= severity } - changed.count { $0.severity >= severity }
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
