import VerdictModel

extension Baseline {
  /// A baseline with one of everything that is kept.
  static let sample = Baseline(
    reference: BaselineReference(
      commit: "9f3c2ab1d0e4f5a6b7c8d9e0f1a2b3c4d5e6f708", distance: nil,
      saved: "2026-01-02T03:04:05Z"),
    evidence: Evidence(parts: [
      EvidencePart(
        id: "coverage",
        sources: [EvidenceSource(file: "lcov.info", format: "lcov", notices: [])],
        gaps: [],
        content: EvidenceContent(
          coverage: CoverageReport(files: [
            FileCoverage(
              path: "src/a.rs",
              lines: LineTable(
                entries: [(1, 1), (2, 1), (3, 0), (7, 0), (9, 1)].map {
                  (number: UInt32($0.0), count: UInt32($0.1))
                }),
              branches: BranchTable(
                named: [],
                counted: [
                  BranchTable.Counted(line: 2, taken: 1, known: 2),
                  BranchTable.Counted(line: 9, taken: 2, known: 2),
                ])),
            FileCoverage(path: "src/empty.rs", lines: .empty, branches: .empty),
          ]))),
      EvidencePart(
        id: "jobs",
        sources: [EvidenceSource(file: "facts.json", format: "facts", notices: [])],
        gaps: [],
        content: EvidenceContent(
          facts: FactsReport(facts: [
            Fact(key: "deployed", value: .boolean(true)),
            Fact(key: "rss", value: .number(ExactDecimal(mantissa: -123_456_789, scale: 18))),
            Fact(key: "rss", value: .text("412MiB")),
            Fact(key: "rustfmt", value: .text("success")),
          ]))),
      EvidencePart(
        id: "lint",
        sources: [EvidenceSource(file: "ruff.sarif", format: "sarif", notices: [])],
        gaps: [],
        content: EvidenceContent(
          findings: FindingsReport(
            findings: [
              Finding(
                run: ScanRun(tool: "ruff", category: "py"), rule: "F401", message: "unused",
                level: .error, severity: .high,
                location: FindingLocation(path: "a.py", line: 3, column: 8, endLine: 4),
                context: SourceContext(
                  line: 0x9f3c_2ab1_d4e5_f607, following: 0x547_03d4_cd89_5b18),
                logicalLocation: "a.f", fingerprints: ["b/v1": "2", "a/v1": "1"],
                suppression: Suppression(kind: "inSource", justification: "why")),
              Finding(
                run: ScanRun(tool: "ruff", category: ""), rule: "", message: "", level: .none,
                severity: .none, location: nil),
            ].sorted(by: Finding.canonicalOrder),
            runs: [
              ScanRun(tool: "ruff", category: ""), ScanRun(tool: "ruff", category: "py"),
            ]))),
      EvidencePart(
        id: "speed",
        sources: [EvidenceSource(file: "target/criterion", format: "criterion", notices: [])],
        gaps: [],
        content: EvidenceContent(
          benchmarks: BenchmarkReport(benchmarks: [
            Benchmark(
              id: "book/insert", name: "book/insert",
              throughput: Throughput(amount: .max, unit: "bytes"),
              statistics: BenchmarkStatistics(
                samples: 100, mean: Picoseconds(1_234_567), median: Picoseconds(1_200_000),
                fifthPercentile: Picoseconds(1_100_000), standardDeviation: Picoseconds(5))),
            Benchmark(
              id: "old", name: "old", throughput: nil,
              statistics: BenchmarkStatistics(
                samples: 0, mean: Picoseconds(1), median: Picoseconds(.max),
                fifthPercentile: nil, standardDeviation: Picoseconds(0))),
          ]))),
      EvidencePart(
        id: "tests",
        sources: [EvidenceSource(file: "unit.xml", format: "junit", notices: [])],
        gaps: [
          .missing(patterns: ["*.xml", "x"]), .empty(file: "e.xml"),
          .incomplete(reason: "the scan did not end"), .missingShards(found: 2, expected: 3),
          .stale(
            file: "s.xml",
            .olderThanCommit(
              created: Moment(seconds: 1), MeasuredCommit(id: "9f3c", time: Moment(seconds: 2)))),
          .stale(file: "t.xml", .olderThan(allowed: Age(seconds: 3), age: Age(seconds: 4))),
          .unreadable(file: "u.xml", reason: "1:1: words"),
        ],
        content: EvidenceContent(
          tests: TestReport(
            cases: [
              TestCase(
                suite: "s", className: "", name: "bare", outcome: .skipped, duration: nil,
                details: nil),
              TestCase(
                suite: "", className: "C", name: "a \"quoted\" näme", outcome: .flaky,
                duration: Picoseconds(1_500_000_000), details: nil),
            ],
            pseudoCases: [
              TestCase(
                suite: "", className: "Broken", name: "suite", outcome: .errored, duration: nil,
                details: nil)
            ]))),
    ]))
}

extension Baseline {
  /// One that has a report `x`, of one file's coverage.
  init(of file: FileCoverage) {
    self.init(
      reference: BaselineReference(commit: nil, distance: nil, saved: ""),
      evidence: Evidence(parts: [
        EvidencePart(
          id: "x", sources: [], gaps: [],
          content: EvidenceContent(coverage: CoverageReport(files: [file])))
      ]))
  }
}
