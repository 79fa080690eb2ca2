import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Mistakes in a file of waivers")
struct WaiverReaderTests {
  /// What a waiver says beside owner, reason and its days.
  static let good = #""gate": "g", "match": { "metric": "coverage.lines" }"#
  static let days = #""created": "2026-01-01", "expires": "2026-01-31""#
  static let who = #""owner": "o", "reason": "r""#

  /// A waiver, and the words for what is wrong with it.
  static let waivers: [(waiver: String, words: String)] = [
    ("3", "1:29: 'waiver' must be an object"),
    ("{ \(good), \(days), \"reason\": \"r\" }", "1:29: a waiver needs 'owner'"),
    ("{ \(good), \(days), \"owner\": \"o\" }", "1:29: a waiver needs 'reason'"),
    (
      #"{ "gate": "g", "owner": " ", "reason": "r", \#(days) }"#,
      "1:53: 'owner' must be text that is not empty"
    ),
    ("{ \(good), \(who), \"created\": \"2026-01-01\" }", "1:29: a waiver needs 'expires'"),
    ("{ \(good), \(who), \"expires\": \"2026-01-01\" }", "1:29: a waiver needs 'created'"),
    (
      #"{ "expires": "2026-02-30", "created": "2026-01-01", \#(good), \#(who) }"#,
      #"1:42: 'expires' must be a day such as "2026-01-31""#
    ),
    (
      #"{ "expires": "never", "created": "2026-01-01", \#(good), \#(who) }"#,
      #"1:42: 'expires' must be a day such as "2026-01-31""#
    ),
    (
      #"{ "expires": "2026-01-01", "created": "2026-01-02", \#(good), \#(who) }"#,
      "1:42: the waiver expires on 2026-01-01, before it is created on 2026-01-02"
    ),
    (
      #"{ "expires": "2026-04-02", "created": "2026-01-01", \#(good), \#(who) }"#,
      "1:42: the waiver is for 91 days, the policy allows 90: until 2026-04-01 at most"
    ),
    (
      #"{ "expire": "2026-04-02", "created": "2026-04-01", \#(good), \#(who) }"#,
      "1:31: unknown key 'expire' in a waiver, did you mean 'expires'?"
    ),
    ("{ \(who), \(days) }", "1:29: a waiver needs 'match'"),
    (
      #"{ \#(days), "gate": "h", "match": { "rule": "R" }, \#(who) }"#,
      "1:89: unknown gate 'h', did you mean 'g'?"
    ),
    (
      #"{ \#(days), "match": { "metric": "coverage.lines" }, \#(who) }"#,
      "1:29: a waiver needs 'gate'"
    ),
    (
      #"{ \#(days), "gate": "g", "match": {}, \#(who) }"#,
      "1:103: 'match' says nothing, expected one of rule, path, package, fingerprint, test, class, "
        + "message, metric, in, of, item"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "rule": "" }, \#(who) }"#,
      "1:113: 'rule' must be text that is not empty"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "path": "{a" }, \#(who) }"#,
      "1:113: '{a' is no path pattern, its brackets do not pair up"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "path": [] }, \#(who) }"#,
      "1:113: 'path' is empty, which asks for nothing: name at least one, or leave it out"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "rule": "R", "item": "a" }, \#(who) }"#,
      "1:118: 'rule' is about findings and 'item' about checks, keep one"
    ),
    (
      #"{ \#(days), "gate": "t", "match": { "test": "x", "rule": "R" }, \#(who) }"#,
      "1:105: 'rule' is about findings and 'test' about tests, keep one"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "test": "x" }, \#(who) }"#,
      "1:89: gate 'g' counts no tests"
    ),
    (
      #"{ \#(days), "match": { "message": "timeout" }, \#(who) }"#,
      "1:92: 'message' says how a test fails, say which one with 'test' or 'class'"
    ),
    (
      #"{ \#(days), "match": { "test": "x", "message": ["a", ""] }, \#(who) }"#,
      "1:122: 'message' must be a text that is not empty"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "rul": "R" }, \#(who) }"#,
      "1:105: unknown key 'rul' in match, did you mean 'rule'?"
    ),
    (
      #"{ \#(days), "gate": "t", "match": { "rule": "R" }, \#(who) }"#,
      "1:89: gate 't' counts no findings"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "item": "a" }, \#(who) }"#,
      "1:103: match needs 'metric'"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "metric": "coverage.line" }, \#(who) }"#,
      "1:115: unknown metric of gate 'g': 'coverage.line', did you mean 'coverage.lines'?"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "metric": "coverage.lines", "in": "core" }, \#(who) }"#,
      "1:103: gate 'g' has no rule on coverage.lines with this 'in' and 'of', say them as the rule does"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "metric": "coverage.lines", "of": "new" }, \#(who) }"#,
      "1:139: unknown code 'new', known are all, new-code, changed-files"
    ),
    (
      #"{ \#(days), "gate": "g", "match": { "metric": "coverage.lines", "item": "a" }, \#(who) }"#,
      "1:133: the rule on coverage.lines of gate 'g' has no 'each', so no 'item'"
    ),
  ]

  @Test("are named with their place", arguments: waivers)
  func waiver(waiver: String, words: String) throws {
    #expect(try Self.refusal(of: #"{ "version": 1, "waivers": [\#(waiver)] }"#) == words)
  }

  @Test(
    "as a whole are named with their place",
    arguments: [
      ("", "1:1: not valid JSON: found the end of the file, expected a value"),
      ("[]", "1:1: 'the file of waivers' must be an object"),
      (
        "{}",
        "1:1: the file of waivers needs 'version'\n1:1: the file of waivers needs 'waivers'"
      ),
      (#"{ "version": 2 }"#, "1:14: this verdict reads version 1 of waivers"),
      (#"{ "version": 1 }"#, "1:1: the file of waivers needs 'waivers'"),
      (#"{ "version": 1, "waivers": {} }"#, "1:28: 'waivers' must be a list of waivers"),
      (
        #"{ "version": 1, "waiver": [] }"#,
        "1:17: unknown key 'waiver' in the file of waivers, did you mean 'waivers'?"
      ),
    ])
  func whole(text: String, words: String) throws {
    #expect(try Self.refusal(of: text) == words)
  }

  @Test("a file without waivers is one, and so is one that uses every key")
  func readable() throws {
    #expect(try Self.read(#"{ "version": 1, "waivers": [] }"#) == [])
    let waivers = try Self.read(
      """
      { "version": 1, "waivers": [
        { "gate": "g", "match": { "rule": "R", "path": ["a/**", "b"], "package": "p",
          "fingerprint": "f" }, \(Self.who), "ticket": "T-1", \(Self.days) },
        { \(Self.good), \(Self.who), \(Self.days) }, // comments are allowed
      ] }
      """)
    #expect(
      waivers.map(\.position) == [
        SourcePosition(line: 2, column: 3), SourcePosition(line: 4, column: 3),
      ])
    #expect(waivers.map(\.ticket) == ["T-1", nil])
    #expect(waivers.map(\.expires?.description) == ["2026-01-31", "2026-01-31"])
  }

  @Test(
    "in the policy's own words for them are named with their place",
    arguments: [
      (#""maxDays": 0"#, "3:27: 'maxDays' must be a whole number from 1 up"),
      (#""warnBefore": "2 weeks""#, #"3:30: 'warnBefore' must be days, such as "14d""#),
      (#""whenAdded": "ask""#, "3:29: unknown action 'ask', known are info, warn, review, block"),
      (#""file": """#, "3:24: 'file' must be a path"),
      (#""path": "w.json""#, "3:16: unknown key 'path' in waivers"),
    ])
  func settings(setting: String, words: String) throws {
    let rule = #"{ "metric": "coverage.lines", "min": "80%" }"#
    #expect(throws: PolicyErrors.self) {
      try policy(rules: rule, extra: #""waivers": { \#(setting) },"#)
    }
    do throws(PolicyErrors) {
      _ = try policy(rules: rule, extra: #""waivers": { \#(setting) },"#)
    } catch {
      #expect(error.errors.map(\.description) == [words])
    }
  }

  private static func read(_ text: String) throws -> [Waiver] {
    let policy = try PolicyReader(formats: testFormats).read(
      Array(
        """
        { "version": 1, "components": { "core": "src/**" },
          "reports": { "cov": { "format": "lcov", "files": "c" }, "scan": { "format": "sarif",
            "files": "s" }, "unit": { "format": "junit", "files": "u" } },
          "gates": { "g": { "rules": [{ "metric": "coverage.lines", "min": "80%" },
            { "metric": "findings", "max": 0 }] },
            "t": { "rules": [{ "metric": "tests.failed", "max": 0 }] } },
          "waivers": {} }
        """.utf8))
    let settings = try #require(policy.waivers)
    return try WaiverReader(policy: policy, settings: settings).read(Array(text.utf8))
  }

  private static func refusal(of text: String) throws -> String? {
    do {
      _ = try read(text)
      return nil
    } catch let error as PolicyErrors {
      return error.errors.map(\.description).joined(separator: "\n")
    }
  }
}
