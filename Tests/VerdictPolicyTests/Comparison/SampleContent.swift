import VerdictModel

func finding(
  _ rule: String, _ path: String? = "a.c", line: Int? = 1, message: String = "m",
  tool: String = "t", category: String = "", suppressed: Bool = false,
  level: FindingLevel = .warning, severity: FindingSeverity = .medium
) -> Finding {
  Finding(
    run: ScanRun(tool: tool, category: category), rule: rule, message: message, level: level,
    severity: severity, location: path.map { FindingLocation(path: $0, line: line) },
    suppression: suppressed ? Suppression(kind: "inSource", justification: "") : nil)
}

func findings(_ findings: [Finding]) -> FindingsReport {
  FindingsReport(
    findings: findings,
    runs: Array(Set(findings.map(\.run) + ["", "x"].map { ScanRun(tool: "t", category: $0) })))
}

func test(
  _ name: String, _ outcome: TestOutcome, suite: String = "", className: String = "C"
) -> TestCase {
  TestCase(
    suite: suite, className: className, name: name, outcome: outcome, duration: nil, details: nil)
}

func file(_ path: String, _ counts: [UInt32: UInt32]) -> FileCoverage {
  FileCoverage(
    path: path, lines: LineTable(entries: counts.map { (number: $0.key, count: $0.value) }),
    branches: .empty)
}

func benchmark(_ id: String, median: Int64 = 1000) -> Benchmark {
  Benchmark(
    id: id, name: id, throughput: nil,
    statistics: BenchmarkStatistics(
      samples: 10, mean: Picoseconds(median), median: Picoseconds(median), fifthPercentile: nil,
      standardDeviation: Picoseconds(1)))
}
