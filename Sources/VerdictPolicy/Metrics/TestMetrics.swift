import VerdictModel

extension Metric {
  /// `tests.failed`.
  static let testsFailed = tests(
    "failed", summary: "tests that failed or broke; failures outside any test count too",
    remedy: .fix, counts: \.isFailure,
    example: MetricExample(
      says: "one of three tests fails, none may",
      rule: #"{ "metric": "tests.failed", "max": 0 }"#,
      head: .tests([.passed, .passed, .failed]), answer: .violated))

  /// `tests.total`.
  static let testsTotal = tests(
    "total", summary: "tests that the reports name, skipped ones included",
    remedy: .adjust, hasPlaces: false, counts: { _ in true },
    example: MetricExample(
      says: "two tests where the baseline has three, none may go",
      rule: #"{ "metric": "tests.total", "maxDrop": "0 tests" }"#,
      head: .tests([.passed, .passed]), baseline: .tests([.passed, .passed, .passed]),
      answer: .violated))

  /// `tests.skipped`.
  static let testsSkipped = tests(
    "skipped", summary: "tests that were there and did not run",
    remedy: .adjust, counts: { $0 == .skipped },
    example: MetricExample(
      says: "one test is skipped, one may be",
      rule: #"{ "metric": "tests.skipped", "max": 1 }"#,
      head: .tests([.passed, .skipped]), answer: .satisfied))

  private static func tests(
    _ name: String, summary: String, remedy: Remedy, hasPlaces: Bool = true,
    counts: @escaping @Sendable (TestOutcome) -> Bool, example: MetricExample
  ) -> Metric {
    Metric(
      id: "tests.\(name)", summary: summary, kind: .tests, unit: .count(.tests),
      remedy: remedy, eaches: [.report], requiresEach: false, hasPaths: false, hasFilter: false, changeCap: nil,
      examples: [example],
      measure: { scope in
        guard let report = scope.content.tests else { return [] }
        let results = TestResults(report).results
        guard !results.isEmpty else { return [] }
        let counted = results.filter { counts($0.outcome) }
        let places = (hasPlaces ? counted : []).map { result in
          CheckPlace(
            path: result.details?.file, lines: .none, text: result.identity.label,
            detail: result.details?.message ?? "")
        }
        return [
          Measurement(
            item: nil, value: .count(counted.count, .tests), basis: results.count,
            places: places)
        ]
      })
  }
}
