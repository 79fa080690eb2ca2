/// The test cases of one report, or of several: one entry for each time a report mentions a test.
package struct TestReport: Hashable, Sendable {
  /// In the report's order.
  package var cases: TestTable
  /// Failures that belong to no test case (a suite that broke, a header that claims failures which
  /// no case shows). They count as failing tests when judged, and are not part of `cases`.
  package var pseudoCases: TestTable

  package init(cases: TestTable, pseudoCases: TestTable) {
    self.cases = cases
    self.pseudoCases = pseudoCases
  }

  package init(cases: [TestCase], pseudoCases: [TestCase] = []) {
    self.init(cases: TestTable(cases), pseudoCases: TestTable(pseudoCases))
  }

  /// Not a single test, which is a gap and no success.
  package static let empty = TestReport(cases: [])

  /// The mentions of both, one after the other; `TestResults` unites them.
  package func merged(with other: Self) -> Self {
    var merged = self
    merged.cases.append(contentsOf: other.cases)
    merged.pseudoCases.append(contentsOf: other.pseudoCases)
    return merged
  }
}

/// How a test ended. Ordered from best to worst: when a test is reported more than once, the worst
/// counts.
package enum TestOutcome: Int, Hashable, Sendable, Comparable, CaseIterable {
  case skipped
  case passed
  /// Passed, after an attempt that the report itself calls a failure (`flakyFailure`).
  case flaky
  case failed
  case errored

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Whether the outcome is a failure of either kind.
  package var isFailure: Bool { self >= .failed }

  /// The word used in outputs and in the baseline.
  package var name: String { String(describing: self) }
}

/// One mention of a test in a report.
package struct TestCase: Hashable, Sendable {
  /// The names of the enclosing suites, outermost first, joined by ` › `; may be empty.
  package var suite: String
  /// May be empty.
  package var className: String
  /// The test within its class; a word in parentheses for a pseudo case, such as `(totals)`.
  package var name: String
  /// Which of several runs of the same test it is, such as a browser's name; mostly empty.
  package var variant: String
  /// Of this mention alone; another one may be worse.
  package var outcome: TestOutcome
  /// `nil` if the report has no duration or one that is not a number.
  package var duration: Picoseconds?
  /// Only for cases that did not simply pass.
  package var details: TestDetails?

  package init(
    suite: String, className: String, name: String, variant: String = "", outcome: TestOutcome,
    duration: Picoseconds?, details: TestDetails?
  ) {
    self.suite = suite
    self.className = className
    self.name = name
    self.variant = variant
    self.outcome = outcome
    self.duration = duration
    self.details = details
  }
}

/// What a report says about a test that failed, was skipped or needed another attempt.
package final class TestDetails: Hashable, Sendable {
  /// The `message` attribute, or the body's first line.
  package let message: String
  /// The `type` attribute; may be empty.
  package let type: String
  /// The body's text, at most its first and last 4 KiB.
  package let body: String
  /// The source file as the report has it; `nil` if it does not say.
  package let file: String?
  /// As the report has it: producers disagree whether it is 0- or 1-based.
  package let line: Int?

  package init(message: String, type: String, body: String, file: String?, line: Int?) {
    self.message = message
    self.type = type
    self.body = body
    self.file = file
    self.line = line
  }

  /// The same in another file.
  package func inFile(_ file: String) -> TestDetails {
    TestDetails(message: message, type: type, body: body, file: file, line: line)
  }

  /// What is kept of a failure for later runs: the beginning of the message's first line, and of the
  /// type.
  package var gist: TestDetails {
    let line = message.prefix { !$0.isNewline }
    return TestDetails(
      message: line.beginning, type: type[...].beginning, body: "", file: nil, line: nil)
  }

  package static func == (left: TestDetails, right: TestDetails) -> Bool {
    (left.message, left.type, left.body, left.file, left.line)
      == (right.message, right.type, right.body, right.file, right.line)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(message)
    hasher.combine(type)
    hasher.combine(body)
  }
}

extension Substring {
  /// At most 256 bytes, of whole characters.
  fileprivate var beginning: String {
    var size = 0
    return String(
      prefix { character in
        size += character.utf8.count
        return size <= 256
      })
  }
}
