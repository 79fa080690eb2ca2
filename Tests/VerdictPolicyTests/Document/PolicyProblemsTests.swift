import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("All mistakes of a policy at once")
struct PolicyProblemsTests {
  @Test("are named in the order of their places")
  func order() {
    let text = """
      {
        "version": 1,
        "stages": ["push", "merge", "push"],
        "components": { "core": "{src" },
        "reports": { "cov": { "format": "lcof", "fles": "c" }, "unit": { "files": 3 } },
        "gates": {
          "g": { "rules": [
            { "metric": "coverage.line", "min": 80, "else": "blok" },
            { "metric": "coverage.lines", "in": "cor", "min": 80, "maxDrop": "2 points",
              "stages": ["mrege", "prod"] },
            { "metrc": "findings", "max": 0, "missing": "pass" },
            { "metric": "tests.failed", "in": "core", "max": { "*": 0 }, "optional": true }
          ] },
          "h": { "rules": [], "owner": "me" }
        },
        "defaults": { "emty": "warn" }
      }
      """
    #expect(
      Self.refusal(of: text) == [
        "3:31: stage 'push' is named twice",
        "4:27: '{src' is no path pattern, its brackets do not pair up",
        "5:35: unknown format 'lcof', did you mean 'lcov'?",
        "5:43: unknown key 'fles' in report 'cov', did you mean 'files'?",
        "5:77: 'files' must be text or a list of texts",
        "8:19: unknown metric 'coverage.line', did you mean 'coverage.lines'?",
        "8:55: unknown action 'blok', did you mean 'block'?",
        "9:43: unknown component 'cor', did you mean 'core'?",
        #"9:57: 'min': 80 needs a unit, such as "80%""#,
        #"9:72: 'maxDrop': '2 points' does not fit coverage.lines, expected "5pp" or "5%""#,
        "10:20: unknown stage 'mrege', did you mean 'merge'?",
        "10:29: unknown stage 'prod', known are push, merge",
        "11:9: unknown key 'metrc' in a rule, did you mean 'metric'?",
        "11:51: unknown action 'pass', known are info, warn, review, block",
        "12:35: 'in' does not fit tests.failed: its items have no paths",
        "12:56: 'max' does not fit tests.failed: limits by item need 'each'",
        "12:68: unknown key 'optional' in a rule",
        "14:21: 'rules' is empty, which asks for nothing: name at least one, or leave it out",
        "14:25: unknown key 'owner' in gate 'h'",
        "16:17: unknown key 'emty' in defaults, did you mean 'empty'?",
      ])
  }

  /// Where one mistake makes others look wrong: only the first is named.
  static let consequences: [(text: String, words: [String])] = [
    (
      #""components": ["src"], "reports": { "c": { "format": "lcov", "files": "c" } }, "gates": "#
        + #"{ "g": { "rules": [{ "metric": "coverage.lines", "in": "src", "min": "1%" }] } }"#,
      ["1:31: 'components' must be an object of names"]
    ),
    (
      #""reports": "c", "gates": { "g": { "rules": ["#
        + #"{ "metric": "coverage.lines", "from": "c", "min": "1%" }] } }"#,
      ["1:28: 'reports' must be an object of names"]
    ),
    (
      #""stages": 3, "reports": { "c": { "files": "c" } }, "gates": { "g": { "rules": ["#
        + #"{ "metric": "coverage.lines", "min": "1%", "stages": "a", "else": { "a": "warn" } }] } }"#,
      ["1:27: 'stages' must be text or a list of texts"]
    ),
    (
      #""stages": ["a", "b"], "reports": { "c": { "files": "c" } }, "gates": { "g": { "rules": ["#
        + #"{ "metric": "coverage.lines", "min": "1%", "else": { "aa": "warn" } }] } }"#,
      ["1:158: unknown stage 'aa', did you mean 'a'?"]
    ),
    (
      #""reports": { "c": { "files": "c" } }, "gates": { "g": { "rules": ["#
        + #"{ "metric": "benchmark.time", "eahc": "benchmark", "max": { "*": "1s" } }] } }"#,
      ["1:113: unknown key 'eahc' in a rule, did you mean 'each'?"]
    ),
    (
      #""reports": { "c": { "files": "c" }, "d": { "format": "sarif", "files": "d" } }, "#
        + #""gates": { "g": { "rules": [{ "metric": "finding", "max": 0 }] } }"#,
      ["1:137: unknown metric 'finding', did you mean 'findings'?"]
    ),
    (
      #""reports": {}"#,
      [
        "1:1: the policy needs 'gates'",
        "1:17: 'reports' is empty, which asks for nothing: name at least one, or leave it out",
      ]
    ),
  ]

  @Test("leave out what follows from another", arguments: consequences)
  func consequence(text: String, words: [String]) {
    #expect(Self.refusal(of: #"{ "version": 1, \#(text) }"#) == words)
  }

  @Test("are of no interest in a policy of another version")
  func version() {
    #expect(
      Self.refusal(of: #"{ "version": 2, "checks": [] }"#).contains {
        $0.hasPrefix("1:14: policy version 2")
      })
  }

  @Test("are counted where there are too many to name")
  func many() throws {
    let keys = (1...80).map { "\"k\($0)\": 0" }.joined(separator: ", ")
    let refusal = #expect(throws: PolicyErrors.self) {
      try PolicyReader(formats: testFormats).read(Array("{ \"version\": 1, \(keys) }".utf8))
    }
    #expect(refusal?.errors.count == 50)
    #expect(refusal?.omitted == 32)
  }

  private static func refusal(of text: String) -> [String] {
    do throws(PolicyErrors) {
      _ = try PolicyReader(formats: testFormats).read(Array(text.utf8))
      return []
    } catch {
      return error.errors.map(\.description)
    }
  }
}
