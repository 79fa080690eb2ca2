/// What changed since the baseline, whatever the policy asks. A kind is `nil` if either side has no
/// report of it.
package struct Comparison: Sendable, Hashable {
  /// Line coverage only, whatever measures the policy asks for.
  package var coverage: CoverageComparison?
  /// Outcomes paired by identity, failures that belong to no case included.
  package var tests: TestsComparison?
  /// All levels and severities: no filter of the policy applies.
  package var findings: FindingsComparison?
  /// Judged as the policy's rules judge them.
  package var benchmarks: BenchmarksComparison?
  /// Every key whose values differ.
  package var facts: FactsComparison?

  package init(
    coverage: CoverageComparison?, tests: TestsComparison?, findings: FindingsComparison?,
    benchmarks: BenchmarksComparison?, facts: FactsComparison? = nil
  ) {
    self.coverage = coverage
    self.tests = tests
    self.findings = findings
    self.benchmarks = benchmarks
    self.facts = facts
  }
}

/// Line coverage before and after.
package struct CoverageComparison: Sendable, Hashable {
  /// A file on both sides; at least one of them knows it.
  package struct File: Sendable, Hashable {
    /// The new one of a file that the change renamed.
    package var path: String
    /// The path before a rename; `nil` otherwise, and if it is not known what changed.
    package var oldPath: String?
    /// `nil` for a file that the baseline does not know.
    package var before: Tally?
    /// `nil` for a file that no report mentions any more.
    package var after: Tally?
    /// What became of its lines; `nil` if it is not known what changed.
    package var lines: CoverageCategories?
    /// What became of its branch outcomes; `nil` if it is not known what changed.
    package var branches: CoverageCategories?

    /// Whether the change touches the file; `nil` if it is not known what changed.
    package var isTouched: Bool?

    package init(
      path: String, oldPath: String? = nil, before: Tally?, after: Tally?,
      lines: CoverageCategories? = nil, branches: CoverageCategories? = nil, isTouched: Bool? = nil
    ) {
      self.path = path
      self.oldPath = oldPath
      self.before = before
      self.after = after
      self.lines = lines
      self.branches = branches
      self.isTouched = isTouched
    }
  }

  /// All files of the baseline together, the unchanged ones too.
  package var before: Tally
  /// All files of this run together, the unchanged ones too.
  package var after: Tally
  /// Only files whose numbers differ, or of which lines were lost, won, added or deleted; sorted by
  /// path.
  package var files: [File]
  /// What became of all lines; `nil` if it is not known what changed.
  package var lines: CoverageCategories?
  /// What became of all branch outcomes; `nil` if it is not known what changed.
  package var branches: CoverageCategories?

  package init(
    before: Tally, after: Tally, files: [File], lines: CoverageCategories? = nil,
    branches: CoverageCategories? = nil
  ) {
    self.before = before
    self.after = after
    self.files = files
    self.lines = lines
    self.branches = branches
  }
}

/// What became of benchmarks, paired by id.
package struct BenchmarksComparison: Sendable, Hashable {
  /// One benchmark; at least one of the sides has it.
  package struct Entry: Sendable, Hashable {
    /// As the baseline has it; `nil` for a new one.
    package var before: Benchmark?
    /// As this run measured it; `nil` for one that is gone.
    package var after: Benchmark?
    /// In the light of the policy's limit, or of a usual one where it has none.
    package var change: BenchmarkChange

    package init(before: Benchmark?, after: Benchmark?, change: BenchmarkChange) {
      self.before = before
      self.after = after
      self.change = change
    }
  }

  /// Sorted by id.
  package var entries: [Entry]
  /// What all of them have in common; `nil` if that is nothing.
  package var shift: BenchmarkChange?

  package init(entries: [Entry], shift: BenchmarkChange? = nil) {
    self.entries = entries
    self.shift = shift
  }
}

/// Facts before and after.
package struct FactsComparison: Sendable, Hashable {
  /// One key on both sides; the sides differ.
  package struct Change: Sendable, Hashable {
    /// Such as `pylint.score`.
    package var key: String
    /// Empty if the baseline does not have the key.
    package var before: [FactValue]
    /// Empty if this run does not have the key.
    package var after: [FactValue]

    package init(key: String, before: [FactValue], after: [FactValue]) {
      self.key = key
      self.before = before
      self.after = after
    }
  }

  /// Sorted by key.
  package var changes: [Change]

  package init(changes: [Change]) {
    self.changes = changes
  }
}
