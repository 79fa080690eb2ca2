package import VerdictModel

/// What one report file says by itself, as `verdict inspect` tells it: a record of its JSON output.
///
/// Keys that do not apply are absent. A report that is damaged has both its numbers, up to the
/// damage, and `error`.
package struct Inspection: Encodable, Hashable, Sendable {
  /// The file as the user named it.
  var file: String
  /// The format's id; absent if the file could not be recognised.
  var format: String?
  var coverage: Coverage?
  var tests: Tests?
  var findings: Findings?
  var benchmarks: Benchmarks?
  /// The values by their keys, as the report has them.
  var facts: [String: String]?
  /// Absent if there are none.
  var notices: [Notice]?
  var error: Problem?

  /// Whether the file could not be read, or not to its end.
  package var isUnreadable: Bool { error != nil }

  /// How many of how many.
  struct Share: Encodable, Hashable, Sendable {
    var covered: Int
    var total: Int

    init(_ tally: Tally) {
      covered = tally.covered
      total = tally.total
    }
  }

  /// Of a coverage report.
  struct Coverage: Encodable, Hashable, Sendable {
    /// How many files the report has.
    var files: Int
    /// Lines executed of those coverable.
    var lines: Share
    /// Branch outcomes taken of those known.
    var branches: Share
    /// Like `lines`, but a line with an untaken branch is not covered.
    var strict: Share
    /// Functions called of those known.
    var functions: Share
  }

  /// Counts of test cases as the report lists them; failures without a case are not among them.
  struct Tests: Encodable, Hashable, Sendable {
    var total: Int
    /// Flaky ones included.
    var passed: Int
    var failed: Int
    var errored: Int
    var skipped: Int
    /// Passed after a failed attempt.
    var flaky: Int
  }

  /// Counts of findings by SARIF level, whether suppressed or not.
  struct Findings: Encodable, Hashable, Sendable {
    var total: Int
    var error: Int
    var warning: Int
    var note: Int
    var none: Int
    /// How many of them are suppressed.
    var suppressed: Int
  }

  /// Of a benchmark report.
  struct Benchmarks: Encodable, Hashable, Sendable {
    var total: Int
  }

  /// Something that the reader repaired, ignored or distrusts.
  struct Notice: Encodable, Hashable, Sendable {
    var message: String
    /// 1-based; absent where it belongs to the whole file.
    var line: Int?
  }

  /// Why the file could not be read, or not to its end.
  struct Problem: Encodable, Hashable, Sendable {
    /// What was found and what was expected; begins with the file inside a tree, if it is one.
    var message: String
    /// 1-based; absent where no place can be named.
    var line: Int?
    var column: Int?
    /// All of it in one line, for people.
    var words: String

    private enum CodingKeys: CodingKey {
      case message
      case line
      case column
    }

    init(_ error: ReportError) {
      message = (error.file.map { "\($0): " } ?? "") + error.problem.description
      line = error.position?.line
      column = error.position?.column
      words = error.description
    }
  }

  /// Of a report that was read, wholly or up to its damage.
  package init(file: String, report: Report) {
    self.file = file
    format = report.format
    switch report.content {
    case .coverage(let report): coverage = Coverage(report)
    case .tests(let report): tests = Tests(report)
    case .findings(let report): findings = Findings(report)
    case .benchmarks(let report): benchmarks = Benchmarks(total: report.benchmarks.count)
    case .facts(let report):
      facts = Dictionary(
        report.facts.map { ($0.key, $0.value.text) }, uniquingKeysWith: { first, _ in first })
    }
    let notices =
      report.incomplete.map { Notice(message: "incomplete: \($0)", line: nil) }
      + report.notices.map { Notice(message: $0.message, line: $0.line) }
    self.notices = notices.isEmpty ? nil : notices
    error = report.damage.map(Problem.init)
  }

  /// Of a file that could not be read.
  ///
  /// - Parameter format: The format's id if it is known; `nil` if it is not.
  package init(file: String, format: String?, error: ReportError) {
    self.file = file
    self.format = format
    self.error = Problem(error)
  }

  /// An array of records as JSON.
  package static func json(_ inspections: [Inspection]) -> String {
    JSONText.text(inspections)
  }
}

extension Inspection.Coverage {
  fileprivate init(_ report: CoverageReport) {
    files = report.files.count
    lines = Inspection.Share(report.tally(.lines))
    branches = Inspection.Share(report.tally(.branches))
    strict = Inspection.Share(report.tally(.strict))
    functions = Inspection.Share(report.tally(.functions))
  }
}

extension Inspection.Tests {
  fileprivate init(_ report: TestReport) {
    let counts = report.cases.countsByOutcome
    total = report.cases.count
    flaky = counts[.flaky, default: 0]
    passed = counts[.passed, default: 0] + flaky
    failed = counts[.failed, default: 0]
    errored = counts[.errored, default: 0]
    skipped = counts[.skipped, default: 0]
  }
}

extension Inspection.Findings {
  fileprivate init(_ report: FindingsReport) {
    let counts = report.countsByLevel
    total = report.findings.count
    error = counts[.error, default: 0]
    warning = counts[.warning, default: 0]
    note = counts[.note, default: 0]
    none = counts[.none, default: 0]
    suppressed = report.suppressedCount
  }
}
