import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Facts")
struct FactMetricsTests {
  private func facts(_ values: (String, FactValue)...) -> EvidenceContent {
    EvidenceContent(facts: FactsReport(facts: values.map { Fact(key: $0.0, value: $0.1) }))
  }

  private func decimal(_ text: String) -> FactValue {
    .number(ExactDecimal(text) ?? ExactDecimal(-1))
  }

  /// Everything but the very word is red.
  @Test(arguments: [
    FactValue.text("skipped"), .text("cancelled"), .text("Success"), .text("success "), .text(""),
    .boolean(true), .number(ExactDecimal(0)),
  ])
  func nothingElseIsSuccess(value: FactValue) throws {
    let rule = #"{ "metric": "fact", "each": "job", "equals": "success" }"#
    #expect(try checks(rule, head: facts(("job", value))).map(\.status) == [.violated])
    #expect(
      try checks(rule, head: facts(("job", .text("success")))).map(\.status) == [.satisfied])
  }

  @Test func aKeyThatNobodyWritesIsMissing() throws {
    let rule = #"{ "metric": "fact", "each": ["a", "b"], "equals": true }"#
    let answers = try checks(rule, head: facts(("a", .boolean(true))))
    #expect(answers.map(\.status) == [.satisfied, .undecided(.keyMissing)])
    #expect(answers.map(\.action) == [.info, .block])
    let mild = #"{ "metric": "fact", "each": "b", "equals": true, "missing": "warn" }"#
    #expect(try checks(mild, head: facts(("a", .boolean(true)))).map(\.action) == [.warn])
  }

  /// However mildly a policy takes a lost file, it must not hide what the others say.
  @Test func aFailureStaysOneWhateverIsMissing() throws {
    let rule = #"{ "metric": "fact", "each": "a", "equals": true, "incomplete": "warn" }"#
    let gaps = ["jobs": [EvidenceGap.missingShards(found: 1, expected: 2)]]
    let failing = try checks(rule, head: facts(("a", .boolean(false))), gaps: gaps)
    #expect(failing.map(\.status) == [.violated])
    #expect(failing.map(\.action) == [.block])
    let passing = try checks(rule, head: facts(("a", .boolean(true))), gaps: gaps)
    #expect(passing.map(\.action) == [.warn])
  }

  @Test func filesThatDisagreeAreAllHeard() throws {
    let rule = #"{ "metric": "fact", "each": "a", "equals": "success" }"#
    let head = facts(("a", .text("success")), ("a", .text("failure")))
    #expect(try checks(rule, head: head).map(\.status) == [.violated, .satisfied])
  }

  @Test(arguments: [
    (#""min": "8.0""#, FactValue.number(ExactDecimal(mantissa: 8, scale: 0)), true),
    (#""min": 8.0"#, .number(ExactDecimal(mantissa: 7_999_999_999_999_999, scale: 15)), false),
    (#""min": -1"#, .text("-1"), true), (#""max": "512MiB""#, .text("512 MiB"), true),
    (#""max": "512MiB""#, .text("536870913B"), false), (#""max": "512MiB""#, .text("537MB"), false),
    (#""max": "512MiB""#, .text("512"), false), (#""max": 512"#, .text("5MiB"), false),
    (#""max": "100ms""#, .text("0.1s"), true), (#""max": "100ms""#, .text("100001us"), false),
    (#""max": "1%""#, .text("1%"), true), (#""max": "1%""#, .text("1.01 %"), false),
    (#""max": "1%""#, .number(ExactDecimal(1)), false), (#""max": 1"#, .text("n/a"), false),
    (#""max": 1"#, .boolean(false), false), (#""max": 1"#, .text(""), false),
  ])
  func onlyNumbersInTheLimitsUnitPass(limit: String, value: FactValue, holds: Bool) throws {
    let rule = #"{ "metric": "value", "each": "a", \#(limit) }"#
    #expect(
      try checks(rule, head: facts(("a", value))).map(\.status)
        == [holds ? .satisfied : .violated])
  }

  @Test(arguments: [
    (#""maxDrop": "0.2""#, "8.05", "8.25", true), (#""maxDrop": "0.2""#, "8.0499", "8.25", false),
    (#""maxRise": "10%""#, "110", "100", true), (#""maxRise": "10%""#, "110.0001", "100", false),
    (#""maxRise": "10%""#, "-10", "-10", true), (#""maxRise": "10%""#, "-8.9", "-10", false),
    (#""maxRise": "1MiB""#, "3", "3", false),
    (#""maxRise": "5%""#, "8.333333333333335", "8.333333333333334", true),
  ])
  func changesAreExact(limit: String, now: String, before: String, holds: Bool) throws {
    let rule = #"{ "metric": "value", "each": "a", \#(limit) }"#
    let answers = try checks(
      rule, head: facts(("a", decimal(now))), baseline: facts(("a", decimal(before))))
    #expect(answers.map(\.status) == [holds ? .satisfied : .violated])
  }

  @Test func anotherUnitThanBeforeIsNoPass() throws {
    let rule = #"{ "metric": "value", "each": "a", "maxRise": "10%" }"#
    let answers = try checks(
      rule, head: facts(("a", .text("1"))), baseline: facts(("a", .text("400MiB"))))
    #expect(answers.map(\.status) == [.violated])
    #expect(answers.map(\.remarks) == [["value and limit are in different units"]])
    #expect(
      try checks(rule, head: facts(("a", .text("1")))).map(\.status) == [.undecided(.noBaseline)])
  }
}
