import TestSupport
import Testing
import VerdictModel
import VerdictPolicy

@Suite struct TestsComparisonTests {
  private func compare(_ before: [TestCase], _ after: [TestCase]) -> TestsComparison {
    TestsComparison(before: TestReport(cases: before), after: TestReport(cases: after))
  }

  private func identity(_ name: String, suite: String = "") -> TestIdentity {
    TestIdentity(suite: suite, className: "C", name: name)
  }

  private static let nothing = TestsComparison(
    newlyFailing: [], stillFailing: [], fixed: [], newlySkipped: [], added: [], removed: [])

  /// Every pair of outcomes, `nil` for a test that is not there.
  @Test(arguments: [TestOutcome.skipped, .passed, .flaky, .failed, .errored, nil])
  func putsEveryPairOfOutcomesInItsList(before: TestOutcome?) {
    for after in [TestOutcome.skipped, .passed, .flaky, .failed, .errored, nil] {
      let result = compare(
        before.map { [test("x", $0)] } ?? [], after.map { [test("x", $0)] } ?? [])
      var expected = Self.nothing
      let it = [identity("x")]
      switch (before, after) {
      case (nil, nil): break
      case (_, nil): expected.removed = it
      case (.failed, .failed), (.failed, .errored), (.errored, .failed), (.errored, .errored):
        expected.stillFailing = it
      case (_, .failed), (_, .errored): expected.newlyFailing = it
      case (nil, _): expected.added = it
      case (.skipped, .skipped): break
      case (_, .skipped): expected.newlySkipped = it
      case (.failed, _), (.errored, _): expected.fixed = it
      default: break
      }
      #expect(result == expected, "\(String(describing: before)) to \(String(describing: after))")
    }
  }

  @Test func pairsByClassAndNameIfOnlyOneSideNeedsTheSuite() {
    let result = compare(
      [test("x", .failed), test("y", .passed)],
      [test("x", .failed, suite: "s1"), test("y", .passed, suite: "s1")])
    #expect(result.stillFailing == [identity("x")])
    #expect(result.added.isEmpty && result.removed.isEmpty)
  }

  @Test func anAmbiguousSuiteIsNotGuessed() {
    let result = compare(
      [test("x", .failed)],
      [test("x", .failed, suite: "s1"), test("x", .passed, suite: "s2")])
    #expect(result.newlyFailing == [identity("x", suite: "s1")])
    #expect(result.added == [identity("x", suite: "s2")])
    #expect(result.removed == [identity("x")])
  }

  @Test func whatIsLeftOfTwoSuitesIsNotGuessed() {
    let both = [test("x", .failed, suite: "s1"), test("x", .passed, suite: "s2")]
    let result = compare(both, [test("x", .passed, suite: "s2")])
    #expect(result.newlyFailing.isEmpty && result.fixed.isEmpty)
    #expect(result.added == [identity("x")])
    #expect(result.removed == [identity("x", suite: "s1"), identity("x", suite: "s2")])
  }

  @Test func withoutAClassTheSuitesMustAgree() {
    let result = compare(
      [test("x", .passed, suite: "s1", className: "")],
      [test("x", .passed, suite: "s2", className: "")])
    #expect(result.added.count == 1)
    #expect(result.removed.count == 1)
  }

  @Test(arguments: 1...20)
  func orderDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let before = sample(&random)
    let after = sample(&random)
    let result = compare(before, after)
    #expect(
      compare(before.shuffled(using: &random), after.shuffled(using: &random)) == result)
    let same = compare(after, after)
    #expect(same.newlyFailing.isEmpty && same.added.isEmpty && same.removed.isEmpty)
    #expect(same.fixed.isEmpty && same.newlySkipped.isEmpty)
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
