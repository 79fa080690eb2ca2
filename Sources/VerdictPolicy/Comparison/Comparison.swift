package import VerdictModel

extension Comparison {
  /// Compares everything that both sides have reports of.
  ///
  /// - Parameters:
  ///   - incomplete: Scans of `after` that are not whole.
  ///   - renames: What is known of files with another path: the new ones by the old ones.
  ///   - testTimes: What tests took in earlier runs.
  ///   - change: What happened since the version that `before` is of; `nil` if it is not known.
  ///   - history: What earlier runs measured of benchmarks.
  ///   - judged: What the policy's rules say of benchmarks.
  package init(
    before: EvidenceContent, after: EvidenceContent, incomplete: Set<ScanRun> = [],
    renames: [String: String] = [:], testTimes: [TestIdentity: [Picoseconds]] = [:],
    change: ChangeSet? = nil, history: BenchmarkHistory = .none, judged: [BenchmarkChange] = []
  ) {
    self.init(
      coverage: Self.both(before.coverage, after.coverage).map {
        CoverageComparison(before: $0.before, after: $0.after, change: change)
      },
      tests: Self.both(before.tests, after.tests).map {
        TestsComparison(before: $0.before, after: $0.after, times: testTimes)
      },
      findings: Self.both(before.findings, after.findings).map {
        FindingsComparison(
          before: $0.before, after: $0.after, incomplete: incomplete, renames: renames)
      },
      benchmarks: Self.both(before.benchmarks, after.benchmarks).map {
        BenchmarksComparison(
          before: $0.before, after: $0.after, history: history, judged: judged)
      },
      facts: Self.both(before.facts, after.facts).map(FactsComparison.init))
  }

  private static func both<Report>(
    _ before: Report?, _ after: Report?
  ) -> (before: Report, after: Report)? {
    guard let before, let after else { return nil }
    return (before, after)
  }
}
