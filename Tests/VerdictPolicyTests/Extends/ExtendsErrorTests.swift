import Testing

@testable import VerdictPolicy

@Suite("Mistakes in what a policy extends")
struct ExtendsErrorTests {
  private static let reports = #""reports": { "unit": { "format": "junit", "files": "u" } }"#

  /// A policy that extends others, and has a gate of its own.
  private static func policy(extends: String, _ gates: String = "") -> String {
    """
    {
      "version": 1,
      "extends": \(extends),
      \(reports),
      "gates": {
        "own": { "rules": [{ "metric": "tests.total", "min": 1 }] }\(gates.isEmpty ? "" : ",\n    " + gates)
      }
    }
    """
  }

  @Test(
    "name the place of 'extends'",
    arguments: [
      ("1", "3:14: 'extends' must be a path, the name of a preset, or a list of them"),
      (#""""#, "3:14: 'extends' must be a path, the name of a preset, or a list of them"),
      (
        "[]", "3:14: 'extends' is empty, which asks for nothing: name at least one, or leave it out"
      ),
      (
        #"["/etc/base.json", "https://example.org/base.json"]"#,
        "3:15: '/etc/base.json' is absolute, expected a path relative to this file\n"
          + "policy.json:3:33: 'https://example.org/base.json' is an address, expected a file of the "
          + "repository or a preset"
      ),
      (
        #""verdict:strickt""#,
        "3:14: unknown preset 'verdict:strickt', did you mean 'verdict:strict'?"
      ),
      (
        #""verdict:house""#,
        "3:14: unknown preset 'verdict:house', known are verdict:recommended, verdict:strict, "
          + "verdict:ratchet, verdict:strict-evidence"
      ),
      (#""none.json""#, "3:14: cannot read 'none.json': no such file"),
    ])
  func references(extends: String, words: String) {
    #expect(refusal(of: Self.policy(extends: extends)) == "policy.json:" + words)
  }

  @Test(
    "name what is wrong with a pin",
    arguments: [
      (
        #"{ "files": "base.json" }"#,
        "3:16: unknown key 'files' in what is extended, did you mean 'file'?"
      ),
      (
        #"{ "sha256": "00" }"#,
        "3:14: what is extended needs 'file'\npolicy.json:3:26: 'sha256' must be 64 hexadecimal digits, as sha256sum prints them"
      ),
      (#"{ "file": ["base.json"] }"#, "3:24: 'file' must be a path or the name of a preset"),
      (
        #"{ "file": "verdict:strict", "sha256": "\#(String(repeating: "0", count: 64))" }"#,
        "3:52: 'sha256' does not fit a preset, which comes with the program"
      ),
      (
        #"{ "file": "base.json", "sha256": "\#(String(repeating: "0", count: 64))" }"#,
        "3:47: 'base.json' has another SHA-256, "
          + "\(digest): look at what changed in it before you pin that"
      ),
    ])
  func pins(extends: String, words: String) {
    #expect(
      refusal(of: Self.policy(extends: extends), ["base.json": Self.base]) == "policy.json:" + words
    )
  }

  /// Of `base`, as `sha256sum` prints it.
  private static let digest =
    "2ce6d0ab738b4235f41125ac5eba2a30ff6214f619241468dc32c8570a0a9a47"

  @Test("a pin that fits is no mistake, in whatever case it is written", arguments: [false, true])
  func pin(isUppercase: Bool) {
    let digest = isUppercase ? Self.digest.uppercased() : Self.digest
    let extends = #"[{ "file": "base.json", "sha256": "\#(digest)" }]"#
    #expect(refusal(of: Self.policy(extends: extends), ["base.json": Self.base]) == nil)
  }

  @Test(
    "name the base's file",
    arguments: [
      (
        "{",
        "base.json:1:2: not valid JSON: found the end of the file, expected a key in quotes or '}'"
      ),
      ("[]", "base.json:1:1: 'policy' must be an object"),
      (#"{ "gates": {} }"#, "base.json:1:1: the policy needs 'version'"),
      (
        #"{ "version": 2 }"#,
        "base.json:1:14: policy version 2 is not supported, this verdict reads version 1"
      ),
      (
        #"{ "version": 1, "gate": {} }"#,
        "base.json:1:17: unknown key 'gate' in the policy, did you mean 'gates'?"
      ),
      (
        #"{ "version": 1, "gates": [] }"#,
        "base.json:1:26: 'gates' must be an object"
      ),
      (
        #"{ "version": 1, "gates": { "own": 3 } }"#,
        "base.json:1:35: 'own' must be an object"
      ),
      (
        #"{ "version": 1, "gates": { "own": { "rules": {} } } }"#,
        "base.json:1:46: 'rules' must be a list of rules"
      ),
      (
        #"{ "version": 1, "gates": { "more": { "rules": [{ "metric": "tests.totl", "min": 1 }] } } }"#,
        "base.json:1:60: unknown metric 'tests.totl', did you mean 'tests.total'?"
      ),
      (
        #"{ "version": 1, "gates": { "more": { "rules": [{ "metric": "findings", "max": 1 }] } } }"#,
        "base.json:1:50: no report of the policy holds findings for findings, declare one, or take "
          + "the gate out with null"
      ),
      (
        #"{ "version": 1, "extends": "../other.json" }"#,
        "base.json:1:28: cannot read '../other.json': no such file"
      ),
    ])
  func bases(base: String, words: String) {
    #expect(refusal(of: Self.policy(extends: #""base.json""#), ["base.json": base]) == words)
  }

  private static let base = """
    {
      "version": 1,
      "gates": {
        "tests": {
          "rules": [
            { "metric": "tests.failed", "max": 0 },
            { "metric": "tests.total", "maxDrop": "5%", "else": "warn" },
            { "metric": "tests.total", "maxDrop": "10%" }
          ]
        }
      }
    }
    """

  @Test(
    "say what is to be changed that is not there",
    arguments: [
      (
        #""test": null"#,
        "7:5: 'test' is null to take it out, but nothing that is extended has it, did you mean "
          + "'tests'?"
      ),
      (
        #""tests": { "rules": [{ "metric": "tests.failed", "min": null }] }"#,
        "7:26: null takes a key out of a rule, but no rule that is extended asks for the same"
      ),
      (
        #""tests": { "rules": [{ "metric": "tests.total", "maxDrop": "20%", "else": "info" }] }"#,
        "7:26: the rule fits more than one that is extended (base.json:7:9, base.json:8:9), give "
          + "it the 'else', 'stages' and 'enforceFrom' of the one that is meant"
      ),
    ])
  func changes(gates: String, words: String) {
    let text = Self.policy(extends: #""base.json""#, gates)
    #expect(refusal(of: text, ["base.json": Self.base]) == "policy.json:" + words)
  }

  @Test("name the files of a circle")
  func cycle() {
    func extending(_ file: String) -> String { #"{ "version": 1, "extends": "\#(file)" }"# }
    #expect(
      refusal(
        of: Self.policy(extends: #""a/b.json""#),
        ["a/b.json": extending("../c.json"), "c.json": extending("./a/b.json")])
        == "c.json:1:28: a policy cannot extend itself: a/b.json → c.json → a/b.json")
    #expect(
      refusal(of: Self.policy(extends: #""./policy.json""#))
        == "policy.json:3:14: a policy cannot extend itself: policy.json → policy.json")
  }

  @Test("say how deep and how much may be extended")
  func limits() {
    var files: [String: String] = [:]
    for level in 0...PolicyAssembly.maximumDepth {
      files["\(level).json"] = #"{ "version": 1, "extends": "\#(level + 1).json" }"#
    }
    #expect(
      refusal(of: Self.policy(extends: #""0.json""#), files)
        == "7.json:1:28: policies that extend each other more than 8 levels deep")
    let many = Array(repeating: #""verdict:strict""#, count: 20).joined(separator: ", ")
    #expect(
      refusal(of: Self.policy(extends: "[\(many)]"))
        == "verdict:strict:4:38: the policy extends more than 32 files and presets")
  }

  @Test("a policy whose base nobody gave is none")
  func missing() {
    #expect(throws: PolicyErrors.self) {
      let text = Self.policy(extends: #""base.json""#)
      _ = try PolicyReader(formats: testFormats).read(Array(text.utf8))
    }
  }
}
