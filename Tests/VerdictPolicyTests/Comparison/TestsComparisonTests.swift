import TestSupport
import Testing
import VerdictModel
import VerdictPolicy

@Suite struct TestsComparisonTests {
  private func compare(_ before: [TestCase], _ after: [TestCase]) -> TestsComparison {
    TestsComparison(before: TestReport(cases: before), after: TestReport(cases: after))
  }

  private func words(_ comparison: TestsComparison) -> [String] {
    comparison.changes.map { "\($0.kind.rawValue): \($0.identity.label)" }
  }

  /// Every pair of outcomes, `nil` for a test that is not there. Another test of the class stays.
  @Test(arguments: [TestOutcome.skipped, .passed, .flaky, .failed, .errored, nil])
  func tellsWhatBecameOfEveryPairOfOutcomes(before: TestOutcome?) {
    for after in [TestOutcome.skipped, .passed, .flaky, .failed, .errored, nil] {
      let stays = [test("stays", .passed)]
      let result = compare(
        stays + (before.map { [test("x", $0)] } ?? []),
        stays + (after.map { [test("x", $0)] } ?? []))
      let kind: TestChangeKind? =
        switch (before, after) {
        case (nil, nil), (.skipped, .skipped), (.flaky, .flaky), (.passed, .passed): nil
        case (.failed, nil), (.errored, nil): .fixedByDeletion
        case (_, nil): .removed
        case (nil, .failed), (nil, .errored): .addedFailing
        case (nil, .skipped): .addedSkipped
        case (nil, .passed): .added
        case (nil, .flaky): .newlyFlaky
        case (.failed, .failed), (.failed, .errored), (.errored, .failed), (.errored, .errored):
          .stillFailing
        case (_, .failed), (_, .errored): .newlyFailing
        case (.failed, .skipped), (.errored, .skipped): .fixedBySkipping
        case (_, .skipped): .newlySkipped
        case (.failed, _), (.errored, _): .fixed
        case (_, .flaky): .newlyFlaky
        case (.flaky, .passed): .stableAgain
        case (.skipped, .passed): .unskipped
        }
      #expect(
        words(result) == (kind.map { ["\($0.rawValue): C › x"] } ?? []),
        "\(String(describing: before)) to \(String(describing: after))")
    }
  }

  @Test func aClassOfWhichNothingIsThereWasNotRun() {
    let before = [
      test("x", .failed), test("y", .passed), test("z", .passed, suite: "s", className: ""),
      test("z", .passed, suite: "t", className: ""),
    ]
    let result = compare(before, [test("a", .passed, suite: "s", className: "")])
    #expect(
      words(result) == [
        "notRun: t › z", "notRun: C › x", "notRun: C › y", "removed: s › z", "added: s › a",
      ])
  }

  @Test func aTestThatPassedInAClassThatMovedIsRenamed() {
    func moved(
      _ before: TestOutcome, _ after: TestOutcome, from old: String = "a.b.Book",
      to new: String = "a::c::Book"
    ) -> [String] {
      words(compare([test("x", before, className: old)], [test("x", after, className: new)]))
    }
    #expect(moved(.passed, .passed) == ["renamed: a::c::Book › x"])
    #expect(moved(.passed, .failed) == ["addedFailing: a::c::Book › x", "notRun: a.b.Book › x"])
    #expect(moved(.failed, .passed) == ["notRun: a.b.Book › x", "added: a::c::Book › x"])
    #expect(
      moved(.passed, .passed, to: "a.b.Page") == ["notRun: a.b.Book › x", "added: a.b.Page › x"])
    let ambiguous = compare(
      [test("x", .passed)],
      [test("x", .passed, className: "a.C"), test("x", .passed, className: "b.C")])
    #expect(words(ambiguous) == ["notRun: C › x", "added: a.C › x", "added: b.C › x"])
  }

  @Test func aTestThatTakesMuchLongerIsSlower() {
    func timed(_ milliseconds: Int64) -> [TestCase] {
      var test = test("x", .passed)
      test.duration = Picoseconds(milliseconds * 1_000_000_000)
      return [test]
    }
    #expect(words(compare(timed(1000), timed(1500))) == [])
    #expect(words(compare(timed(1000), timed(1501))) == ["slower: C › x"])
    #expect(words(compare(timed(10_000), timed(15_000))) == [])
    #expect(words(compare([test("x", .passed)], timed(15_000))) == [])
  }

  @Test func pairsByClassAndNameIfOnlyOneSideNeedsTheSuite() {
    let result = compare(
      [test("x", .failed), test("y", .passed)],
      [test("x", .failed, suite: "s1"), test("y", .passed, suite: "s1")])
    #expect(words(result) == ["stillFailing: C › x"])
  }

  @Test func anAmbiguousSuiteIsNotGuessed() {
    let result = compare(
      [test("x", .failed)],
      [test("x", .failed, suite: "s1"), test("x", .passed, suite: "s2")])
    #expect(
      words(result) == ["addedFailing: s1 › C › x", "fixedByDeletion: C › x", "added: s2 › C › x"])
  }

  @Test func whatIsLeftOfTwoSuitesIsNotGuessed() {
    let both = [test("x", .failed, suite: "s1"), test("x", .passed, suite: "s2")]
    let result = compare(both, [test("x", .passed, suite: "s2")])
    #expect(
      words(result) == ["fixedByDeletion: s1 › C › x", "removed: s2 › C › x", "added: C › x"])
  }

  @Test func withoutAClassTheSuitesMustAgree() {
    let result = compare(
      [test("x", .passed, suite: "s1", className: "")],
      [test("x", .passed, suite: "s2", className: "")])
    #expect(words(result) == ["notRun: s1 › x", "added: s2 › x"])
  }

  @Test(arguments: 1...20)
  func orderDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let before = sample(&random)
    let after = sample(&random)
    let result = compare(before, after)
    #expect(
      compare(before.shuffled(using: &random), after.shuffled(using: &random)) == result)
    let kinds = Set(compare(after, after).changes.map(\.kind))
    #expect(kinds.isSubset(of: [.stillFailing]), "\(kinds)")
  }

  private func sample(_ random: inout SeededGenerator) -> [TestCase] {
    (0..<20).map { _ in
      test(
        "t\(Int.random(in: 1...8, using: &random))",
        TestOutcome.allCases.randomElement(using: &random) ?? .passed,
        suite: ["", "s1", "s2"].randomElement(using: &random) ?? "",
        className: ["", "C"].randomElement(using: &random) ?? "")
    }
  }
}
