import VerdictModel

extension Metric {
  /// `tests.failed`.
  static let testsFailed = tests(
    "failed", summary: "tests that failed or broke; failures outside any test count too",
    better: .lower, remedy: .fix, counts: \.isFailure,
    examples: [
      MetricExample(
        says: "one of three tests fails, none may",
        rule: #"{ "metric": "tests.failed", "max": 0 }"#,
        head: .tests([.passed, .passed, .failed]), answer: .violated),
      MetricExample(
        says: "the one test that fails did so in the baseline, no other may",
        rule: #"{ "metric": "tests.failed", "where": { "state": "new" }, "max": 0 }"#,
        head: .tests([.passed, .failed]), baseline: .tests([.passed, .failed]),
        answer: .satisfied),
      MetricExample(
        says: "the one test that failed before fails for another reason now",
        rule:
          #"{ "metric": "tests.failed", "where": { "state": "failing-differently" }, "max": 0 }"#,
        head: .test(failing: "TimeoutError: no answer after 5.2 s"),
        baseline: .test(failing: "AssertionError: 1 == 2"), answer: .violated),
      MetricExample(
        says: "the one test that failed before fails in the same way, with other numbers",
        rule:
          #"{ "metric": "tests.failed", "where": { "state": "failing-differently" }, "max": 0 }"#,
        head: .test(failing: "TimeoutError: no answer after 5.2 s"),
        baseline: .test(failing: "TimeoutError: no answer after 5.0 s"), answer: .satisfied),
    ])

  /// `tests.total`.
  static let testsTotal = tests(
    "total", summary: "tests that the reports name, skipped ones included",
    better: .higher, remedy: .adjust, hasPlaces: false, counts: { _ in true },
    examples: [
      MetricExample(
        says: "two tests where the baseline has three, none may go",
        rule: #"{ "metric": "tests.total", "maxDrop": "0 tests" }"#,
        head: .tests([.passed, .passed]), baseline: .tests([.passed, .passed, .passed]),
        answer: .violated)
    ])

  /// `tests.skipped`.
  static let testsSkipped = tests(
    "skipped", summary: "tests that were there and did not run",
    better: .lower, remedy: .adjust, counts: { $0 == .skipped },
    examples: [
      MetricExample(
        says: "one test is skipped, one may be",
        rule: #"{ "metric": "tests.skipped", "max": 1 }"#,
        head: .tests([.passed, .skipped]), answer: .satisfied),
      MetricExample(
        says: "a test that failed before is skipped, which fixes nothing",
        rule: #"{ "metric": "tests.skipped", "where": { "state": "failed-before" }, "max": 0 }"#,
        head: .tests([.passed, .skipped]), baseline: .tests([.passed, .failed]),
        answer: .violated),
    ])

  /// `tests.flaky`.
  static let testsFlaky = tests(
    "flaky", summary: "tests that passed after an attempt that failed",
    better: .lower, remedy: .fix, counts: { $0 == .flaky },
    examples: [
      MetricExample(
        says: "one test needed another attempt, none may",
        rule: #"{ "metric": "tests.flaky", "max": 0 }"#,
        head: .tests([.passed, .flaky]), answer: .violated)
    ])

  private static func tests(
    _ name: String, summary: String, better: Direction, remedy: Remedy, hasPlaces: Bool = true,
    counts: @escaping @Sendable (TestOutcome) -> Bool, examples: [MetricExample]
  ) -> Metric {
    Metric(
      id: "tests.\(name)", summary: summary, kind: .tests, unit: .count(.tests),
      better: better, remedy: remedy, eaches: [.report], requiresEach: false, hasPaths: false,
      hasFilter: true, changeCap: nil, examples: examples,
      measure: { scope in
        guard let results = scope.testResults else { return [] }
        // What does not fail cannot fail differently, whatever else is counted.
        if scope.items.state == .failingDifferently, !counts(.failed) { return [] }
        let counted =
          scope.items.state.map { scope.indices(of: results, in: $0, counts) }
          ?? results.indices(ending: counts)
        // Only what failed can be in quarantine, in whatever attempt.
        let (rest, waived) = scope.waiving(counted, placedAt: { results[$0].place }) {
          match, index in
          guard case .tests(let match) = match, results.outcome(at: index) >= .flaky,
            !counts(.passed)
          else { return false }
          return match.includes(results[index])
        }
        return [
          Measurement(
            item: nil, value: .count(rest.count, .tests), basis: results.count,
            places: (hasPlaces ? rest : []).map { results[$0].place }, waived: waived)
        ]
      })
  }

  /// `tests.duration`.
  static let testsDuration = Metric(
    id: "tests.duration",
    summary: "time that the tests took together, or each of them; all must have one",
    kind: .tests, unit: .duration, better: .lower, remedy: .adjust, eaches: [.report, .test],
    requiresEach: false, hasPaths: false, hasFilter: true,
    changeCap: (.warn, "one run on each side warns at most"),
    examples: [
      MetricExample(
        says: "the slowest test took 6 s, each may take 5",
        rule: #"{ "metric": "tests.duration", "each": "test", "max": "5s" }"#,
        head: .test(seconds: 6), answer: .violated),
      MetricExample(
        says: "no report says how long the tests took",
        rule: #"{ "metric": "tests.duration", "max": "10min" }"#,
        head: .tests([.passed]), answer: .undecided(.nothingToMeasure)),
    ],
    measure: { scope in
      // A test of which nobody knows how long it took may have been the slowest.
      guard let results = scope.testResults,
        !results.indices.contains(where: results.hasUnknownDuration)
      else { return [] }
      let timed = results.indices.compactMap { index in
        results.duration(at: index).map { (index: index, duration: $0) }
      }
      if scope.each == .test {
        return timed.map { index, duration in
          Measurement(
            item: results[index].identity.label, value: .duration(duration), basis: 1, places: [])
        }
      }
      guard !timed.isEmpty else { return [] }
      let total = timed.reduce(Int64(0)) { sum, test in
        let (next, overflow) = sum.addingReportingOverflow(test.duration.count)
        return overflow ? .max : next
      }
      return [
        Measurement(
          item: nil, value: .duration(Picoseconds(total)), basis: timed.count, places: [])
      ]
    })
}

extension Scope {
  /// The tests whose names fit; `nil` if there are none, which says nothing.
  var testResults: TestResults? {
    guard let report = content.tests.map(items.narrow) else { return nil }
    let isNarrowed = report.cases.count < content.tests?.cases.count ?? 0
    let results = TestResults(report)
    return results.isEmpty || (isNarrowed && report.cases.isEmpty) ? nil : results
  }

  /// The same tests beside those of the baseline; `nil` without either.
  var testPairs: TestPairs? {
    guard let after = content.tests.map(items.narrow), let before = baseline?.tests else {
      return nil
    }
    return TestPairs(before: TestResults(items.narrow(before)), after: TestResults(after))
  }

  /// Where the tests in a state are that count.
  fileprivate func indices(
    of results: TestResults, in state: ItemFilter.State, _ counts: (TestOutcome) -> Bool
  ) -> [Int] {
    guard let pairs = testPairs else { return [] }
    let common = pairs.common.filter { before, after in
      guard counts(after.outcome) else { return false }
      return switch state {
      case .new: !counts(before.outcome)
      case .known: counts(before.outcome)
      case .failedBefore: before.outcome.isFailure
      case .failingDifferently:
        before.outcome.isFailure && after.outcome.isFailure && after.failsDifferently(from: before)
      }
    }
    let added = state == .new ? pairs.added : []
    let identities = Set((common.map(\.after) + added).map(\.identity))
    return results.indices(ending: counts).filter { identities.contains(results[$0].identity) }
  }
}

extension TestResults {
  /// Whether the test at an index ran to its end, and no report says how long.
  fileprivate func hasUnknownDuration(at index: Int) -> Bool {
    duration(at: index) == nil && outcome(at: index) != .skipped && !outcome(at: index).isFailure
  }
}

extension TestResult {
  /// Where the test is, and what it said when it failed.
  var place: CheckPlace {
    CheckPlace(
      path: details?.file, lines: .none, text: identity.label, detail: details?.message ?? "")
  }
}
