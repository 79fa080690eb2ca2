import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Effective policies")
struct EffectivePolicyTests {
  private static let text = #"""
    { // A comment of the author's.
      "$schema": "policy.schema.json",
      "extends": ["verdict:ratchet", "base/base.json"],
      "version": 1,
      "reports": {
        "unit": { "format": "junit", "files": "unit/\"quoted\"\u0001/*.xml" },
        "all": { "files": ["a.xml", "b.xml"], "optional": true }
      },
      "gates": {
        "tests": { "rules": [
          { "metric": "tests.skipped", "max": null },
          { "metric": "tests.failed", "max": 3 }
        ] },
        "coverage": null, "findings": null, "more": { "title": "Mehr — ja" }
      }
    }
    """#

  private static let base = """
    { "version": 1,
      "gates": {
        "tests": { "rules": [
          { "metric": "tests.skipped", "max": 9, "maxRise": "9 tests" },
          { "metric": "tests.failed", "max": 8, "else": { "check": "warn" } },
        ] },
        "more": { "title": "More", "rules": [{ "metric": "tests.flaky", "max": 0 }] } },
      "stages": "check", "defaults": {},
    }
    """

  private static func assembly() throws -> PolicyAssembly {
    try VerdictPolicyTests.assembly(text, ["base/base.json": base])
  }

  @Test("are printed in the order in which policies are written, in lines that people read")
  func plain() throws {
    #expect(
      try EffectivePolicy(Self.assembly(), named: "policy.json").text(origins: false) == #"""
        {
          "$schema": "policy.schema.json",
          "version": 1,
          "reports": {
            "unit": { "format": "junit", "files": "unit/\"quoted\"\u0001/*.xml" },
            "all": { "files": ["a.xml", "b.xml"], "optional": true }
          },
          "gates": {
            "tests": {
              "title": "Tests",
              "rules": [
                { "metric": "tests.failed", "where": { "state": "new" }, "max": 0 },
                {
                  "metric": "tests.failed",
                  "where": { "state": "failing-differently" },
                  "max": 0,
                  "else": "warn"
                },
                { "metric": "tests.skipped", "where": { "state": "failed-before" }, "max": 0 },
                { "metric": "tests.total", "maxDrop": "0%", "else": "review" },
                {
                  "metric": "tests.skipped",
                  "maxRise": "9 tests"
                },
                {
                  "metric": "tests.failed",
                  "max": 3,
                  "else": { "check": "warn" }
                }
              ]
            },
            "more": {
              "title": "Mehr — ja",
              "rules": [{ "metric": "tests.flaky", "max": 0 }]
            }
          },
          "stages": "check",
          "defaults": {}
        }

        """#)
  }

  @Test("say where each line comes from, what it took the place of, and what was taken out")
  func origins() throws {
    let text = try EffectivePolicy(Self.assembly(), named: "ci/policy.json").text(origins: true)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    for line in [
      #""unit": { "format": "junit", "files": "unit/\"quoted\"\u0001/*.xml" }, "#
        + "// ci/policy.json:6:13",
      #""title": "Tests", // verdict:ratchet:6:16"#,
      #""maxRise": "9 tests" // base/base.json:4:57"#,
      #"// "max" of base/base.json:4:43 is taken out at ci/policy.json:11:36"#,
      #""max": 3, // ci/policy.json:12:42, instead of 8 at base/base.json:5:42"#,
      #"// "coverage" of verdict:ratchet:15:17 is taken out at ci/policy.json:14:5"#,
    ] {
      #expect(lines.contains(line), "\(line)\n\(text)")
    }
  }

  @Test("a rule that is taken out is named")
  func removedRule() throws {
    let text = #"""
      { "version": 1, "extends": "base.json",
        "gates": { "g": { "rules": [{ "metric": "tests.total", "min": null }] } } }
      """#
    let base = #"""
      { "version": 1, "gates": { "g": { "rules": [
        { "metric": "tests.total", "min": 1 }, { "metric": "tests.failed", "max": 0 }] } } }
      """#
    let shown = EffectivePolicy(
      try VerdictPolicyTests.assembly(text, ["base.json": base]), named: "policy.json"
    ).text(origins: true)
    #expect(
      shown.contains("        // the rule of base.json:2:3 is taken out at policy.json:2:31\n"),
      "\(shown)")
  }

  @Test("are policies that ask the same", arguments: [false, true])
  func roundTrip(origins: Bool) throws {
    let assembly = try Self.assembly()
    let reader = PolicyReader(formats: testFormats)
    let shown = EffectivePolicy(assembly, named: "policy.json").text(origins: origins)
    let policy = try reader.read(Array(shown.utf8))
    #expect(policyChanges(from: try reader.read(assembly), to: policy) == [])
    #expect(policy.gates.map(\.title) == ["Tests", "Mehr — ja"])
    #expect(policy.reports[0].files.map(\.pattern) == ["unit/\"quoted\"\u{1}/*.xml"])
  }
}
