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

/// One outcome for each test, from reports that may mention it more than once.
package struct TestResults: Sendable {
  /// Sorted by identity.
  package private(set) var results: [TestResult]

  /// The suite is part of the identity only where a class and a name occur in more than one suite
  /// (or there is no class), so that a tool that adds a wrapper suite does not rename every test.
  /// Of several mentions the worst outcome counts: any failure is a failure. Failures that belong
  /// to no case are tests of their own here.
  package init(_ report: TestReport) {
    var mentions = report.cases
    mentions.append(contentsOf: report.pseudoCases)
    // In this order all mentions of a test stand together.
    mentions.sort()
    results = []
    results.reserveCapacity(mentions.count)
    var start = 0
    while start < mentions.count {
      var end = start + 1
      while end < mentions.count, mentions.isNamesake(end, of: start) { end += 1 }
      if end == start + 1 {
        let only = mentions[start]
        results.append(TestResult(only, suite: only.className.isEmpty ? only.suite : ""))
      } else {
        append((start..<end).map { mentions[$0] })
      }
      start = end
    }
  }

  /// Takes up several mentions of a class and a name.
  private mutating func append(_ mentions: [TestCase]) {
    let suites = mentions.map(\.suite)
    let needsSuite = mentions.first?.className.isEmpty == true || suites.first != suites.last
    for mention in mentions {
      let result = TestResult(mention, suite: needsSuite ? mention.suite : "")
      if let known = results.last, known.identity == result.identity {
        results[results.count - 1] = Self.worse(known, result)
      } else {
        results.append(result)
      }
    }
  }

  /// How many tests have one of the outcomes that are asked for, each test once.
  package func count(where isIncluded: (TestOutcome) -> Bool) -> Int {
    results.count { isIncluded($0.outcome) }
  }

  private static func worse(_ left: TestResult, _ right: TestResult) -> TestResult {
    var worst = left.outcome < right.outcome ? right : left
    if left.outcome == right.outcome,
      right.details?.message ?? "" < left.details?.message ?? ""
    {
      worst = right
    }
    worst.duration = [left.duration, right.duration].compactMap(\.self).max()
    return worst
  }
}

extension TestResult {
  /// What one mention says, in the suite by which the test is known.
  fileprivate init(_ mention: TestCase, suite: String) {
    self.init(
      identity: TestIdentity(
        suite: suite, className: mention.className, name: mention.name, variant: mention.variant),
      outcome: mention.outcome, duration: mention.duration, details: mention.details)
  }
}
