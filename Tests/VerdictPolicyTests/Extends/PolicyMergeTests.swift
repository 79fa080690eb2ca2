import JSONDocument
import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Policies over what they extend")
struct PolicyMergeTests {
  /// The text of the policy that comes out, in one line.
  private static func merged(_ text: String, over files: [String: String]) throws -> String {
    try assembly(text, files).merged(PolicyProblems()).result.text()
  }

  /// A policy over one base.
  private static func merged(_ own: String, over base: String) throws -> String {
    try merged(
      #"{ "version": 1, "extends": "base.json", \#(own) }"#,
      over: ["base.json": #"{ "version": 1, \#(base) }"#])
  }

  @Test(
    "keep what the base has, override key by key, and take out what is null",
    arguments: [
      (
        #""defaults": { "empty": "warn" }"#,
        #""defaults": { "missing": "warn", "empty": "block" }"#,
        #""defaults": { "missing": "warn", "empty": "warn" }"#
      ),
      (
        #""components": { "b": "y/**", "c": "z/**" }"#,
        #""components": { "a": "x/**", "b": ["v"] }"#,
        #""components": { "a": "x/**", "b": "y/**", "c": "z/**" }"#
      ),
      (
        #""reports": { "r": { "files": "x", "shards": null } }"#,
        #""reports": { "r": { "files": ["a", "b"], "shards": 3, "redact": true } }"#,
        #""reports": { "r": { "files": "x", "redact": true } }"#
      ),
      (#""stages": ["merge"]"#, #""stages": ["push", "merge"]"#, #""stages": ["merge"]"#),
      (
        #""gates": { "a": null, "c": {} }"#, #""gates": { "a": {}, "b": {} }"#,
        #""gates": { "b": {}, "c": {} }"#
      ),
      (
        #""gates": { "a": { "title": "B", "else": { "merge": "review" } } }"#,
        #""gates": { "a": { "title": "A", "else": { "push": "warn", "merge": "block" }, "rules": [1] } }"#,
        #""gates": { "a": { "title": "B", "else": { "push": "warn", "merge": "review" }, "rules": [1] } }"#
      ),
    ])
  func sections(own: String, base: String, expected: String) throws {
    let merged = try Self.merged(own, over: base)
    #expect(merged.contains(expected), "\(merged)")
    #expect(!merged.contains(#""version": 1, "version""#))
  }

  @Test(
    "change the rule that asks for the same, whatever its limit, and add any other",
    arguments: [
      (
        #"{ "metric": "m", "min": 2 }"#, #"{ "metric": "m", "min": 1, "else": "warn" }"#,
        #"[{ "metric": "m", "min": 2, "else": "warn" }]"#
      ),
      (
        #"{ "metric": "m", "from": ["a", "b"], "min": 2 }"#,
        #"{ "metric": "m", "min": 1, "from": ["b", "a"] }"#,
        #"[{ "metric": "m", "min": 2, "from": ["a", "b"] }]"#
      ),
      (
        #"{ "metric": "m", "each": ["x"], "max": 2 }"#,
        #"{ "metric": "m", "each": "x", "max": 1 }"#,
        #"[{ "metric": "m", "each": ["x"], "max": 2 }]"#
      ),
      // Another limit, another scope: another rule.
      (
        #"{ "metric": "m", "max": 2 }"#, #"{ "metric": "m", "min": 1 }"#,
        #"[{ "metric": "m", "min": 1 }, { "metric": "m", "max": 2 }]"#
      ),
      (
        #"{ "metric": "m", "of": "new-code", "min": 2 }"#, #"{ "metric": "m", "min": 1 }"#,
        #"[{ "metric": "m", "min": 1 }, { "metric": "m", "of": "new-code", "min": 2 }]"#
      ),
      // One limit of several.
      (
        #"{ "metric": "m", "min": null }"#, #"{ "metric": "m", "min": 1, "max": 3 }"#,
        #"[{ "metric": "m", "max": 3 }]"#
      ),
      (#"{ "metric": "m", "min": null }"#, #"{ "metric": "m", "min": 1, "else": "warn" }"#, "[]"),
      // Limits by pattern are objects as well.
      (
        #"{ "metric": "m", "min": { "b": 3 } }"#, #"{ "metric": "m", "min": { "a": 1, "b": 2 } }"#,
        #"[{ "metric": "m", "min": { "a": 1, "b": 3 } }]"#
      ),
      // Two tiers: by their action, and what is left by its place.
      (
        #"{ "metric": "m", "max": 9 }, { "metric": "m", "max": 4, "else": "warn" }"#,
        #"{ "metric": "m", "max": 5, "else": "warn" }, { "metric": "m", "max": 10 }"#,
        #"[{ "metric": "m", "max": 4, "else": "warn" }, { "metric": "m", "max": 9 }]"#
      ),
      (
        #"{ "metric": "m", "max": 5, "else": "warn" }, { "metric": "m", "max": 10 }"#,
        #"{ "metric": "m", "max": 7 }"#,
        #"[{ "metric": "m", "max": 10 }, { "metric": "m", "max": 5, "else": "warn" }]"#
      ),
    ])
  func rules(own: String, base: String, expected: String) throws {
    let merged = try Self.merged(
      #""gates": { "g": { "rules": [\#(own)] } }"#,
      over: #""gates": { "g": { "rules": [\#(base)] } }"#)
    #expect(merged.contains(#""rules": \#(expected) } }"#), "\(merged)")
  }

  @Test("a later base overrides an earlier one, and what a base extends comes before it")
  func order() throws {
    func setting(_ title: String, _ more: String = "") -> String {
      #"{ "version": 1,\#(more) "gates": { "g": { "title": "\#(title)", "\#(title)": 1 } } }"#
    }
    let merged = try Self.merged(
      #"{ "version": 1, "extends": ["a.json", "d/b.json"] }"#,
      over: [
        "a.json": setting("a"), "d/b.json": setting("b", #" "extends": "../c.json","#),
        "c.json": setting("c"),
      ])
    #expect(
      merged == #"{ "gates": { "g": { "title": "b", "a": 1, "c": 1, "b": 1 } }, "version": 1, "#
        + #""extends": ["a.json", "d/b.json"] }"#)
  }

  @Test("every value says where it comes from")
  func origins() throws {
    let text = """
      {
        "version": 1, "extends": "base.json",
        "gates": { "g": { "rules": [{ "metric": "m", "min": 2 }] } }
      }
      """
    let base =
      #"{ "version": 1, "gates": { "g": { "rules": [{ "metric": "m", "min": 1, "else": "x" }] } } }"#
    let merge = try assembly(text, ["base.json": base]).merged(PolicyProblems())
    let rule = try #require(
      merge.result["gates"]?["g"]?["rules"]?.elements.first)
    #expect(rule.place.words(in: "policy.json") == "policy.json:3:31")
    let limit = try #require(rule["min"])
    #expect(limit.place.words(in: "policy.json") == "policy.json:3:55")
    #expect(merge.overridden[limit.place]?.text() == "1")
    #expect(rule["else"]?.place.words(in: "policy.json") == "base.json:1:80")
  }
}

extension PositionedJSON {
  fileprivate subscript(key: String) -> PositionedJSON? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate var elements: [PositionedJSON] {
    if case .array(let elements) = value { elements } else { [] }
  }
}
