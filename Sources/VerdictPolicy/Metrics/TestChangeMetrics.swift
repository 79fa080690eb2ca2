import VerdictModel

extension Metric {
  /// `tests.removed`.
  static let testsRemoved = Metric(
    id: "tests.removed", summary: "tests that the baseline has and this run has not",
    kind: .tests, unit: .count(.tests), better: .lower, remedy: .adjust, eaches: [.report],
    requiresEach: false, hasPaths: false, hasFilter: true, needsBaseline: true, changeCap: nil,
    examples: [
      MetricExample(
        says: "a test that failed is gone, which fixes nothing",
        rule: #"{ "metric": "tests.removed", "where": { "state": "failed-before" }, "max": 0 }"#,
        head: .tests([.passed]), baseline: .tests([.passed, .failed]), answer: .violated)
    ],
    measure: { scope in
      guard let pairs = scope.testPairs else { return [] }
      let removed = pairs.removed.filter {
        scope.items.state != .failedBefore || $0.outcome.isFailure
      }
      return [
        Measurement(
          item: nil, value: .count(removed.count, .tests),
          basis: pairs.countBefore, places: removed.map(\.place))
      ]
    })

  /// `tests.notrun`.
  static let testsNotRun = Metric(
    id: "tests.notrun",
    summary: "tests of the baseline whose whole class, or suite without classes, is gone",
    kind: .tests, unit: .count(.tests), better: .lower, remedy: .adjust, eaches: [.report],
    requiresEach: false, hasPaths: false, hasFilter: true, needsBaseline: true, changeCap: nil,
    examples: [
      MetricExample(
        says: "the class is there, one of its tests is gone",
        rule: #"{ "metric": "tests.notrun", "max": 0 }"#,
        head: .tests([.passed]), baseline: .tests([.passed, .passed]), answer: .satisfied),
      MetricExample(
        says: "nothing of the class is left: it crashed, or was not run",
        rule: #"{ "metric": "tests.notrun", "max": 0 }"#,
        head: .test(seconds: 1, className: "Other"), baseline: .tests([.passed, .passed]),
        answer: .violated),
    ],
    measure: { scope in
      guard let pairs = scope.testPairs else { return [] }
      let notRun = pairs.notRun.filter {
        scope.items.state != .failedBefore || $0.outcome.isFailure
      }
      return [
        Measurement(
          item: nil, value: .count(notRun.count, .tests),
          basis: pairs.countBefore, places: notRun.map(\.place))
      ]
    })

  /// `tests.slower`.
  static let testsSlower = Metric(
    id: "tests.slower",
    summary:
      "tests that passed then and now, and took 0.5 s more and half as long again, or beyond "
      + "what five earlier runs or more show",
    kind: .tests, unit: .count(.tests), better: .lower, remedy: .adjust, eaches: [.report],
    requiresEach: false, hasPaths: false, hasFilter: true, needsBaseline: true,
    changeCap: (.warn, "one run on each side warns at most"),
    examples: [
      MetricExample(
        says: "a test took 2 s, and takes 3 s: over half as long again is slower",
        rule: #"{ "metric": "tests.slower", "max": 0 }"#,
        head: .test(seconds: 3), baseline: .test(seconds: 2), answer: .satisfied),
      MetricExample(
        says: "a test took 2 s, and takes 4 s",
        rule: #"{ "metric": "tests.slower", "max": 0, "else": "warn" }"#,
        head: .test(seconds: 4), baseline: .test(seconds: 2), answer: .violated),
    ],
    measure: { scope in
      // Only what passed before is compared, whatever else is asked for.
      guard let pairs = scope.testPairs, scope.items.state == nil else { return [] }
      let timed = pairs.common.compactMap { before, after -> (TestSlowdown, TestResult)? in
        guard before.outcome == .passed, after.outcome == .passed, after.duration != nil else {
          return nil
        }
        return TestSlowdown(before, past: scope.testTimes.times(of: before.identity))
          .map { ($0, after) }
      }
      // No durations on either side say nothing, not that nothing is slower.
      guard !timed.isEmpty else { return [] }
      let slower = timed.filter { slowdown, after in after.duration.map(slowdown.isSlower) == true }
      return [
        Measurement(
          item: nil, value: .count(slower.count, .tests), basis: timed.count,
          places: slower.map(\.1.place), isByHistory: slower.allSatisfy(\.0.isByHistory))
      ]
    })
}
