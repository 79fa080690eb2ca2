import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("What an author probably did not mean")
struct PolicyLintTests {
  /// Rules in a policy around them, at line 5, and what is said of them.
  static let rules: [(rules: String, words: [String])] = [
    (
      #"{ "metric": "coverage.lines", "min": "0%" }"#,
      ["5:39: 'min': '0%' can never fail, no value is below 0"]
    ),
    (
      #"{ "metric": "tests.total", "min": 0 }"#,
      ["5:36: 'min': '0' can never fail, no value is below 0"]
    ),
    (
      #"{ "metric": "coverage.lines", "maxDrop": "100pp" }"#,
      ["5:43: 'maxDrop': '100pp' can never fail, nothing can fall by more"]
    ),
    (
      #"{ "metric": "tests.total", "maxDrop": "150%" }"#,
      ["5:40: 'maxDrop': '150%' can never fail, nothing can fall by more"]
    ),
    (
      #"{ "metric": "coverage.lines", "of": "new-code", "min": "1%", "ignoreBelow": 1000000 }"#,
      [
        "5:78: 'ignoreBelow': 1000000 is more than there will ever be, so that nothing is judged"
      ]
    ),
    (#"{ "metric": "coverage.lines", "min": "1%", "ignoreBelow": 100000 }"#, []),
    (#"{ "metric": "value", "each": "profit", "min": 0 }"#, []),
    (#"{ "metric": "coverage.lines", "min": "0.1%", "maxDrop": "99pp" }"#, []),
    (
      #"{ "metric": "findings", "where": { "severity": "high" }, "max": 0 }"#,
      ["5:49: 'severity': 'high' leaves out critical, did you mean 'high+'?"]
    ),
    (
      #"{ "metric": "findings", "where": { "level": "note" }, "max": 0 }"#,
      ["5:46: 'level': 'note' leaves out warning and error, did you mean 'note+'?"]
    ),
    (#"{ "metric": "findings", "where": { "severity": "critical" }, "max": 0 }"#, []),
    (#"{ "metric": "findings", "where": { "severity": "high+" }, "max": 0 }"#, []),
    (
      // Two tiers are two rules: the worse findings are thought of.
      #"{ "metric": "findings", "where": { "severity": "high" }, "max": 3 }, "#
        + #"{ "metric": "findings", "where": { "severity": "critical" }, "max": 0 }"#, []
    ),
    (
      #"{ "metric": "coverage.lines", "each": "component", "min": { "core": "80%" } }"#,
      ["5:53: 'min' asks nothing of component 'tools', give it a limit or add \"*\""]
    ),
    (
      #"{ "metric": "coverage.lines", "each": "component", "min": { "core": "80%", "*": "1%" } }"#,
      []
    ),
    (
      #"{ "metric": "tests.failed", "max": 0 }, "#
        + #"{ "metric": "tests.failed", "max": 0, "else": "warn" }"#,
      ["5:42: asks the same as the rule at 5:2, remove one"]
    ),
    (
      #"{ "metric": "tests.failed", "max": 0 }, "#
        + #"{ "metric": "tests.failed", "max": 0, "where": { "name": "slow*" } }"#, []
    ),
    (
      #"{ "metric": "tests.failed", "max": 0, "else": "info" }"#,
      ["4:12: gate 'gate' can only inform, whatever happens: give a rule another 'else'"]
    ),
    (
      #"{ "metric": "tests.failed", "max": 0, "missing": "info" }"#,
      ["5:51: 'missing': 'info' lets pass what was not measured, did you mean 'warn'?"]
    ),
    (
      #"{ "metric": "tests.failed", "max": 0, "enforceFrom": "2025-06-01" }"#,
      ["5:55: in force since 2025-06-01, 'enforceFrom' can go"]
    ),
    (
      #"{ "metric": "tests.failed", "max": 0, "enforceFrom": "2062-01-01" }"#,
      ["5:55: the rule only informs until 2062-01-01, more than a year from now"]
    ),
    (#"{ "metric": "tests.failed", "max": 0, "enforceFrom": "2026-03-01" }"#, []),
  ]

  @Test("is told of rules", arguments: rules)
  func rule(rules: String, words: [String]) throws {
    let components = #""components": { "core": "src/**", "tools": "tools/**" },"#
    let warnings = try warnings(
      components: rules.contains("each\": \"component") ? components : "", rules: rules)
    #expect(warnings == words)
  }

  /// What stands before the gates, with one rule, and what is said.
  static let surroundings: [(extra: String, gate: String, words: [String])] = [
    (
      #""stages": ["push", "merge"],"#, #""stages": "push","#,
      ["2:22: no rule applies at stage 'merge', so that nothing can be judged there"]
    ),
    (
      "", #""reviewers": ["team:qa"],"#,
      [
        "4:22: the reviewers of gate 'gate' are never asked: no rule of it says "
          + "\"else\": \"review\""
      ]
    ),
    ("", #""reviewers": ["team:qa"], "else": "review","#, []),
    (
      #""defaults": { "noBaseline": "info", "stale": "warn" },"#, "",
      ["2:31: 'noBaseline': 'info' lets pass what was not measured, did you mean 'warn'?"]
    ),
    (
      #""trust": { "whenPolicyChanges": "info" },"#, "",
      [
        "2:35: 'whenPolicyChanges': 'info' lets a change weaken what it is judged by, did you "
          + "mean 'review'?"
      ]
    ),
    (
      #""waivers": { "maxDays": 3650, "whenAdded": "info" },"#, "",
      [
        "2:27: 'maxDays': 3650 lets a waiver last for more than a year",
        "2:46: 'whenAdded': 'info' lets a change weaken what it is judged by, did you mean "
          + "'review'?",
      ]
    ),
    (
      #""components": { "core": "src/**" },"#, "",
      ["2:19: no rule speaks of component 'core'"]
    ),
  ]

  @Test("is told of what stands around rules", arguments: surroundings)
  func surrounding(extra: String, gate: String, words: [String]) throws {
    let rule = #"{ "metric": "tests.failed", "max": 0 }"#
    #expect(try warnings(components: extra, gate: gate, rules: rule) == words)
  }

  @Test("is told of an optional report that no rule looks at")
  func unusedReport() throws {
    let reports = #""old": { "format": "lcov", "files": "old.info", "optional": true }"#
    #expect(
      try warnings(reports: reports, rules: #"{ "metric": "tests.failed", "max": 0 }"#)
        == ["3:14: no rule looks at report 'old'"])
  }

  @Test("is told of the first rule that compares with a baseline that is not there")
  func baseline() throws {
    let rules =
      #"{ "metric": "tests.failed", "max": 0 }, { "metric": "tests.total", "maxDrop": "5%" },"#
      + #"{ "metric": "tests.removed", "max": 0 }"#
    #expect(try warnings(rules: rules) == [])
    #expect(
      try warnings(rules: rules, hasBaseline: false) == [
        "5:42: the rule compares with a baseline, and there is none: make one with "
          + "verdict baseline save"
      ])
  }

  @Test("is told of paths, by the files of the repository")
  func paths() throws {
    let components =
      #""components": { "a": ["src/**", "srv/**"], "b": "src/b", "c": "{lib,src/c}/**"},"#
    let rules =
      #"{ "metric": "coverage.lines", "each": "component", "min": "1%" }, "#
      + #"{ "metric": "findings", "where": { "path": ["src/**", "gen/**"] }, "max": 0 }"#
    let files = ["lib/x", "src/b/y", "src/c/z"]
    #expect(
      try warnings(components: components, rules: rules, files: files) == [
        "2:35: 'srv/**' fits no file of the repository",
        "2:60: components 'a' and 'c' overlap, neither is part of the other: src/c/z",
        "5:122: 'gen/**' fits no file of the repository",
      ])
    #expect(try warnings(components: components, rules: rules, files: nil) == [])
  }

  /// Terms of a waiver, on 2026-01-02, with what is said of them.
  static let waivers: [(created: String, expires: String, words: [String])] = [
    (
      "2025-12-01", "2026-01-01",
      ["1:29: the waiver has expired on 2026-01-01 and does nothing, remove it"]
    ),
    ("2025-12-01", "2026-01-02", ["1:29: the waiver ends today"]),
    ("2025-12-01", "2026-01-03", ["1:29: the waiver ends in 1 day"]),
    ("2025-12-01", "2026-01-16", ["1:29: the waiver ends in 14 days"]),
    ("2025-12-01", "2026-01-17", []),
    ("2026-01-05", "2026-01-06", []),
  ]

  @Test("is told of waivers that end", arguments: waivers)
  func waiver(created: String, expires: String, words: [String]) throws {
    #expect(try waiverWarnings(created, expires, files: nil) == words)
  }

  @Test("is told of waivers of paths that are not there")
  func waiverPath() throws {
    #expect(
      try waiverWarnings("2026-01-01", "2026-03-01", files: ["src/a"]) == [
        "1:29: 'lib/**' fits no file of the repository"
      ])
    #expect(try waiverWarnings("2026-01-01", "2026-03-01", files: ["lib/a"]) == [])
  }

  // MARK: - Reading

  private func warnings(
    components: String = "", reports: String = "", gate: String = "", rules: String,
    files: [String]? = nil, hasBaseline: Bool = true
  ) throws -> [String] {
    let used = [
      ("tests.", #""unit": { "format": "junit", "files": "unit.xml" }"#),
      ("coverage.", #""cov": { "format": "lcov", "files": "lcov.info" }"#),
      ("findings", #""scan": { "format": "sarif", "files": "scan.sarif" }"#),
      ("value", #""jobs": { "format": "facts", "files": "facts.json" }"#),
    ].filter { rules.contains("\"\($0.0)") }.map(\.1)
    let text = """
      { "version": 1,
        \(components)
      "reports": { \((reports.isEmpty ? [] : [reports]).joined()) \
      \(reports.isEmpty ? "" : ", ")\(used.joined(separator: ", ")) },
      "gates": { "gate": { \(gate) "rules": [
       \(rules)] } } }
      """
    let bytes = Array(text.utf8)
    let input = PolicyLintInput(
      policy: try PolicyReader(formats: testFormats).read(bytes),
      places: PolicyPlaces(try PolicyAssembly(bytes)),
      today: testNow.day, repositoryFiles: files, hasBaseline: hasBaseline)
    return policyWarnings(input).map(words)
  }

  private func waiverWarnings(
    _ created: String, _ expires: String, files: [String]?
  ) throws -> [String] {
    let policy = try policy(
      rules: #"{ "metric": "findings", "max": 0 }"#, extra: #""waivers": {},"#)
    let settings = try #require(policy.waivers)
    let text = """
      { "version": 1, "waivers": [{ "match": { "rule": "E1", "path": "lib/**" }, "owner": "me", \
      "reason": "old", "created": "\(created)", "expires": "\(expires)" }] }
      """
    let waivers = try WaiverReader(policy: policy, settings: settings).read(Array(text.utf8))
    return VerdictPolicy.waiverWarnings(
      waivers, settings, today: testNow.day, repositoryFiles: files
    ).map(words)
  }

  private func words(_ warning: PolicyWarning) -> String {
    "\(warning.position.line):\(warning.position.column ?? 0): \(warning.doubt)"
  }
}
