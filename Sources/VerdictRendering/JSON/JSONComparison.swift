import VerdictModel

/// What changed since the baseline, whatever the policy asks. A kind is absent if either side has
/// no report of it.
struct JSONComparison: Encodable {
  let coverage: Coverage?
  /// By what became of them, such as `newlyFailing`; a list for everything that can.
  let tests: [String: [Test]]?
  let findings: JSONFindings?
  let benchmarks: Benchmarks?
  let facts: Facts?

  init(_ comparison: Comparison) {
    coverage = comparison.coverage.map(Coverage.init)
    tests = comparison.tests.map { tests in
      Dictionary(
        uniqueKeysWithValues: TestChangeKind.allCases.map { kind in
          (kind.rawValue, tests.changes(kind).map(Test.init))
        })
    }
    findings = comparison.findings.map(JSONFindings.init)
    benchmarks = comparison.benchmarks.map(Benchmarks.init)
    facts = comparison.facts.map(Facts.init)
  }
}

extension JSONComparison {
  /// How many lines of how many were executed.
  struct Lines: Encodable {
    let covered: Int
    let total: Int

    init(_ tally: Tally) {
      covered = tally.covered
      total = tally.total
    }
  }

  /// Line coverage before and after.
  struct Coverage: Encodable {
    /// A file whose numbers differ.
    struct File: Encodable {
      let path: String
      /// What it was called; absent unless it was renamed.
      let oldPath: String?
      /// `false` for a file whose coverage changed by what happened elsewhere; absent if it is not
      /// known what changed.
      let touched: Bool?
      /// Absent for a file that the baseline does not know.
      let before: Lines?
      /// Absent for a file that no report mentions any more.
      let after: Lines?
      /// What became of its lines and branch outcomes, by lcov's names of categories; absent if it
      /// is not known what changed, as are categories that are empty.
      let lines: [String: Int]?
      let branches: [String: Int]?
    }

    let before: Lines
    let after: Lines
    /// Sorted by path.
    let files: [File]
    /// The sums over all files, those that are not listed among them.
    let lines: [String: Int]?
    let branches: [String: Int]?

    init(_ coverage: CoverageComparison) {
      before = Lines(coverage.before)
      after = Lines(coverage.after)
      files = coverage.files.map {
        File(
          path: $0.path, oldPath: $0.oldPath, touched: $0.isTouched,
          before: $0.before.map(Lines.init), after: $0.after.map(Lines.init),
          lines: $0.lines?.byName, branches: $0.branches?.byName)
      }
      lines = coverage.lines?.byName
      branches = coverage.branches?.byName
    }
  }

  /// A test of which something changed.
  struct Test: Encodable {
    /// Empty where class and name tell the test apart.
    let suite: String
    let className: String
    let name: String
    /// Absent if nothing tells runs of the test apart.
    let variant: String?
    /// The beginning of what it said before and says now; only of one that fails differently.
    let messageBefore: String?
    let messageAfter: String?
    /// What it was called, as people read it; only of one that is renamed.
    let labelBefore: String?
    /// In picoseconds; only of one that is slower.
    let durationBefore: Int64?
    let durationAfter: Int64?

    init(_ change: TestChange) {
      suite = change.identity.suite
      className = change.identity.className
      name = change.identity.name
      variant = change.identity.variant.isEmpty ? nil : change.identity.variant
      let failsDifferently = change.kind == .failingDifferently
      messageBefore = failsDifferently ? change.before?.details?.gist.message ?? "" : nil
      messageAfter = failsDifferently ? change.after?.details?.gist.message ?? "" : nil
      labelBefore = change.kind == .renamed ? change.before?.identity.label : nil
      durationBefore = change.kind == .slower ? change.before?.duration?.count : nil
      durationAfter = change.kind == .slower ? change.after?.duration?.count : nil
    }
  }

  /// Benchmarks before and after.
  struct Benchmarks: Encodable {
    /// One benchmark; the medians are of one iteration, in picoseconds.
    struct Entry: Encodable {
      let id: String
      let name: String
      /// Absent for a new benchmark.
      let medianBefore: Int64?
      /// Absent for a removed one.
      let medianAfter: Int64?
      /// In the light of the policy's limit, or of one of 5 % where it has none.
      let change: JSONBenchmarkChange

      init(_ entry: BenchmarksComparison.Entry) {
        id = (entry.after ?? entry.before)?.id ?? ""
        name = (entry.after ?? entry.before)?.name ?? ""
        medianBefore = entry.before?.statistics.median.count
        medianAfter = entry.after?.statistics.median.count
        change = JSONBenchmarkChange(entry.change)
      }
    }

    /// Every benchmark that both sides have, sorted by id.
    let pairs: [Entry]
    let new: [Entry]
    let removed: [Entry]
    /// What all of them have in common, in hundredths of a percent; absent if that is nothing.
    let runWide: Int?

    init(_ benchmarks: BenchmarksComparison) {
      let entries = benchmarks.entries
      pairs = entries.filter { $0.before != nil && $0.after != nil }.map(Entry.init)
      new = entries.filter { $0.before == nil }.map(Entry.init)
      removed = entries.filter { $0.after == nil }.map(Entry.init)
      runWide = benchmarks.shift.flatMap { JSONBenchmarkChange($0).runWide }
    }
  }

  /// Facts whose values differ.
  struct Facts: Encodable {
    /// One key.
    struct Entry: Encodable {
      let key: String
      /// As the report has them; more than one where files disagree, empty where it is not there.
      let before: [String]
      let after: [String]
    }

    /// Sorted by key.
    let changes: [Entry]

    init(_ facts: FactsComparison) {
      changes = facts.changes.map {
        Entry(key: $0.key, before: $0.before.map(\.text), after: $0.after.map(\.text))
      }
    }
  }
}

extension CoverageCategories {
  /// What is in each category that is not empty, by its name.
  fileprivate var byName: [String: Int] {
    let counts = CoverageCategory.allCases.map { ($0.rawValue, self[$0]) }
    return Dictionary(uniqueKeysWithValues: counts.filter { $0.1 > 0 })
  }
}
