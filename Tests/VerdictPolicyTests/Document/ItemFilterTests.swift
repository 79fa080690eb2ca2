import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("The where of tests and benchmarks")
struct ItemFilterTests {
  private func tests(_ outcomes: [(String, TestOutcome)]) -> EvidenceContent {
    EvidenceContent(
      tests: TestReport(
        cases: outcomes.map { name, outcome in
          let parts = name.split(separator: ".")
          return TestCase(
            suite: String(parts[0]), className: String(parts[1]), name: String(parts[2]),
            outcome: outcome, duration: nil, details: nil)
        }))
  }

  private func answer(
    _ metric: String, _ filter: String, head: [(String, TestOutcome)],
    before: [(String, TestOutcome)]? = nil
  ) throws -> Check {
    let rule = #"{ "metric": "\#(metric)", "where": { \#(filter) }, "max": 0 }"#
    return try #require(
      try checks(rule, head: tests(head), baseline: before.map(tests)).first)
  }

  /// One test before and now, and in which states it counts.
  @Test(
    arguments: [
      ("tests.failed", TestOutcome.passed, TestOutcome.failed, ["new"]),
      ("tests.failed", .flaky, .errored, ["new"]), ("tests.failed", .skipped, .failed, ["new"]),
      ("tests.failed", nil, .failed, ["new"]),
      ("tests.failed", .errored, .failed, ["known", "failed-before"]),
      ("tests.failed", .failed, .passed, []), ("tests.failed", .passed, .passed, []),
      ("tests.flaky", .passed, .flaky, ["new"]), ("tests.flaky", .flaky, .flaky, ["known"]),
      ("tests.flaky", .failed, .flaky, ["new", "failed-before"]),
      ("tests.flaky", nil, .flaky, ["new"]),
      ("tests.skipped", .passed, .skipped, ["new"]), ("tests.skipped", nil, .skipped, ["new"]),
      ("tests.skipped", .failed, .skipped, ["new", "failed-before"]),
      ("tests.skipped", .skipped, .skipped, ["known"]), ("tests.skipped", .skipped, .passed, []),
    ] as [(String, TestOutcome?, TestOutcome?, [String])])
  func states(
    metric: String, before: TestOutcome?, after: TestOutcome?, expected: [String]
  ) throws {
    let other = ("s.C.other", TestOutcome.passed)
    let head = [other] + (after.map { [("s.C.test", $0)] } ?? [])
    let old = [other] + (before.map { [("s.C.test", $0)] } ?? [])
    for state in ItemFilter.State.allCases {
      let check = try answer(metric, #""state": "\#(state.rawValue)""#, head: head, before: old)
      let counts = expected.contains(state.rawValue)
      // Only what fails can fail differently.
      let isAsked = state != .failingDifferently || metric == "tests.failed"
      #expect(
        check.status
          == (isAsked ? counts ? .violated : .satisfied : .undecided(.nothingToMeasure)),
        "\(state)")
      #expect(check.places.map(\.text) == (counts ? ["C › test"] : []))
    }
    let alone = try answer(metric, #""state": "new""#, head: head)
    #expect(alone.status == .undecided(.noBaseline))
  }

  @Test(
    arguments: [
      (TestOutcome.failed, nil, true), (.passed, nil, false), (.failed, .failed, false),
    ] as [(TestOutcome, TestOutcome?, Bool)])
  func removedTests(before: TestOutcome, after: TestOutcome?, counts: Bool) throws {
    let other = ("s.C.other", TestOutcome.passed)
    let head = [other] + (after.map { [("s.C.test", $0)] } ?? [])
    let check = try answer(
      "tests.removed", #""state": "failed-before""#, head: head,
      before: [other, ("s.C.test", before)])
    #expect(check.status == (counts ? .violated : .satisfied))
    let named = try answer(
      "tests.removed", #""name": "test""#, head: [other], before: [other, ("s.C.test", before)])
    #expect(named.status == .violated)
  }

  @Test(arguments: [
    (#""name": "a*""#, CheckStatus.violated), (#""name": ["b", "c*"]"#, .satisfied),
    (#""class": "C""#, .violated), (#""class": "D""#, .satisfied),
    (#""suite": "e2e""#, .violated), (#""suite": "unit""#, .satisfied),
    (#""suite": "unit", "name": "a*""#, .undecided(.nothingToMeasure)),
    // A pattern that fits nothing, most likely mistyped, is no green.
    (#""name": "zzz*""#, .undecided(.nothingToMeasure)),
  ])
  func names(filter: String, status: CheckStatus) throws {
    let head = [("e2e.C.a1", TestOutcome.failed), ("unit.D.b", .passed), ("unit.D.c1", .skipped)]
    #expect(try answer("tests.failed", filter, head: head).status == status)
  }

  @Test func failuresOutsideOfTestsAreInEverySelection() throws {
    var head = tests([("s.C.a", .passed), ("s.D.b", .passed)])
    head.tests?.pseudoCases = [
      TestCase(
        suite: "s", className: "", name: "(suite)", outcome: .errored, duration: nil, details: nil)
    ]
    let rule = #"{ "metric": "tests.failed", "where": { "name": "a" }, "max": 0 }"#
    #expect(try checks(rule, head: head).map(\.status) == [.violated])
  }

  @Test func benchmarksAreChosenByName() throws {
    func rule(_ name: String) -> String {
      #"{ "metric": "benchmark.time", "each": "benchmark", "where": { "name": "\#(name)" }, "max": "5ms" }"#
    }
    let head = EvidenceContent.benchmark(milliseconds: 10)
    #expect(try checks(rule("order_path/*"), head: head).map(\.status) == [.violated])
    #expect(
      try checks(rule("other/*"), head: head).map(\.status) == [.undecided(.nothingToMeasure)])
  }

  @Test(arguments: [
    ("min", "83333333", CheckStatus.satisfied), ("min", "83334000", .violated),
    ("min", #""80MB""#, .violated),
  ])
  func throughputIsExact(key: String, limit: String, status: CheckStatus) throws {
    let rule =
      #"{ "metric": "benchmark.throughput", "each": "benchmark", "\#(key)": \#(limit) }"#
    let head = EvidenceContent.benchmark(milliseconds: 12, elements: 1_000_000)
    #expect(try checks(rule, head: head).map(\.status) == [status])
  }
}
