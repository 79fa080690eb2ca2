package import VerdictModel

extension Comparison {
  /// Compares everything that both sides have reports of.
  package init(before: EvidenceContent, after: EvidenceContent) {
    self.init(
      coverage: Self.both(before.coverage, after.coverage).map(CoverageComparison.init),
      tests: Self.both(before.tests, after.tests).map(TestsComparison.init),
      findings: Self.both(before.findings, after.findings).map(FindingsComparison.init),
      benchmarks: Self.both(before.benchmarks, after.benchmarks).map(BenchmarksComparison.init),
      facts: Self.both(before.facts, after.facts).map(FactsComparison.init))
  }

  private static func both<Report>(
    _ before: Report?, _ after: Report?
  ) -> (before: Report, after: Report)? {
    guard let before, let after else { return nil }
    return (before, after)
  }
}
