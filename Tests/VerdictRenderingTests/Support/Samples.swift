import Testing
import VerdictModel

@testable import VerdictRendering

/// A check with as little said as possible; each test says the rest.
func makeCheck(
  _ metric: String, from: [String] = [], component: String? = nil,
  code: CheckSubject.Code = .all, filter: [String] = [], each: String? = nil, item: String? = nil,
  _ status: CheckStatus = .satisfied, _ action: Action = .info,
  limit: Limit = Limit(.max, .count(0, .tests)), value: Quantity? = nil, was: Quantity? = nil,
  places: [CheckPlace] = [], line: Int = 1, remarks: [String] = [],
  waivers: [WaiverUse] = []
) -> Check {
  Check(
    subject: CheckSubject(
      metric: metric, facts: makeFacts(metric), from: from, component: component, code: code,
      filter: filter, each: each, item: item),
    status: status, action: action, limit: limit, value: value, baselineValue: was,
    places: places, rule: SourcePosition(line: line, column: 9), remarks: remarks,
    waivers: waivers, reports: from)
}

/// What the policy would say of a metric.
private func makeFacts(_ metric: String) -> MetricFacts {
  switch metric {
  case "coverage.branches": MetricFacts(summary: "branches", unit: .branches, remedy: .cover)
  case _ where metric.hasPrefix("coverage."):
    MetricFacts(summary: "lines", unit: .lines, remedy: .cover)
  case "tests.failed": MetricFacts(summary: "failed tests", unit: .tests, remedy: .fix)
  case "findings": MetricFacts(summary: "findings", unit: .findings, remedy: .fixOrRemove)
  default: MetricFacts(summary: metric, unit: nil, remedy: .adjust)
  }
}

func makeGate(_ title: String, _ checks: [Check], reviewers: [String] = []) -> GateResult {
  GateResult(
    id: title.lowercased(), title: title, action: checks.map(\.action).max() ?? .info,
    reviewers: reviewers, checks: checks)
}

func makeVerdict(
  _ gates: [GateResult], baseline: BaselineReference? = nil, comparison: Comparison? = nil,
  change: ChangeSummary? = nil, evidence: [EvidenceSummary] = [], notices: [Notice] = []
) -> Verdict {
  Verdict(
    outcome: Outcome(gates.map(\.action).max() ?? .info), policy: "policy.json", stage: "merge",
    baseline: baseline, gates: gates, comparison: comparison, change: change, evidence: evidence,
    notices: notices)
}

func makeDocument(_ verdict: Verdict) -> VerdictDocument {
  VerdictDocument(verdict, version: "1.0.0", generated: "2025-01-02T03:04:05Z")
}

func render(
  _ id: String, _ verdict: Verdict, width: Int = 120, color: Bool = false
) throws -> String {
  try renderer(id).render(
    makeDocument(verdict), RenderOptions(width: width, color: color))
}

func percent(_ text: String) -> Limit.Amount { .percent(ExactDecimal(text) ?? ExactDecimal(0)) }
func points(_ text: String) -> Limit.Amount { .points(ExactDecimal(text) ?? ExactDecimal(0)) }
func share(_ covered: Int, _ total: Int) -> Quantity {
  .share(Tally(covered: covered, total: total))
}
func nanoseconds(_ count: Int64) -> Picoseconds { Picoseconds(count * 1000) }
func microseconds(_ count: Int64) -> Picoseconds { Picoseconds(count * 1_000_000) }

func makeBenchmark(_ id: String, median: Picoseconds) -> Benchmark {
  Benchmark(
    id: id, name: id, throughput: nil,
    statistics: BenchmarkStatistics(
      samples: 100, mean: median, median: median, fifthPercentile: median,
      standardDeviation: Picoseconds(0)))
}

func makeFinding(
  _ rule: String, _ message: String, at path: String? = nil, line: Int? = nil
) -> Finding {
  Finding(
    run: ScanRun(tool: "scan", category: ""), rule: rule, message: message, level: .error,
    severity: .high, location: path.map { FindingLocation(path: $0, line: line) })
}

let sampleBaseline = BaselineReference(
  commit: "9f3c2ab1d4e5f60718293a4b5c6d7e8f90a1b2c3", distance: 3, saved: "2025-01-01T00:00:00Z")

/// A verdict with something of everything: it blocks, waits for a review, warns, holds and does not
/// know.
let sampleVerdict = makeVerdict(
  [
    makeGate(
      "Gate 1: code quality",
      [
        makeCheck(
          "tests.failed", limit: Limit(.max, .count(0, .tests)), value: .count(0, .tests),
          was: .count(0, .tests)),
        makeCheck(
          "findings", from: ["lint"], limit: Limit(.max, .count(0, .findings)),
          value: .count(0, .findings)),
      ]),
    makeGate(
      "Gate 2: test coverage",
      [
        makeCheck(
          "coverage.lines", limit: Limit(.min, percent("80")), value: share(3102, 3820),
          was: share(3114, 3820)),
        makeCheck(
          "coverage.lines", component: "critical", each: "file", item: "src/orders/book.rs",
          .violated, .review, limit: Limit(.min, percent("100")), value: share(76, 78),
          places: [
            CheckPlace(path: "src/orders/book.rs", lines: LineRanges([88, 91]), text: "")
          ], line: 34),
        makeCheck(
          "coverage.lines", component: "critical", each: "file", item: "src/orders/id.rs",
          limit: Limit(.min, percent("100")), value: share(10, 10)),
        makeCheck(
          "coverage.lines", code: .newCode, .violated, .warn, limit: Limit(.min, percent("80")),
          value: share(15, 21),
          places: [
            CheckPlace(
              path: "src/risk/limits.rs", lines: LineRanges(ranges: [40...44, 61...61]), text: "")
          ]),
        makeCheck(
          "coverage.branches", from: ["unit"],
          .undecided(.gap(report: "unit", gaps: [.missingShards(found: 2, expected: 3)])), .warn,
          limit: Limit(.min, percent("60"))),
      ], reviewers: ["team:qa"]),
    makeGate(
      "Gate 3: security",
      [
        makeCheck(
          "findings", from: ["images"], filter: ["high and above"], .violated, .block,
          limit: Limit(.max, .count(0, .findings)), value: .count(1, .findings),
          places: [
            CheckPlace(path: "Cargo.lock", lines: .none, text: "CVE-2025-1234 in h2 0.3.26")
          ], remarks: ["new"])
      ]),
    makeGate(
      "Gate 4: performance",
      [
        makeCheck(
          "benchmark.time", each: "benchmark", item: "order_path/insert", .violated, .warn,
          limit: Limit(.maxRise, percent("5")), value: .duration(nanoseconds(13_282)),
          was: .duration(nanoseconds(12_300)), remarks: ["single pair of runs"]),
        makeCheck(
          "benchmark.time", each: "benchmark", item: "order_path/cancel",
          limit: Limit(.maxRise, percent("5")), value: .duration(nanoseconds(400)),
          was: .duration(nanoseconds(401))),
      ]),
  ],
  baseline: sampleBaseline,
  comparison: Comparison(
    coverage: CoverageComparison(
      before: Tally(covered: 3114, total: 3820), after: Tally(covered: 3102, total: 3820),
      files: [
        CoverageComparison.File(
          path: "src/orders/book.rs", before: Tally(covered: 77, total: 78),
          after: Tally(covered: 76, total: 78)),
        CoverageComparison.File(
          path: "src/risk/limits.rs", before: Tally(covered: 40, total: 40),
          after: Tally(covered: 55, total: 61)),
      ]),
    tests: TestsComparison(changes: [
      TestChange(
        .fixed, before: nil,
        after: TestResult(
          identity: TestIdentity(suite: "", className: "BookTests", name: "cancels"),
          outcome: .passed, duration: nil, details: nil))
    ]),
    findings: FindingsComparison(
      changes: [
        FindingChange(
          .new, makeFinding("CVE-2025-1234", "h2 0.3.26", at: "Cargo.lock"), reason: .unmatched)
      ], unchanged: [.anchor: 4]),
    benchmarks: BenchmarksComparison(
      entries: [
        makeComparison("order_path/insert", .regressed, from: 12_300, to: 13_282)
      ])),
  change: ChangeSummary(
    origin: "merge base 9f3c2ab1 of main", files: 3, addedLines: 21,
    filesWithoutData: ["src/risk/new.rs"]),
  evidence: [
    EvidenceSummary(
      id: "images",
      sources: [
        EvidenceSource(
          file: "images.sarif", format: "sarif",
          notices: [Notice("2 paths could not be resolved", line: 12)])
      ], gaps: []),
    EvidenceSummary(
      id: "unit",
      sources: [EvidenceSource(file: "reports/unit/1.xml", format: "junit", notices: [])],
      gaps: [.missingShards(found: 2, expected: 3)]),
  ],
  notices: [Notice("3 paths could not be resolved")])

/// A benchmark that one pair of runs tells of, in nanoseconds.
func makeComparison(
  _ id: String, _ answer: BenchmarkChange.Answer, from before: Int64, to after: Int64
) -> BenchmarksComparison.Entry {
  let change = Fraction(Int128(after - before) * 100, over: Int128(before)) ?? .zero
  return BenchmarksComparison.Entry(
    before: makeBenchmark(id, median: nanoseconds(before)),
    after: makeBenchmark(id, median: nanoseconds(after)),
    change: BenchmarkChange(
      answer,
      BenchmarkChange.Estimate(
        tier: .pair, before: nanoseconds(before), after: nanoseconds(after), change: change,
        interval: Fraction(-2)...Fraction(9), detectable: Fraction(7)),
      of: id))
}

/// The renderer registered under a name.
func renderer(_ id: String) throws -> Renderer {
  try #require(Renderers.all.first { $0.id == id })
}
