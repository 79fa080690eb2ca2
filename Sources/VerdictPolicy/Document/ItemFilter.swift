package import VerdictModel

/// The `where` of a rule on tests or benchmarks: all conditions must hold.
package struct ItemFilter: Sendable, Hashable {
  /// What a test's outcome is beside the baseline's.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Not counted in the baseline, or not there at all.
    case new
    /// Counted in the baseline too.
    case known
    /// Failing in the baseline.
    case failedBefore = "failed-before"
    /// Failing now and in the baseline, and says something else about it.
    case failingDifferently = "failing-differently"
  }

  /// Patterns for the name of the test or benchmark; empty for all.
  package var names: [Glob] = []
  /// Patterns for the test's class; empty for all.
  package var classes: [Glob] = []
  /// Patterns for the path of the test's suites, joined by ` › `; empty for all.
  package var suites: [Glob] = []
  /// `nil` for all; anything else takes a baseline to tell.
  package var state: State?

  /// No condition.
  package static let all = ItemFilter()

  /// The keys that a kind of evidence knows.
  static func keys(of kind: EvidenceKind) -> [String] {
    kind == .tests ? ["name", "class", "suite", "state"] : ["name"]
  }

  init(reading object: PolicyObject) {
    names = object.globs("name")
    classes = object.globs("class")
    suites = object.globs("suite")
    state = object.name("state", of: "state", among: State.allCases.map(\.rawValue))
      .flatMap(State.init)
  }

  private init() {}

  /// The conditions in words, for outputs.
  package var words: [String] {
    [
      state?.words, Self.words("", names), Self.words("class ", classes),
      Self.words("suite ", suites),
    ].compactMap(\.self)
  }

  private static func words(_ what: String, _ globs: [Glob]) -> String? {
    globs.isEmpty ? nil : what + globs.map(\.pattern).joined(separator: " or ")
  }

  /// The tests whose names fit. Failures that belong to no test stay: nobody can say which they
  /// would have been.
  func narrow(_ report: TestReport) -> TestReport {
    guard !names.isEmpty || !classes.isEmpty || !suites.isEmpty else { return report }
    return TestReport(
      cases: TestTable(
        report.cases.lazy.filter { test in
          names.allowing(test.name) && classes.allowing(test.className)
            && suites.allowing(test.suite)
        }), pseudoCases: report.pseudoCases)
  }
}

extension ItemFilter.State {
  fileprivate var words: String {
    switch self {
    case .new: "new"
    case .known: "known"
    case .failedBefore: "failed before"
    case .failingDifferently: "failing differently"
    }
  }
}

extension [Glob] {
  /// Whether any pattern fits, or there is none.
  func allowing(_ text: String) -> Bool {
    isEmpty || contains { $0.matches(text) }
  }
}
