import VerdictModel

/// What a draft asks of one kind of evidence. To add one, write a `static let x` below and a line in
/// `DraftGate.all`.
struct DraftGate: Sendable {
  let kind: EvidenceKind
  let id: String
  let title: String
  /// The rules for reports of these ids, of which there is at least one.
  let makeRules: @Sendable (_ reports: [String]) -> [DraftRule]
  /// Rules that ask for more than reports, and are left to the author: what they need, and how they
  /// are written.
  let suggestions: [(rule: String, needs: String)]

  /// In the order in which they are written.
  static let all: [DraftGate] = [.tests, .coverage, .findings, .benchmarks]

  func rules(_ reports: [String]) -> [DraftRule] { reports.isEmpty ? [] : makeRules(reports) }

  private static let tests = DraftGate(
    kind: .tests, id: "tests", title: "Tests",
    makeRules: { _ in [DraftRule(.testsFailed, .max), DraftRule(.testsTotal, .min)] },
    suggestions: [
      (
        #"{ "metric": "tests.skipped", "where": { "state": "failed-before" }, "max": 0 }"#,
        needsBaseline
      )
    ])

  private static let coverage = DraftGate(
    kind: .coverage, id: "coverage", title: "Test coverage",
    makeRules: { _ in [DraftRule(.coverageLines, .min), DraftRule(.coverageBranches, .min)] },
    suggestions: [
      (
        #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%", "ignoreBelow": 20 }"#,
        "verdict check --base"
      ),
      (#"{ "metric": "coverage.lines", "maxDrop": "2pp" }"#, needsBaseline),
    ])

  /// Every tool has a rule of its own: what one finds says nothing of what the others do.
  private static let findings = DraftGate(
    kind: .findings, id: "findings", title: "Findings",
    makeRules: { reports in
      reports.map {
        DraftRule(.findings, .max, from: $0, where: #"{ "severity": "high+" }"#)
      }
    },
    suggestions: [
      (#"{ "metric": "findings", "where": { "state": "new" }, "max": 0 }"#, needsBaseline)
    ])

  private static let benchmarks = DraftGate(
    kind: .benchmarks, id: "benchmarks", title: "Benchmarks",
    makeRules: { _ in [DraftRule(.benchmarkCount, .min)] },
    suggestions: [
      (
        #"{ "metric": "benchmark.time", "each": "benchmark", "maxRise": "10%", "else": "warn" }"#,
        needsBaseline
      )
    ])

  private static let needsBaseline = "verdict baseline save"
}
