import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Drafts of policies")
struct PolicyDraftTests {
  private static let reports = [
    PolicyDraft.Report(
      id: "coverage", files: ["a.xml", "b.info"], format: nil, kind: .coverage),
    PolicyDraft.Report(id: "unit", files: ["unit.xml"], format: "junit", kind: .tests),
    PolicyDraft.Report(id: "scan", files: ["scan.sarif"], format: "sarif", kind: .findings),
    PolicyDraft.Report(id: "ruff", files: ["ruff.sarif"], format: "sarif", kind: .findings),
    PolicyDraft.Report(
      id: "bench", files: ["target/criterion"], format: "criterion", kind: .benchmarks),
  ]

  private func read(_ text: String) throws -> Policy {
    try PolicyReader(formats: testFormats).read(Array(text.utf8))
  }

  /// A draft that holds what some evidence says.
  private func draft(_ reports: [PolicyDraft.Report], _ parts: [EvidencePart]) throws -> PolicyDraft
  {
    let blank = PolicyDraft(reports: reports)
    let verdict = evaluate(input(try read(blank.text), evidence: Evidence(parts: parts)))
    return blank.holding(verdict)
  }

  private func part(_ id: String, _ content: EvidenceContent) -> EvidencePart {
    EvidencePart(id: id, sources: [], gaps: [], content: content)
  }

  private var parts: [EvidencePart] {
    [
      part("coverage", .lines(covered: 2, missed: 1)),
      part("unit", .tests(Array(repeating: .passed, count: 40) + [.failed])),
      part("scan", .findings([.error, .warning])), part("ruff", .findings([])),
      part("bench", .benchmark(milliseconds: 12)),
    ]
  }

  @Test("ask for what holds, and say what else could be asked")
  func text() throws {
    #expect(
      try draft(Self.reports, parts).text == #"""
        // Written by `verdict policy init`: what held in these reports must go on to hold. Make the limits
        // stricter as the numbers get better. What is commented out takes a baseline, or a change.
        {
          "version": 1,

          // Declared means expected: a report that is missing, empty or cannot be read blocks.
          "reports": {
            "coverage": { "files": ["a.xml", "b.info"] },
            "unit": { "format": "junit", "files": "unit.xml" },
            "scan": { "format": "sarif", "files": "scan.sarif" },
            "ruff": { "format": "sarif", "files": "ruff.sarif" },
            "bench": { "format": "criterion", "files": "target/criterion" },
          },

          // A rule that does not hold blocks, unless it says "else": "warn", or "review".
          "gates": {
            "tests": {
              "title": "Tests",
              "rules": [
                { "metric": "tests.failed", "max": 1 },  // 1 today, and none is what it should be
                { "metric": "tests.total", "min": 39 },  // 41 today
                // { "metric": "tests.skipped", "where": { "state": "failed-before" }, "max": 0 },  // verdict baseline save
              ],
            },
            "coverage": {
              "title": "Test coverage",
              "rules": [
                { "metric": "coverage.lines", "min": "66%" },  // 2 of 3 lines
                // { "metric": "coverage.lines", "of": "new-code", "min": "80%", "ignoreBelow": 20 },  // verdict check --base
                // { "metric": "coverage.lines", "maxDrop": "2pp" },  // verdict baseline save
              ],
            },
            "findings": {
              "title": "Findings",
              "rules": [
                { "metric": "findings", "from": "scan", "where": { "severity": "high+" }, "max": 1 },  // 1 today, and none is what it should be
                { "metric": "findings", "from": "ruff", "where": { "severity": "high+" }, "max": 0 },
                // { "metric": "findings", "where": { "state": "new" }, "max": 0 },  // verdict baseline save
              ],
            },
            "benchmarks": {
              "title": "Benchmarks",
              "rules": [
                { "metric": "benchmark.count", "min": 1 },
                // { "metric": "benchmark.time", "each": "benchmark", "maxRise": "10%", "else": "warn" },  // verdict baseline save
              ],
            },
          },
        }

        """#)
  }

  @Test("judge what they were made of, and pass")
  func passes() throws {
    let policy = try read(try draft(Self.reports, parts).text)
    let verdict = evaluate(input(policy, evidence: Evidence(parts: parts)))
    #expect(verdict.outcome == .pass)
    #expect(verdict.gates.flatMap(\.checks).allSatisfy { $0.status == .satisfied })
  }

  @Test("what is commented out can be read as well")
  func suggestions() throws {
    let text = try draft(Self.reports, parts).text
    let policy = try read(text.replacing("// {", with: "{"))
    #expect(
      policy.gates.map(\.rules.count).reduce(0, +)
        == text.split(separator: "\n").count { $0.contains("\"metric\"") })
  }

  @Test(
    "round a share down, and ask for none that every value keeps",
    arguments: [
      (1, 0, "100%"), (7999, 2001, "79%"), (1, 99, "1%"), (4, 996, "0.4%"), (99, 9901, "0.99%"),
      (1, 9999, "0.01%"), (1, 10000, nil), (0, 3, nil),
    ])
  func shares(covered: Int, missed: Int, limit: String?) throws {
    let draft = try draft(
      [Self.reports[0]], [part("coverage", .lines(covered: covered, missed: missed))])
    #expect(draft.reports.isEmpty == (limit == nil))
    if let limit {
      let written = limit == "0.4%" ? "0.40%" : limit
      #expect(draft.text.contains("{ \"metric\": \"coverage.lines\", \"min\": \"\(written)\" }"))
    }
  }

  @Test("leave out a report that says nothing", arguments: ["unit", "scan"])
  func gaps(id: String) throws {
    let parts = parts.map { part in
      part.id != id
        ? part
        : EvidencePart(
          id: id, sources: [], gaps: [.empty(file: "x")], content: EvidenceContent())
    }
    let draft = try draft(Self.reports, parts)
    #expect(!draft.reports.contains { $0.id == id })
    #expect(draft.reports.count == Self.reports.count - 1)
    _ = try read(draft.text)
  }
}
