/// What makes two mentions of a test the same test.
package struct TestIdentity: Hashable, Sendable, Comparable {
  /// The path of the enclosing suites; empty where class and name tell the test apart.
  package var suite: String
  /// As the report has it; may be empty.
  package var className: String
  /// The test within its class, parameters included where the report writes them.
  package var name: String
  /// Which of several runs of the same test it is; mostly empty.
  package var variant: String

  package init(suite: String, className: String, name: String, variant: String = "") {
    self.suite = suite
    self.className = className
    self.name = name
    self.variant = variant
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.className, left.variant, left.name, left.suite)
      < (right.className, right.variant, right.name, right.suite)
  }

  /// The name for people: suite, class, name and variant, as far as they are there.
  package var label: String {
    let test = [suite, className, name].filter { !$0.isEmpty }.joined(separator: " › ")
    return variant.isEmpty ? test : "\(test) [\(variant)]"
  }
}

/// One test with one outcome.
package struct TestResult: Hashable, Sendable {
  /// Unique among the results of a run.
  package var identity: TestIdentity
  /// The worst of all mentions.
  package var outcome: TestOutcome
  /// The longest of the mentions that give one.
  package var duration: Picoseconds?
  /// Those of the mention that gave the outcome; `nil` if it has none.
  package var details: TestDetails?

  package init(
    identity: TestIdentity, outcome: TestOutcome, duration: Picoseconds?, details: TestDetails?
  ) {
    self.identity = identity
    self.outcome = outcome
    self.duration = duration
    self.details = details
  }
}

/// One outcome for each test, from reports that may mention it more than once. Sorted by identity.
///
/// A list that makes a `TestResult` of an entry when asked for it: most are only counted.
package struct TestResults: Sendable {
  private var tests: TestTable

  /// The suite is part of the identity only where a class and a name occur in more than one suite
  /// (or there is no class), so that a tool that adds a wrapper suite does not rename every test.
  /// Of several mentions the worst outcome counts: any failure is a failure. Failures that belong
  /// to no case are tests of their own here.
  package init(_ report: TestReport) {
    tests = report.cases
    tests.append(contentsOf: report.pseudoCases)
    // In this order all mentions of a test stand together.
    tests.sort()
    tests.unite()
  }

  /// Where the tests are that ended in one of the ways that are asked for.
  package func indices(ending isIncluded: (TestOutcome) -> Bool) -> [Int] {
    indices.filter { isIncluded(tests.outcome(at: $0)) }
  }

  /// How the test at an index ended.
  package func outcome(at index: Int) -> TestOutcome { tests.outcome(at: index) }

  /// How long the test at an index took; `nil` if no report says.
  package func duration(at index: Int) -> Picoseconds? { tests.duration(at: index) }
}

extension TestResults: RandomAccessCollection {
  /// Always 0.
  package var startIndex: Int { 0 }

  /// How many tests there are.
  package var endIndex: Int { tests.endIndex }

  /// The test at an index, counted from 0.
  package subscript(index: Int) -> TestResult {
    let test = tests[index]
    return TestResult(
      identity: TestIdentity(
        suite: test.suite, className: test.className, name: test.name, variant: test.variant),
      outcome: test.outcome, duration: test.duration, details: test.details)
  }
}
