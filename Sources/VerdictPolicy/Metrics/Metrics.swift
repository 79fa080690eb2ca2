/// The catalogue: every metric that a policy can ask for.
package enum Metrics {
  /// In the order of help and tables.
  package static let all: [Metric] = [
    .coverageLines,
    .coverageBranches,
    .coverageStrict,
    .coverageFunctions,
    .testsFailed,
    .testsTotal,
    .testsSkipped,
    .testsFlaky,
    .testsRemoved,
    .testsNotRun,
    .testsSlower,
    .testsDuration,
    .findings,
    .benchmarkTime,
    .benchmarkThroughput,
    .benchmarkCount,
    .reportAge,
    .fact,
    .value,
  ]

  /// The metric that a policy calls so; `nil` if the catalogue has none.
  package static func named(_ id: String) -> Metric? {
    all.first { $0.id == id }
  }
}
