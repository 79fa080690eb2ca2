import VerdictModel

/// What changed since the baseline in one kind of evidence.
struct ComparisonSection: Hashable, Sendable {
  /// The kind of evidence: `coverage`, `tests` and so on.
  var title: String
  /// `81.51 % → 81.20 % (−0.31 pp)`; `1 newly failing, 2 fixed`.
  var summary: String
  /// Only lists with entries.
  var lists: [ComparisonList]

  init(title: String, summary: String, lists: [ComparisonList]) {
    self.title = title
    self.summary = summary
    self.lists = lists.filter { !$0.entries.isEmpty }
  }

  /// `1 new, 2 fixed`, without what there is none of.
  static func counts(_ counts: [(Int, String)]) -> String {
    counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// One section for each kind with a change, in the order of `EvidenceKind`.
  ///
  /// - Parameter withNoise: Whether to tell of benchmarks that may have changed or not, where no rule
  ///   does.
  static func sections(_ comparison: Comparison, withNoise: Bool = false) -> [Self] {
    [
      comparison.coverage.flatMap(Self.init), comparison.tests.flatMap(Self.init),
      comparison.findings.flatMap(Self.init),
      comparison.benchmarks.flatMap { Self($0, withNoise: withNoise) },
      comparison.facts.flatMap(Self.init),
    ].compactMap(\.self)
  }
}

/// Things that changed in the same way.
struct ComparisonList: Hashable, Sendable {
  /// `newly failing`, `removed`; empty where the entries speak for themselves.
  var title: String
  /// Most important first; every entry.
  var entries: [ComparisonEntry]
}

/// One thing that changed.
struct ComparisonEntry: Hashable, Sendable {
  /// A file, a test, a rule with its message, a benchmark.
  var name: String
  /// How it changed, `97.44 % → 96.00 % (−1.44 pp)`; may be empty.
  var text: String
}

extension ComparisonSection {
  /// Coverage: the files that lost most first.
  fileprivate init?(_ coverage: CoverageComparison) {
    guard coverage.before != coverage.after || !coverage.files.isEmpty else { return nil }
    let files = coverage.files.sorted { $0.newlyMissed > $1.newlyMissed }
    self.init(
      title: "coverage",
      summary: Self.shares(coverage.before, coverage.after)
        + ", \(VerdictRendering.counted(files.count, "file differs", "files differ"))",
      lists: [
        ComparisonList(title: "", entries: Self.entries(files.filter { $0.isTouched != false })),
        ComparisonList(
          title: "not touched", entries: Self.entries(files.filter { $0.isTouched == false })),
        ComparisonList(title: "lines", entries: Self.categories(coverage.lines)),
        ComparisonList(title: "branches", entries: Self.categories(coverage.branches)),
      ])
  }

  /// What became of lines or branch outcomes, worst first, with lcov's names.
  private static func categories(_ categories: CoverageCategories?) -> [ComparisonEntry] {
    guard let categories, !categories.isUnchanged else { return [] }
    func counts(_ pairs: [(String, CoverageCategory)]) -> String {
      pairs.filter { categories[$0.1] > 0 }
        .map { "\(categories[$0.1]) \($0.0) (\($0.1.rawValue))" }.joined(separator: ", ")
    }
    // What stayed as it was is told beside what did not.
    let isExchanged = categories[.lostBaseline] > 0 || categories[.gainedBaseline] > 0
    let rows = [
      ("new code", counts([("uncovered", .uncoveredNew), ("covered", .gainedNew)])),
      (
        "unchanged code",
        isExchanged
          ? counts([
            ("lost", .lostBaseline), ("won", .gainedBaseline),
            ("still uncovered", .uncoveredBaseline), ("still covered", .coveredBaseline),
          ]) : ""
      ),
      (
        "measured only now",
        counts([("uncovered", .uncoveredIncluded), ("covered", .gainedIncluded)])
      ),
      (
        "not measured any more",
        counts([("covered", .excludedCovered), ("uncovered", .excludedUncovered)])
      ),
      ("deleted code", counts([("covered", .deletedCovered), ("uncovered", .deletedUncovered)])),
    ]
    return rows.filter { !$0.1.isEmpty }.map { ComparisonEntry(name: $0.0, text: $0.1) }
  }

  private static func shares(_ before: Tally, _ after: Tally) -> String {
    let change = ChangeText.change(from: .share(before), to: .share(after))
    return QuantityText.shares(before, after) + (change.map { " (\($0))" } ?? "")
  }

  private static func entries(_ files: [CoverageComparison.File]) -> [ComparisonEntry] {
    files.map { file in
      ComparisonEntry(
        name: file.path,
        text: [file.oldPath.map { "was \($0)" }, change(of: file)].compactMap(\.self)
          .joined(separator: ", "))
    }
  }

  private static func change(of file: CoverageComparison.File) -> String? {
    switch (file.before, file.after) {
    case (let before?, let after?) where before == after:
      // Other lines than before, as many.
      [QuantityText.full(.share(after)), file.lines.flatMap(exchanged) ?? "as before"]
        .joined(separator: ", ")
    case (let before?, let after?):
      shares(before, after)
        + (Fraction(percentOf: before) == Fraction(percentOf: after)
          ? ", \(before.covered) of \(before.total) → \(after.covered) of \(after.total)" : "")
    case (nil, let after?): "new, \(QuantityText.full(.share(after)))"
    case (let before?, nil): "no longer reported, was \(QuantityText.full(.share(before)))"
    case (nil, nil): nil
    }
  }

  /// `3 lines lost, 3 won`; `nil` if none was.
  private static func exchanged(_ lines: CoverageCategories) -> String? {
    let (lost, won) = (lines[.lostBaseline], lines[.gainedBaseline])
    guard lost > 0 || won > 0 else { return nil }
    return "\(VerdictRendering.counted(lost, "line", "lines")) lost, \(won) won"
  }

  fileprivate init?(_ tests: TestsComparison) {
    let lists = TestChangeKind.allCases.map { ($0, tests.changes($0)) }.filter { !$0.1.isEmpty }
    guard !lists.isEmpty else { return nil }
    self.init(
      title: "tests",
      summary: Self.counts(lists.map { ($0.1.count, $0.0.words) }),
      lists: lists.map { kind, tests in
        ComparisonList(
          title: kind.words,
          entries: tests.map {
            ComparisonEntry(name: $0.identity.label, text: $0.remark ?? "")
          })
      })
  }

  fileprivate init?(_ findings: FindingsComparison) {
    let listed = findings.changes.filter(\.isWorthListing)
    guard !listed.isEmpty else { return nil }
    self.init(
      title: "findings",
      summary: Self.counts(
        FindingState.allCases.map { (findings.count($0), $0.words) }),
      lists: FindingState.allCases.map { state in
        ComparisonList(
          title: state.words, entries: listed.filter { $0.state == state }.map(Self.entry))
      })
  }

  private static func entry(_ change: FindingChange) -> ComparisonEntry {
    let finding = change.finding
    let place = [
      finding.location?.path ?? finding.logicalLocation, finding.location?.line.map { "\($0)" },
    ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return ComparisonEntry(
      name: [finding.rule, finding.message].filter { !$0.isEmpty }.joined(separator: ": "),
      text: [place, change.remark].compactMap(\.self).filter { !$0.isEmpty }
        .joined(separator: ", "))
  }

  fileprivate init?(_ facts: FactsComparison) {
    guard !facts.changes.isEmpty else { return nil }
    self.init(
      title: "facts",
      summary: VerdictRendering.counted(facts.changes.count, "differs", "differ"),
      lists: [
        ComparisonList(
          title: "",
          entries: facts.changes.map { change in
            ComparisonEntry(
              name: change.key, text: "\(Self.words(change.before)) → \(Self.words(change.after))")
          })
      ])
  }

  private static func words(_ values: [FactValue]) -> String {
    values.isEmpty
      ? "nothing" : values.map { QuantityText.word($0.text) }.joined(separator: " and ")
  }
}

extension FindingState {
  /// As lists are titled.
  var words: String { self == .newlySuppressed ? "newly suppressed" : rawValue }
}

extension FindingChange {
  /// Whether there is something to do about it or to be glad of: what moved is only counted.
  fileprivate var isWorthListing: Bool { state != .moved }

  /// What the state does not say.
  fileprivate var remark: String? {
    switch (state, reason) {
    case (.escalated, _):
      before.map { before in
        before.level < finding.level
          ? "was \(before.level.name), is \(finding.level.name)"
          : "was \(before.severity.name), is \(finding.severity.name)"
      }
    case (.unknown, .notRun): "\(finding.run.tool) did not run"
    case (.unknown, _): "the report of \(finding.run.tool) is not whole"
    default: nil
    }
  }
}

extension CoverageComparison.File {
  /// How many more lines are uncovered than before.
  fileprivate var newlyMissed: Int { (after?.missed ?? 0) - (before?.missed ?? 0) }
}

extension ComparisonList {
  /// Each entry in one line: `newly failing: Suite › test`, `src/a.rs, 98 % → 100 % (+2 pp)`.
  var lines: [String] {
    entries.map { entry in
      [title.isEmpty ? entry.name : "\(title): \(entry.name)", entry.text]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }
}
