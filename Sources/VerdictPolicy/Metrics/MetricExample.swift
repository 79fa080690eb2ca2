package import VerdictModel

/// A rule with a little evidence and the answer: documentation that is run as a test.
package struct MetricExample: Sendable {
  /// The case in one sentence fragment.
  package var says: String
  /// The rule as it stands in a policy.
  package var rule: String
  /// What the run to be judged measured.
  package var head: EvidenceContent
  /// How old its reports are; `nil` if nobody knows.
  package var age: Age?
  /// What the earlier run measured; `nil` if the rule is judged without one.
  package var baseline: EvidenceContent?
  /// The status that the rule's only check must get.
  package var answer: CheckStatus

  init(
    says: String, rule: String, head: EvidenceContent, age: Age? = nil,
    baseline: EvidenceContent? = nil, answer: CheckStatus
  ) {
    self.says = says
    self.rule = rule
    self.head = head
    self.age = age
    self.baseline = baseline
    self.answer = answer
  }
}

/// The smallest evidence of each kind, for examples.
extension EvidenceContent {
  static func lines(covered: Int, missed: Int) -> Self {
    let entries = (1...(covered + missed)).map { number in
      (number: UInt32(number), count: UInt32(number <= covered ? 1 : 0))
    }
    return Self(
      coverage: CoverageReport(files: [
        FileCoverage(path: "src/a", lines: LineTable(entries: entries), branches: .empty)
      ]))
  }

  static func branches(taken: UInt32, known: UInt32) -> Self {
    let branches = BranchTable(
      named: [], counted: [BranchTable.Counted(line: 1, taken: taken, known: known)])
    let lines = LineTable(entries: [(number: 1, count: 1)])
    return Self(
      coverage: CoverageReport(files: [
        FileCoverage(path: "src/a", lines: lines, branches: branches)
      ]))
  }

  static func functions(called: Int, known: Int) -> Self {
    let functions = (1...known).map { number in
      BranchTable.Named(line: UInt32(number), name: 0, taken: number <= called)
    }
    return Self(
      coverage: CoverageReport(files: [
        FileCoverage(
          path: "src/a", lines: .empty, branches: .empty,
          functions: BranchTable(named: functions, counted: []))
      ]))
  }

  static func tests(_ outcomes: [TestOutcome]) -> Self {
    let cases = outcomes.enumerated().map { index, outcome in
      TestCase(
        suite: "", className: "Example", name: "test\(index + 1)", outcome: outcome,
        duration: nil, details: nil)
    }
    return Self(tests: TestReport(cases: cases))
  }

  static func test(seconds: Int64, className: String = "Example") -> Self {
    let test = TestCase(
      suite: "", className: className, name: "test1", outcome: .passed,
      duration: Picoseconds(seconds * 1_000_000_000_000), details: nil)
    return Self(tests: TestReport(cases: [test]))
  }

  static func test(failing message: String) -> Self {
    let test = TestCase(
      suite: "", className: "Example", name: "test1", outcome: .failed, duration: nil,
      details: TestDetails(message: message, type: "", body: "", file: nil, line: nil))
    return Self(tests: TestReport(cases: [test]))
  }

  static func findings(_ levels: [FindingLevel], areSuppressed: Bool = false) -> Self {
    let run = ScanRun(tool: "example", category: "")
    let findings = levels.map { level in
      Finding(
        run: run, rule: "E1", message: "an example", level: level,
        severity: level == .error ? .high : .medium,
        location: FindingLocation(path: "src/a", line: 1),
        suppression: areSuppressed ? Suppression(kind: "inSource", justification: "") : nil)
    }
    return Self(findings: FindingsReport(findings: findings, runs: [run]))
  }

  static func fact(_ key: String, _ value: FactValue) -> Self {
    Self(facts: FactsReport(facts: [Fact(key: key, value: value)]))
  }

  static func benchmark(milliseconds: Int64, elements: UInt64? = nil) -> Self {
    let time = Picoseconds(milliseconds * 1_000_000_000)
    return Self(
      benchmarks: BenchmarkReport(benchmarks: [
        Benchmark(
          id: "order_path/insert", name: "order_path/insert",
          throughput: elements.map { Throughput(amount: $0, unit: "elements") },
          statistics: BenchmarkStatistics(
            samples: 100, mean: time, median: time, fifthPercentile: time,
            standardDeviation: Picoseconds(0)))
      ]))
  }
}
