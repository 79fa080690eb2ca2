import TestSupport
import Testing

/// `verdict explain`, as people see it.
@Suite("Explain")
struct ExplainTests {
  private static let example = "Fixtures/Examples/pull-request"
  private static let arguments = [
    "--stage", "merge", "--diff", "change.diff", "--now", "2026-01-02T03:04:05Z",
  ]

  @Test(
    "tells everything about a topic",
    arguments: [
      ([], "everything"), (["coverage"], "gate"), (["coverage/coverage.lines"], "metric-of-gate"),
      (["policy.json:55"], "rule"), (["performance"], "benchmarks"),
      (["coverage.lines"], "metric"), (["fact"], "metric-with-each"),
      (["shop/risk/exposure.py"], "new-file"), (["./shop/pricing/quote.py"], "changed-file"),
      (["native/matching.cpp"], "file"), (["native/matching.hpp"], "file-without-data"),
    ])
  func topic(topic: [String], file: String) async throws {
    let result = try await Program.run(["explain"] + topic + Self.arguments, in: Self.example)
    #expect(result.status == 0)
    #expect(result.diagnostics == "")
    try expect(result.output, matches: "\(Self.example)/expected/explain/\(file).txt")
  }

  @Test(
    "has an answer for what cannot be judged, without git, baseline or report",
    arguments: [
      "a-missing-report-blocks", "a-lost-shard-blocks", "a-skipped-job-blocks",
      "without-a-baseline-a-drop-warns", "failed-tests-block", "a-waived-check-warns",
      "hostile-names-stay-text",
    ])
  func scenario(name: String) async throws {
    let folder = "Fixtures/Scenarios/\(name)"
    let scratch = try TemporaryDirectory()
    try TestFiles.copy(folder, to: scratch.path + "/run")
    let result = try await Program.run(
      ["explain", "--now", "2026-01-02T03:04:05Z"], in: scratch.path + "/run")
    #expect(result.status == 0)
    try expect(result.output, matches: "\(folder)/expected/explain.txt")
  }

  @Test(
    "refuses what it cannot explain, and says what it can",
    arguments: [
      (["secrity"], "there is no gate, rule, metric or file 'secrity', did you mean 'security'?"),
      (
        ["coverage/coverage.line"],
        "there is no gate, rule, metric or file 'coverage/coverage.line', did you mean "
          + "'coverage/coverage.lines'?"
      ),
      (
        ["nothing-like-it"],
        "there is no gate, rule, metric or file 'nothing-like-it': name a gate, GATE/METRIC, the "
          + "line of a rule such as policy.json:12, a metric, or a file of the repository"
      ),
      (["policy.json:56"], "no rule begins at policy.json:56, did you mean 'policy.json:55'?"),
      (["policy.json:1"], "no rule begins at policy.json:1, did you mean 'policy.json:33'?"),
    ])
  func unknown(topic: [String], words: String) async throws {
    let result = try await Program.run(["explain"] + topic, in: Self.example)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.diagnostics == "verdict: \(words)\n")
  }

  @Test("says which stage asks what this one does not")
  func stage() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      { "version": 1, "stages": ["push", "merge"],
        "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
        "gates": {
          "tests": { "rules": [{ "metric": "tests.failed", "max": 0 }] },
          "late": { "stages": "merge", "rules": [{ "metric": "tests.total", "min": 1 }] } } }
      """, to: "policy.json")
    let result = try await Program.run(["explain", "late"], in: directory.path)
    #expect(result.status == 64)
    #expect(
      result.diagnostics
        == "verdict: nothing of 'late' is asked at stage 'push', try --stage merge\n")
  }

  @Test("documents a metric where no policy can be read, and nothing else")
  func withoutPolicy() async throws {
    let directory = try TemporaryDirectory()
    let metric = try await Program.run(["explain", "coverage.lines"], in: directory.path)
    #expect(metric.status == 0)
    try expect(metric.output, matches: "\(Self.example)/expected/explain/metric.txt")
    let gate = try await Program.run(["explain", "coverage"], in: directory.path)
    #expect(gate.status == 2)
    #expect(gate.diagnostics == "verdict: policy.json: no such file\n")
  }
}
