import Testing
import VerdictModel

@Suite("Test results")
struct TestResultsTests {
  static func mention(
    _ name: String, _ outcome: TestOutcome, suite: String = "s", className: String = "C",
    seconds: Double? = nil
  ) -> TestCase {
    TestCase(
      suite: suite, className: className, name: name, outcome: outcome,
      duration: seconds.flatMap { Picoseconds(seconds: $0) }, details: nil)
  }

  @Test(
    "of several mentions the worst counts",
    arguments: [
      ([TestOutcome.passed, .failed], TestOutcome.failed), ([.failed, .passed], .failed),
      ([.skipped, .passed], .passed), ([.skipped, .skipped], .skipped),
      ([.failed, .errored], .errored), ([.passed, .flaky], .flaky),
    ])
  func worst(mentions: [TestOutcome], outcome: TestOutcome) {
    let results = TestResults(TestReport(cases: mentions.map { Self.mention("t", $0) }))
    #expect(results.map(\.outcome) == [outcome])
  }

  @Test("the suite tells tests apart only where class and name do not")
  func identity() {
    let results = TestResults(
      TestReport(cases: [
        Self.mention("same", .passed, suite: "a"), Self.mention("same", .failed, suite: "b"),
        Self.mention("other", .passed, suite: "a"),
        Self.mention("bare", .passed, suite: "a", className: ""),
      ]))
    #expect(
      results.map(\.identity.label) == [
        "a › bare", "C › other", "a › C › same", "b › C › same",
      ])
  }

  @Test("a failure outside any test is a failing test")
  func pseudo() {
    let results = TestResults(
      TestReport(
        cases: [Self.mention("t", .passed)], pseudoCases: [Self.mention("(suite)", .errored)]))
    #expect(results.count { $0.outcome.isFailure } == 1)
  }
}
