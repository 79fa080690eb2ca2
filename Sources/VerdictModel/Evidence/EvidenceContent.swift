/// What reports said, by kind; `nil` where no report of the kind was read.
package struct EvidenceContent: Sendable, Hashable {
  /// The union of all coverage reports: each line once, counts added up.
  package var coverage: CoverageReport?
  /// Every mention of every test; `TestResults` makes one outcome of them.
  package var tests: TestReport?
  /// The findings of all runs, suppressed ones included.
  package var findings: FindingsReport?
  /// One entry a benchmark id, whichever report it came from.
  package var benchmarks: BenchmarkReport?
  /// Every fact of every report.
  package var facts: FactsReport?

  package init(
    coverage: CoverageReport? = nil, tests: TestReport? = nil, findings: FindingsReport? = nil,
    benchmarks: BenchmarkReport? = nil, facts: FactsReport? = nil
  ) {
    self.coverage = coverage
    self.tests = tests
    self.findings = findings
    self.benchmarks = benchmarks
    self.facts = facts
  }

  /// What a report says, which nobody keeps besides.
  package init(of report: consuming Report) {
    self.init()
    switch report.content {
    case .coverage(let report): coverage = report
    case .tests(let report): tests = report
    case .findings(var report):
      report.removeAbsent()
      findings = report
    case .benchmarks(let report): benchmarks = report
    case .facts(let report): facts = report
    }
  }

  /// Unites both; after `sort()` the order of merging does not show.
  package mutating func merge(_ other: Self) {
    coverage = Self.unite(coverage, other.coverage) { $0.merged(with: $1) }
    tests = Self.unite(tests, other.tests) { $0.merged(with: $1) }
    findings = Self.unite(findings, other.findings) { $0.merged(with: $1) }
    benchmarks = Self.unite(benchmarks, other.benchmarks) { $0.merged(with: $1) }
    facts = Self.unite(facts, other.facts) { $0.merged(with: $1) }
  }

  /// Puts everything that merging appended into a canonical order.
  package mutating func sort() {
    tests?.cases.sort()
    tests?.pseudoCases.sort()
    findings?.sort()
    findings?.runs.sort { ($0.tool, $0.category) < ($1.tool, $1.category) }
  }

  private static func unite<Part>(
    _ left: Part?, _ right: Part?, by merge: (Part, Part) -> Part
  ) -> Part? {
    guard let left else { return right }
    guard let right else { return left }
    return merge(left, right)
  }
}
