import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Limits tried at their edges")
struct EdgeTrialTests {
  /// A line for each limit: what it is for, and the actions below, at and above it, without reports
  /// and without a baseline.
  private func trial(
    _ rules: String, extra: String = "", reports: String? = nil, stage: String = "check"
  ) throws -> [String] {
    let policy = try policy(rules: rules, extra: extra, reports: reports)
    return EdgeTrial(policy, stage: stage, now: testNow).edges.map { edges in
      let actions = LimitEdge.allCases.map { edges.answers[$0]?.action.name ?? "-" }
      return ([edges.subject.item].compactMap(\.self) + actions).joined(separator: " ")
    }
  }

  @Test(
    "do what the rule says, and what its defaults say of absence",
    arguments: [
      (#"{ "metric": "coverage.lines", "min": "80%" }"#, ["block info info block -"]),
      (
        #"{ "metric": "coverage.lines", "min": "100%", "else": "warn", "missing": "review" }"#,
        ["warn info - review -"]
      ),
      (
        #"{ "metric": "coverage.lines", "above": "80%", "maxDrop": "2pp", "noBaseline": "block" }"#,
        ["block block info block -", "block info info block block"]
      ),
      (
        #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%", "ignoreBelow": 20 }"#,
        ["block info info block -"]
      ),
      (
        #"{ "metric": "coverage.lines", "each": "file", "min": "80%" }"#,
        ["block info info block -"]
      ),
      (
        #"{ "metric": "coverage.lines", "each": "file", "#
          + #""min": { "src/{a,b}/[c-d]?.py": "80%", "[!x]/**": "70%", "*": "50%" } }"#,
        [
          "src/{a,b}/[c-d]?.py block info info block -", "[!x]/** block info info block -",
          "* block info info block -",
        ]
      ),
      (#"{ "metric": "tests.failed", "max": 0 }"#, ["- info block block -"]),
      (
        #"{ "metric": "tests.failed", "where": { "state": "new" }, "max": 0 }"#,
        ["- info block block warn"]
      ),
      (#"{ "metric": "tests.removed", "max": 3 }"#, ["info info block block warn"]),
      (
        #"{ "metric": "findings", "where": { "tool": "x", "severity": "high+" }, "max": 2 }"#,
        ["info info block block -"]
      ),
      // As far as the runs show it.
      (
        #"{ "metric": "benchmark.time", "each": "benchmark", "maxRise": "5%" }"#,
        ["info info block block warn"]
      ),
      (
        #"{ "metric": "benchmark.time", "each": "benchmark", "max": { "a/*": "1ms", "*": "2ms" } }"#,
        ["a/* info info block block -", "* info info block block -"]
      ),
      (
        #"{ "metric": "fact", "each": ["mypy", "ruff"], "equals": "success", "else": "info" }"#,
        ["info info - block -"]
      ),
      (
        #"{ "metric": "value", "each": ["a", "b"], "max": { "a": "90%", "b": "10ms" } }"#,
        ["a info info block block -", "b info info block block -"]
      ),
      // Before its day a rule only informs.
      (
        #"{ "metric": "tests.failed", "max": 0, "enforceFrom": "2026-02-01" }"#,
        ["- info info info -"]
      ),
    ])
  func rules(rule: String, expected: [String]) throws {
    #expect(try trial(rule) == expected)
  }

  @Test("by component and by report the limit of each is tried")
  func items() throws {
    #expect(
      try trial(
        #"{ "metric": "coverage.lines", "each": "component", "min": { "a": "1%", "b": "2%" } }"#,
        extra: #""components": { "a": "a/**", "b": "b/**" },"#)
        == ["a block info info block -", "b block info info block -"])
    #expect(
      try trial(
        #"{ "metric": "tests.total", "each": "report", "min": { "u": 1, "*": 2 } }"#,
        reports: """
          "u": { "format": "junit", "files": "u.xml" }, "v": { "format": "junit", "files": "v.xml" }
          """) == ["u block info info block -", "* block info info block -"])
  }

  @Test("reports of any kind have an age")
  func ages() throws {
    #expect(
      try trial(
        #"{ "metric": "report.age", "max": "1d" }, { "metric": "tests.failed", "max": 0 }"#,
        reports: #""unit": { "format": "junit", "files": "unit.xml" }"#)
        == ["info info block block -", "- info block block -"])
  }

  @Test("an optional report may be missing")
  func optional() throws {
    #expect(
      try trial(
        #"{ "metric": "tests.failed", "max": 0 }"#,
        reports: #""unit": { "format": "junit", "files": "unit.xml", "optional": true }"#)
        == ["- info block info -"])
  }

  @Test("each stage has its own action, and rules of others are not tried")
  func stages() throws {
    let stages = #""stages": ["push", "merge"],"#
    let rules = #"""
      { "metric": "tests.failed", "max": 0, "else": { "push": "warn", "merge": "review" } },
      { "metric": "tests.total", "min": 1, "stages": "merge" }
      """#
    #expect(try trial(rules, extra: stages, stage: "push") == ["- info warn block -"])
    #expect(
      try trial(rules, extra: stages, stage: "merge")
        == ["- info review block -", "block info info block -"])
  }
}
