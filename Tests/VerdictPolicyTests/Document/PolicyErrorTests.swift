import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Mistakes in a policy")
struct PolicyErrorTests {
  /// A rule in the one gate of a policy, and the words for what is wrong with it.
  static let rules: [(rule: String, words: String)] = [
    (
      #"{ "metric": "coverage.lin", "min": "80%" }"#,
      "9:43: unknown metric 'coverage.lin', did you mean 'coverage.lines'?"
    ),
    (
      #"{ "metric": "complexity", "max": 3 }"#,
      "9:43: unknown metric 'complexity', known are coverage.lines, coverage.branches, coverage.strict, "
        + "coverage.functions, tests.failed, tests.total, tests.skipped, tests.flaky, tests.removed, "
        + "tests.notrun, tests.slower, tests.duration, "
        + "findings, benchmark.time, benchmark.throughput, benchmark.count, report.age, fact, value"
    ),
    (
      #"{ "metric": "coverage.lines", "maxDrop": "5 branches" }"#,
      #"9:72: 'maxDrop': '5 branches' does not fit coverage.lines, expected "5pp" or "5%""#
    ),
    (
      #"{ "metric": "report.age", "max": 3 }"#, "9:64: 'max': 3 needs a unit, such as \"3d\""
    ),
    (
      #"{ "metric": "report.age", "max": "3 years" }"#,
      "9:64: 'max': '3 years' does not fit report.age, expected \"5d\""
    ),
    (
      #"{ "metric": "report.age", "maxRise": "1d" }"#,
      "9:57: 'maxRise' does not fit report.age: an age can only be too high, use 'max'"
    ),
    (
      #"{ "metric": "fact", "each": "rustfmt", "max": 3 }"#,
      "9:70: 'max' does not fit fact: a word is equal or not, use 'equals'"
    ),
    (
      #"{ "metric": "fact", "each": "rustfmt", "equals": 3 }"#,
      "9:80: 'equals' must be a word, true or false"
    ),
    (
      #"{ "metric": "fact", "each": "rustfmt" }"#,
      "9:31: the rule asks nothing, expected one of equals"
    ),
    (
      #"{ "metric": "fact", "equals": "success" }"#,
      "9:31: a rule on fact (key) needs 'each'"
    ),
    (
      #"{ "metric": "value", "each": [], "min": 3 }"#,
      "9:60: 'each' is empty, which asks for nothing: name at least one, or leave it out"
    ),
    (
      #"{ "metric": "value", "each": "score", "min": "3 apples" }"#,
      #"9:76: 'min': '3 apples' does not fit value, expected 5, "5ms" or "5MiB""#
    ),
    (
      #"{ "metric": "value", "each": "score", "maxDrop": 0.5 }"#,
      #"9:80: 'maxDrop': 0.5 needs a unit, such as "0.5%", "0.5" or "0.5MiB""#
    ),
    (
      #"{ "metric": "value", "each": "score", "maxRise": "-1" }"#,
      "9:80: 'maxRise': '-1' is out of range, expected 0 or more"
    ),
    (
      #"{ "metric": "value", "each": "score", "min": 1e3 }"#,
      "9:76: 'min': '1e3' is out of range, expected up to 9 decimals, no exponent"
    ),
    (
      #"{ "metric": "value", "each": "score", "min": 3, "ignoreBelow": 5 }"#,
      "9:79: 'ignoreBelow' does not fit value: a fact is one fact"
    ),
    (
      #"{ "metric": "value", "each": "score", "in": "core", "min": 3 }"#,
      "9:69: 'in' does not fit value: its items have no paths"
    ),
    (
      #"{ "metric": "findings", "where": { "state": "knew" }, "max": 3 }"#,
      "9:75: unknown state 'knew', did you mean 'new'?"
    ),
    (
      #"{ "metric": "tests.failed", "where": { "state": "escalated" }, "max": 3 }"#,
      "9:79: unknown state 'escalated', known are new, known, failed-before, failing-differently"
    ),
    (
      #"{ "metric": "tests.failed", "where": { "severity": "high" }, "max": 3 }"#,
      "9:70: unknown key 'severity' in where"
    ),
    (
      #"{ "metric": "benchmark.count", "where": { "nam": "a*" }, "min": 3 }"#,
      "9:73: unknown key 'nam' in where, did you mean 'name'?"
    ),
    (
      #"{ "metric": "coverage.lines", "where": { "name": "a*" }, "min": "3%" }"#,
      "9:61: 'where' does not fit coverage.lines: it counts all of its items"
    ),
    (
      #"{ "metric": "tests.failed", "where": { "state": "known" }, "maxRise": "3 tests" }"#,
      "9:59: the baseline has no known tests to compare with, use 'max'"
    ),
    (
      #"{ "metric": "tests.removed", "where": { "state": "new" }, "max": 0 }"#,
      "9:60: what is removed is not there to be new, use 'failed-before'"
    ),
    (
      #"{ "metric": "tests.removed", "maxRise": "3 tests" }"#,
      "9:31: the baseline has no removed tests to compare with, use 'max'"
    ),
    (
      #"{ "metric": "tests.total", "each": "test", "min": 3 }"#,
      "9:66: unknown each of tests.total 'test', known are report"
    ),
    (#"{ "min": "80%" }"#, "9:31: a rule needs 'metric'"),
    (#"{ "metric": 3 }"#, "9:43: 'metric' must be text"),
    (
      #"{ "metric": "tests.failed" }"#,
      "9:31: the rule asks nothing, expected one of min, max, above, below, equals, maxDrop, maxRise"
    ),
    (
      #"{ "metric": "tests.failed", "maxx": 0 }"#,
      "9:59: unknown key 'maxx' in a rule, did you mean 'max'?"
    ),
    (
      #"{ "metric": "coverage.lines", "min": 80 }"#,
      #"9:68: 'min': 80 needs a unit, such as "80%""#
    ),
    (
      #"{ "metric": "coverage.lines", "min": "80" }"#,
      #"9:68: 'min': '80' needs a unit, such as "80%""#
    ),
    (
      #"{ "metric": "coverage.lines", "min": "10ms" }"#,
      #"9:68: 'min': '10ms' does not fit coverage.lines, expected "5%""#
    ),
    (
      #"{ "metric": "coverage.lines", "min": "180%" }"#,
      "9:68: 'min': '180%' is out of range, expected 0 to 100"
    ),
    (
      #"{ "metric": "coverage.lines", "maxDrop": 2 }"#,
      #"9:72: 'maxDrop': 2 needs a unit, such as "2pp" or "2%""#
    ),
    (
      #"{ "metric": "coverage.lines", "min": "80pp" }"#,
      #"9:68: 'min': '80pp' does not fit coverage.lines, expected "5%""#
    ),
    (
      #"{ "metric": "tests.failed", "max": -1 }"#,
      "9:66: 'max': '-1' is out of range, expected a whole number from 0 up"
    ),
    (
      #"{ "metric": "tests.failed", "max": 0.5 }"#,
      "9:66: 'max': '0.5' is out of range, expected a whole number from 0 up"
    ),
    (
      #"{ "metric": "tests.total", "maxDrop": 5 }"#,
      #"9:69: 'maxDrop': 5 needs a unit, such as "5%" or "5 tests""#
    ),
    (
      #"{ "metric": "tests.total", "maxDrop": "5 lines" }"#,
      #"9:69: 'maxDrop': '5 lines' does not fit tests.total, expected "5%" or "5 tests""#
    ),
    (
      #"{ "metric": "benchmark.time", "each": "benchmark", "max": "50" }"#,
      #"9:89: 'max': '50' needs a unit, such as "50ms""#
    ),
    (
      #"{ "metric": "benchmark.time", "max": "50ms" }"#,
      "9:31: a rule on benchmark.time (benchmark) needs 'each'"
    ),
    (
      #"{ "metric": "tests.failed", "max": {} }"#,
      "9:66: 'max' does not fit tests.failed: limits by item need 'each'"
    ),
    (
      #"{ "metric": "tests.failed", "each": "file", "max": 0 }"#,
      "9:67: unknown each of tests.failed 'file', known are report"
    ),
    (
      #"{ "metric": "tests.failed", "in": "rust", "max": 0 }"#,
      "9:59: 'in' does not fit tests.failed: its items have no paths"
    ),
    (
      #"{ "metric": "tests.failed", "of": "new-code", "max": 0 }"#,
      "9:59: 'of' does not fit tests.failed: its items have no lines"
    ),
    (
      #"{ "metric": "coverage.lines", "in": "rust", "min": "1%" }"#,
      "9:67: unknown component 'rust', known are core"
    ),
    (
      #"{ "metric": "coverage.lines", "in": "cor", "min": "1%" }"#,
      "9:67: unknown component 'cor', did you mean 'core'?"
    ),
    (
      #"{ "metric": "coverage.lines", "of": "newcode", "min": "1%" }"#,
      "9:67: unknown code 'newcode', did you mean 'new-code'?"
    ),
    (
      #"{ "metric": "coverage.lines", "in": "core", "each": "component", "min": "1%" }"#,
      "9:75: 'in' and 'each' both choose components, keep one"
    ),
    (
      #"{ "metric": "coverage.lines", "of": "new-code", "maxDrop": "2pp" }"#,
      "9:61: the baseline has no new-code to compare with"
    ),
    (
      #"{ "metric": "coverage.lines", "from": "scan", "min": "1%" }"#,
      "9:69: report 'scan' holds findings, but coverage.lines is measured on coverage"
    ),
    (
      #"{ "metric": "coverage.lines", "from": ["scann"], "min": "1%" }"#,
      "9:70: unknown report 'scann', did you mean 'scan'?"
    ),
    (
      #"{ "metric": "coverage.lines", "from": [], "min": "1%" }"#,
      "9:69: 'from' is empty, which asks for nothing: name at least one, or leave it out"
    ),
    (
      #"{ "metric": "tests.failed", "where": { "level": "error" }, "max": 0 }"#,
      "9:70: unknown key 'level' in where"
    ),
    (
      #"{ "metric": "findings", "where": { "severity": "hihg+" }, "max": 0 }"#,
      "9:78: unknown severity 'hihg', did you mean 'high'?"
    ),
    (
      #"{ "metric": "findings", "where": { "level": "none" }, "max": 0 }"#,
      "9:75: unknown level 'none', did you mean 'note'?"
    ),
    (
      #"{ "metric": "findings", "where": { "state": "fresh" }, "max": 0 }"#,
      "9:75: unknown state 'fresh', known are all, new, escalated, unchanged, moved, "
        + "unsuppressed, newly-suppressed"
    ),
    (
      #"{ "metric": "findings", "where": { "state": "new" }, "maxRise": "0 findings" }"#,
      "9:55: the baseline has no new findings to compare with, use 'max'"
    ),
    (
      #"{ "metric": "findings", "max": 0, "else": "blok" }"#,
      "9:73: unknown action 'blok', did you mean 'block'?"
    ),
    (
      #"{ "metric": "findings", "max": 0, "else": { "merge": "block" } }"#,
      "9:73: 'else' says nothing for stage 'push'"
    ),
    (
      #"{ "metric": "findings", "max": 0, "else": { "mrege": "block" } }"#,
      "9:75: unknown stage 'mrege', did you mean 'merge'?"
    ),
    (
      #"{ "metric": "findings", "max": 0, "stages": ["prod"] }"#,
      "9:76: unknown stage 'prod', known are push, merge"
    ),
    (
      #"{ "metric": "coverage.lines", "min": "90%", "max": "80%" }"#,
      "9:82: 'max' does not fit coverage.lines: higher is better, use 'min'"
    ),
    (
      #"{ "metric": "findings", "max": 0, "max": 1 }"#,
      "9:65: not valid JSON: duplicate key 'max', first at line 9"
    ),
    (
      #"{ "metric": "findings", "where": { "rule": "a[" }, "max": 0 }"#,
      "9:74: 'a[' is no path pattern, its brackets do not pair up"
    ),
    (
      #"{ "metric": "tests.failed", "ignoreBelow": 0, "max": 0 }"#,
      "9:74: 'ignoreBelow' must be a whole number from 1 up"
    ),
    (
      #"{ "metric": "findings", "ignoreBelow": 5, "max": 0 }"#,
      "9:55: 'ignoreBelow' does not fit findings: few findings are not too little to judge"
    ),
    (
      #"{ "metric": "tests.failed", "min": 0 }"#,
      "9:66: 'min' does not fit tests.failed: lower is better, use 'max'"
    ),
    (
      #"{ "metric": "findings", "missing": "pass", "max": 0 }"#,
      "9:66: unknown action 'pass', known are info, warn, review, block"
    ),
  ]

  @Test("in a rule are named with their place", arguments: rules)
  func rule(rule: String, words: String) {
    #expect(Self.refusal(of: Self.policy(rule)) == words)
  }

  private static let gates =
    #""gates": { "g": { "rules": [{ "metric": "tests.failed", "max": 0 }] } }"#
  private static let rest = #""reports": { "r": { "files": "x" } }, "# + gates
  private static let needs = "1:1: the policy needs 'reports'\n1:1: the policy needs 'gates'"

  /// Whole policies, and the words for what is wrong with them.
  static let policies: [(text: String, words: String)] = [
    ("", "1:1: not valid JSON: found the end of the file, expected a value"),
    ("[]", "1:1: 'policy' must be an object"),
    ("{ \(rest) }", "1:1: the policy needs 'version'"),
    (##"{ "version": "1", \##(rest) }"##, "1:14: 'version' must be the number 1"),
    (
      #"{ "version": 2 }"#,
      "1:14: policy version 2 is not supported, this verdict reads version 1"
    ),
    ("{}", "1:1: the policy needs 'version'\n" + needs),
    (#"{ "version": 1 }"#, needs),
    (
      ##"{ "version": 1, "reports": {}, \##(gates) }"##,
      "1:17: 'reports' is empty, which asks for nothing: name at least one, or leave it out"
    ),
    (
      ##"{ "version": 1, "reports": { "a": {} }, \##(gates) }"##, "1:35: report 'a' needs 'files'"
    ),
    (
      ##"{ "version": 1, "reports": { "a": { "files": "x", "format": "cobertra" } }, \##(gates) }"##,
      "1:61: unknown format 'cobertra', did you mean 'cobertura'?"
    ),
    (#"{ "version": 1, "reports": { "a": { "files": "x" } } }"#, "1:1: the policy needs 'gates'"),
    (
      #"{ "version": 1, "reports": { "a": { "files": "x" } }, "gates": {} }"#,
      "1:55: 'gates' is empty, which asks for nothing: name at least one, or leave it out"
    ),
    (
      #"{ "version": 1, "reports": { "a": { "files": "x" } }, "gates": { "g": { "rules": [] } } }"#,
      "1:82: 'rules' is empty, which asks for nothing: name at least one, or leave it out"
    ),
    (
      ##"{ "version": 1, "stages": ["a", "a"], \##(rest) }"##, "1:33: stage 'a' is named twice"
    ),
    (
      ##"{ "version": 1, "components": { "a": "{x" }, \##(rest) }"##,
      "1:38: '{x' is no path pattern, its brackets do not pair up"
    ),
    (
      #"{ "version": 1, "reports": { "a": { "format": "junit", "files": "x" }, "#
        + #""b": { "format": "sarif", "files": "y" } }, "#
        + #""gates": { "g": { "rules": [{ "metric": "findings", "max": 0 }] } } }"#,
      #"1:30: no rule looks at report 'a', add one or make it "optional": true"#
    ),
    (
      #"{ "version": 1, "reports": { "a": { "format": "junit", "files": "x" } }, "#
        + #""gates": { "g": { "rules": [{ "metric": "report.age", "max": "1d" }] } } }"#,
      "1:30: rules ask only how old report 'a' is, add one about what it holds or make it "
        + #""optional": true"#
    ),
    (
      #"{ "version": 1, "reports": { "a": { "format": "sarif", "files": "x", "#
        + #""variant": "os" } }, "gates": { "g": { "rules": [{ "metric": "findings", "max": 0 }] } } }"#,
      "1:70: 'variant' is for tests, report 'a' holds findings"
    ),
    (
      ##"{ "version": 1, "qualityGates": [], \##(rest) }"##,
      "1:17: unknown key 'qualityGates' in the policy"
    ),
  ]

  @Test("as a whole are named with their place", arguments: policies)
  func wholePolicy(text: String, words: String) {
    #expect(Self.refusal(of: text) == words)
  }

  private static func policy(_ rule: String) -> String {
    """
    {
      "version": 1,
      "stages": ["push", "merge"],
      "components": { "core": "src/**" },
      "reports": { "unit": { "format": "junit", "files": "u" }, "cov": { "format": "lcov",
        "files": "c" }, "scan": { "format": "sarif", "files": "s" },
        "bench": { "format": "criterion", "files": "b" },
        "jobs": { "format": "facts", "files": "f", "optional": true } },
      "gates": { "g": { "rules": [\(rule)] } }
    }
    """
  }

  private static func refusal(of text: String) -> String? {
    do throws(PolicyErrors) {
      _ = try PolicyReader(formats: testFormats).read(Array(text.utf8))
      return nil
    } catch {
      return error.errors.map(\.description).joined(separator: "\n")
    }
  }
}
