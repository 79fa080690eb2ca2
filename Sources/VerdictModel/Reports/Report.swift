/// What one report file (or one Criterion tree) says, in the words of the model.
package struct Report: Sendable {
  /// The identifier of the format that read it, such as `cobertura`.
  package var format: String
  /// Of exactly one kind; without the rest of the file if `damage` is set.
  package var content: ReportContent
  /// Why the run that wrote the report must be taken for unfinished, in words for the user, such as
  /// `run 1 of 'semgrep' says executionSuccessful: false`. Empty for a complete one.
  package var incomplete: [String]
  /// What was repaired, ignored or is distrusted in the file; empty if nothing.
  package var notices: [Notice]
  /// Set if reading stopped at damage: `content` holds what stood before it, to be shown, and never
  /// to be passed on.
  package var damage: ReportError?
  /// When the report says that it was made, of several runs the last; `nil` if it does not say.
  package var created: StatedTime?

  package init(
    format: String, content: ReportContent, incomplete: [String] = [], notices: [Notice] = [],
    damage: ReportError? = nil, created: StatedTime? = nil
  ) {
    self.format = format
    self.content = content
    self.incomplete = incomplete
    self.notices = notices
    self.damage = damage
    self.created = created
  }
}

/// The kinds of things that reports contain.
package enum ReportContent: Sendable, Hashable {
  case coverage(CoverageReport)
  case tests(TestReport)
  case findings(FindingsReport)
  case benchmarks(BenchmarkReport)
  case facts(FactsReport)

  /// The kind without the content, as formats and metrics declare it.
  package var kind: EvidenceKind {
    switch self {
    case .coverage: .coverage
    case .tests: .tests
    case .findings: .findings
    case .benchmarks: .benchmarks
    case .facts: .facts
    }
  }

  /// Whether there is nothing to judge: no coverable line, no test, no benchmark, no fact.
  ///
  /// A scan without findings is not empty: its runs say that they looked.
  package var isEmpty: Bool {
    switch self {
    case .coverage(let coverage): coverage.files.allSatisfy(\.lines.isEmpty)
    case .tests(let tests): tests.cases.isEmpty
    case .findings(let findings): findings.runs.isEmpty
    case .benchmarks(let benchmarks): benchmarks.benchmarks.isEmpty
    case .facts(let facts): facts.facts.isEmpty
    }
  }

  /// Whether two runs would hardly write the very same bytes. Those that found nothing may, and
  /// facts do, which are a word or two.
  package var isDistinctive: Bool {
    switch self {
    case .coverage, .tests, .benchmarks: !isEmpty
    case .findings(let findings): !findings.findings.isEmpty
    case .facts: false
    }
  }
}
