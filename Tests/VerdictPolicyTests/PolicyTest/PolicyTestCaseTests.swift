import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Tests of policies")
struct PolicyTestCaseTests {
  private static let policy = """
    { "version": 1, "stages": ["push", "merge"],
      "reports": {
        "unit": { "format": "junit", "files": "unit.xml" },
        "web": { "format": "junit", "files": "web.xml" },
        "coverage": { "format": "lcov", "files": "lcov.info" },
        "scan": { "format": "sarif", "files": "*.sarif" },
        "bench": { "format": "criterion", "files": "target/criterion" },
        "jobs": { "format": "facts", "files": "facts.json" }
      },
      "gates": {
        "tests": { "rules": [
          { "metric": "tests.failed", "max": 0 }, { "metric": "report.age", "max": "1d" },
          { "metric": "tests.duration", "from": "unit", "max": "1min", "else": "warn", "empty": "info" },
          { "metric": "tests.total", "each": "report", "min": { "unit": 2, "web": 1 } },
          { "metric": "tests.skipped", "where": { "state": "failed-before" }, "max": 0, "noBaseline": "info" }
        ] },
        "coverage": { "else": { "push": "warn", "merge": "review" }, "rules": [
          { "metric": "coverage.lines", "min": "80%" },
          { "metric": "coverage.branches", "min": "50%", "empty": "info" },
          { "metric": "coverage.lines", "maxDrop": "2pp", "noBaseline": "info" },
          { "metric": "coverage.lines", "of": "new-code", "min": "90%", "noChange": "info" }
        ] },
        "findings": { "rules": [
          { "metric": "findings", "where": { "severity": "high+" }, "max": 1 },
          { "metric": "findings", "where": { "state": "new" }, "max": 0, "else": "warn", "noBaseline": "info" }
        ] },
        "speed": { "rules": [
          { "metric": "benchmark.time", "each": "benchmark", "max": "50ms" }
        ] },
        "jobs": { "rules": [{ "metric": "fact", "each": "mypy", "equals": "success" }] }
      } }
    """

  private func policy() throws -> Policy {
    try PolicyReader(formats: testFormats).read(Array(Self.policy.utf8))
  }

  private func read(_ tests: String) throws -> [PolicyTestCase] {
    let text = #"{ "version": 1, "tests": [\#(tests)] }"#
    return try PolicyTestReader(policy: try policy()).read(Array(text.utf8))
  }

  @Test(
    "judge the reports that they speak of, and no other",
    arguments: [
      #""given": { "unit": { "tests": { "passed": 2 } } }, "expect": "pass""#,
      #""given": { "unit": { "tests": { "passed": 1 } } }, "expect": "block""#,
      #""given": { "unit": { "tests": { "passed": 1, "a.b": "failed" } } }, "expect": { "tests": "block" }"#,
      #""given": { "web": { "tests": { "errored": 1 } } }, "expect": { "tests": "block" }"#,
      #""given": { "web": { "tests": { "passed": 1 } } }, "expect": { "tests": "pass" }"#,
      #""given": { "unit": "missing" }, "expect": "block""#,
      #""given": { "unit": { "tests": {} } }, "expect": "block""#,
      #""given": { "unit": { "tests": { "a": { "outcome": "passed", "duration": "61s" }, "b": { "outcome": "passed", "duration": "0.1s" } } } }, "expect": "warn""#,
      #""given": { "unit": { "tests": { "a": "skipped", "b": "passed" } } }, "baseline": { "unit": { "tests": { "a": "failed", "b": "passed" } } }, "expect": "block""#,
      #""given": { "coverage": { "coverage": { "src/a": "8/10" } } }, "expect": "pass""#,
      #""given": { "coverage": { "coverage": { "src/a": "79/100" } } }, "expect": "warn""#,
      #""stage": "merge", "given": { "coverage": { "coverage": { "src/a": "79/100" } } }, "expect": { "coverage": "review" }"#,
      #""stage": "merge", "given": { "coverage": { "coverage": { "src/a": "79/100" } } }, "expect": "block""#,
      #""given": { "coverage": { "coverage": { "src/a": { "lines": "9/10", "branches": "1/4" } } } }, "expect": { "coverage": "warn" }"#,
      #""given": { "coverage": { "coverage": { "src/a": "85/100" } } }, "baseline": { "coverage": { "coverage": { "src/a": "87/100" } } }, "expect": "pass""#,
      #""given": { "coverage": { "coverage": { "src/a": "85/100" } } }, "baseline": { "coverage": { "coverage": { "src/a": "88/100" } } }, "expect": "warn""#,
      #""given": { "coverage": { "coverage": { "src/a": "9/10" } } }, "change": { "src/a": [9, 10] }, "expect": "warn""#,
      #""given": { "coverage": { "coverage": { "src/a": "9/10" } } }, "change": { "src/a": [8, 9] }, "expect": "pass""#,
      #""given": { "scan": { "findings": [] } }, "expect": "pass""#,
      #""given": { "scan": { "findings": [{ "severity": "critical", "count": 2 }] } }, "expect": "block""#,
      #""given": { "scan": { "findings": [{ "level": "error" }, { "level": "note" }] } }, "expect": "pass""#,
      #""given": { "scan": { "findings": [{ "rule": "E1" }, { "rule": "E2" }] } }, "baseline": { "scan": { "findings": [{ "rule": "E1" }] } }, "expect": { "findings": "warn" }"#,
      #""given": { "bench": { "benchmarks": { "sort": "50ms" } } }, "expect": "pass""#,
      #""given": { "bench": { "benchmarks": { "sort": "50.001 ms" } } }, "expect": "block""#,
      #""given": { "jobs": { "facts": { "mypy": "success", "score": 8.4, "ok": true } } }, "expect": "pass""#,
      #""given": { "jobs": { "facts": { "mypy": "skipped" } } }, "expect": { "jobs": "block" }"#,
      #""given": { "jobs": { "facts": { "score": 8.4 } } }, "expect": { "jobs": "block" }"#,
      #""given": { "coverage": "empty", "scan": "stale", "bench": "incomplete", "jobs": "unreadable" }, "expect": { "coverage": "block", "findings": "block", "speed": "block", "jobs": "block" }"#,
    ])
  func asExpected(test: String) throws {
    let result = try #require(try read("{ \"name\": \"a\", \(test) }").first)
      .run(try policy(), now: testNow)
    #expect(result.differences == [], "\(result.verdict.gates)")
    #expect(!result.verdict.gates.isEmpty)
  }

  @Test(
    "say what is not as expected",
    arguments: [
      (#""pass""#, PolicyTestResult.Difference(gate: nil, expected: "pass", found: "block")),
      (#"{ "tests": "warn" }"#, .init(gate: "tests", expected: "warn", found: "block")),
      // What was not judged did not pass.
      (#"{ "coverage": "pass" }"#, .init(gate: "coverage", expected: "pass", found: nil)),
    ])
  func differences(expected: String, difference: PolicyTestResult.Difference) throws {
    let test = #"{ "name": "a", "given": { "unit": "missing" }, "expect": \#(expected) }"#
    let result = try #require(try read(test).first).run(try policy(), now: testNow)
    #expect(result.differences == [difference])
  }

  @Test("a verdict on nothing is none")
  func nothing() throws {
    var policy = try policy()
    let test =
      #"{ "name": "a", "given": { "web": { "tests": { "passed": 1 } } }, "expect": "pass" }"#
    policy.gates = policy.gates.filter { $0.id == "speed" }
    let result = try #require(try read(test).first).run(policy, now: testNow)
    #expect(result.differences == [.init(gate: nil, expected: "pass", found: nil)])
  }

  private static let good =
    #""name": "a", "given": { "unit": { "tests": { "passed": 2 } } }, "expect": "pass""#

  @Test(
    "are refused where they cannot be meant",
    arguments: [
      ("3", "1:27: 'test' must be an object"),
      (#"{ "given": { "unit": "missing" }, "expect": "block" }"#, "1:27: a test needs 'name'"),
      (#"{ "name": "a", "expect": "block" }"#, "1:27: a test needs 'given'"),
      (#"{ "name": "a", "given": { "unit": "missing" } }"#, "1:27: a test needs 'expect'"),
      (
        #"{ "name": "a", "given": {}, "expect": "pass" }"#,
        "1:51: 'given' names no report, so that nothing could be judged"
      ),
      (
        "{ \(good) }, { \(good) }", "1:113: test 'a' is named twice"
      ),
      (
        "{ \(good), \"stages\": \"push\" }",
        "1:111: unknown key 'stages' in a test, did you mean 'stage'?"
      ),
      ("{ \(good), \"stage\": \"pull\" }", "1:120: unknown stage 'pull', known are push, merge"),
      (
        #"{ "name": "a", "given": { "unti": "missing" }, "expect": "block" }"#,
        "1:53: unknown report 'unti', did you mean 'unit'?"
      ),
      (
        #"{ "name": "a", "given": { "unit": "lost" }, "expect": "block" }"#,
        "1:61: unknown state of a report 'lost', known are missing, empty, incomplete, stale, unreadable"
      ),
      (
        #"{ "name": "a", "given": { "unit": {} }, "expect": "block" }"#,
        "1:61: report 'unit' holds one of coverage, tests, findings, benchmarks, facts"
      ),
      (
        #"{ "name": "a", "given": { "unit": { "coverage": {} } }, "expect": "block" }"#,
        "1:63: report 'unit' holds tests, not coverage"
      ),
      (
        #"{ "name": "a", "given": { "unit": { "tests": [] } }, "expect": "block" }"#,
        #"1:72: 'tests' must be an object such as { "passed": 12, "failed": 1 }"#
      ),
      (
        #"{ "name": "a", "given": { "unit": { "tests": { "pased": 1 } } }, "expect": "block" }"#,
        "1:74: unknown outcome 'pased', did you mean 'passed'?"
      ),
      (
        #"{ "name": "a", "given": { "unit": { "tests": { "passed": -1 } } }, "expect": "block" }"#,
        "1:84: 'passed': '-1' is out of range, expected a whole number from 0 to 100000"
      ),
      (
        #"{ "name": "a", "given": { "unit": { "tests": { "x": { "outcome": "passed", "duration": 3 } } } }, "expect": "block" }"#,
        "1:114: 'duration' must be text"
      ),
      (
        #"{ "name": "a", "given": { "coverage": { "coverage": { "x": "11/10" } } }, "expect": "block" }"#,
        #"1:86: 'x' must be what is covered of what, up to 100000, such as "8/10""#
      ),
      (
        #"{ "name": "a", "given": { "scan": { "findings": {} } }, "expect": "block" }"#,
        #"1:75: 'findings' must be a list such as [{ "severity": "high", "count": 2 }]"#
      ),
      (
        #"{ "name": "a", "given": { "scan": { "findings": [{ "severity": "none" }] } }, "expect": "block" }"#,
        "1:90: unknown severity 'none', known are low, medium, high, critical"
      ),
      (
        #"{ "name": "a", "given": { "scan": { "findings": [{ "count": 100001 }] } }, "expect": "block" }"#,
        "1:76: 'count': '100001' is out of range, expected a whole number from 1 to 100000"
      ),
      (
        #"{ "name": "a", "given": { "bench": { "benchmarks": { "x": 12 } } }, "expect": "block" }"#,
        #"1:85: 'x' must be a time such as "12ms""#
      ),
      (
        #"{ "name": "a", "given": { "jobs": { "facts": { "x": [] } } }, "expect": "block" }"#,
        "1:79: 'x' must be a word, a number, true or false"
      ),
      ("{ \(good), \"change\": { \"a\": [0] } }", "1:129: 'a' must be a list of line numbers"),
      (
        #"{ "name": "a", "given": { "unit": "missing" }, "expect": "blocks" }"#,
        "1:84: unknown verdict 'blocks', did you mean 'block'?"
      ),
      (
        #"{ "name": "a", "given": { "unit": "missing" }, "expect": 1 }"#,
        "1:84: 'expect' must be a verdict, or an object with gates"
      ),
      (
        #"{ "name": "a", "given": { "unit": "missing" }, "expect": {} }"#,
        "1:84: 'expect' names no gate, so that anything would be as expected"
      ),
      (
        #"{ "name": "a", "given": { "unit": "missing" }, "expect": { "test": "block" } }"#,
        "1:86: unknown gate 'test', did you mean 'tests'?"
      ),
      (
        #"{ "name": "a", "given": { "unit": "missing" }, "expect": { "tests": "info" } }"#,
        "1:95: unknown answer 'info', known are pass, warn, review, block"
      ),
    ])
  func mistakes(test: String, words: String) throws {
    var found: String?
    do throws(PolicyErrors) {
      let text = #"{ "version": 1, "tests": [\#(test)] }"#
      _ = try PolicyTestReader(
        policy: try PolicyReader(formats: testFormats).read(Array(Self.policy.utf8))
      ).read(Array(text.utf8))
    } catch {
      found = error.errors.map(\.description).joined(separator: "\n")
    }
    #expect(found == words)
  }
}
