import Subprocess
import TestSupport
import Testing

@Suite("verdict policy lint")
struct PolicyLintTests {
  private static let good = """
    {
      "version": 1,
      "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
      "gates": { "tests": { "rules": [{ "metric": "tests.failed", "max": 0 }] } }
    }
    """

  private static let doubtful = """
    {
      "version": 1,
      "reports": { "scan": { "format": "sarif", "files": "scan.sarif" } },
      "waivers": { "file": "waivers.json" },
      "gates": { "security": { "rules": [
        { "metric": "findings", "where": { "severity": "high" }, "max": 0 }
      ] } }
    }
    """

  private static let waivers = """
    { "version": 1, "waivers": [
      { "match": { "rule": "E1" }, "owner": "me", "reason": "old", "created": "2026-01-01",
        "expires": "2026-02-01" }
    ] }
    """

  private func run(
    _ arguments: String..., in directory: TemporaryDirectory
  ) async throws
    -> Program.Result
  {
    try await Program.run(
      ["policy", "lint"] + arguments + ["--now", "2026-03-01T00:00:00Z"], in: directory.path)
  }

  @Test("has nothing to say against a policy in order")
  func good() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.good, to: "policy.json")
    let result = try await run("--strict", in: directory)
    #expect(result.output == "no problems in policy.json\n")
    #expect(result.status == 0)
  }

  @Test("warns of a policy and of its waivers, which is a failure only if it is asked for")
  func warnings() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.doubtful, to: "ci/policy.json")
    try directory.write(Self.waivers, to: "ci/waivers.json")
    let result = try await run("ci/policy.json", in: directory)
    #expect(
      result.output == """
        ci/policy.json:6:52: warning: 'severity': 'high' leaves out critical, did you mean 'high+'?
        ci/waivers.json:2:3: warning: the waiver has expired on 2026-02-01 and does nothing, remove it

        2 warnings in ci/policy.json

        """)
    #expect(result.status == 0)
    #expect(try await run("ci/policy.json", "--strict", in: directory).status == 1)
  }

  @Test("names all mistakes, of several policies and of waivers")
  func problems() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.doubtful, to: "policy.json")
    try directory.write(Self.waivers.replacing("reason", with: "because"), to: "waivers.json")
    try directory.write(
      Self.good.replacing("failed", with: "faild").replacing("\"files\"", with: "\"file\""),
      to: "other.json")
    let result = try await run("policy.json", "other.json", in: directory)
    #expect(
      result.output == """
        policy.json:6:52: warning: 'severity': 'high' leaves out critical, did you mean 'high+'?
        waivers.json:2:3: error: a waiver needs 'reason'
        waivers.json:2:47: error: unknown key 'because' in a waiver
        other.json:3:45: error: unknown key 'file' in report 'unit', did you mean 'files'?
        other.json:4:47: error: unknown metric 'tests.faild', did you mean 'tests.failed'?

        4 problems, 1 warning in policy.json, other.json

        """)
    #expect(result.diagnostics == "")
    #expect(result.status == 1)
  }

  @Test("gives machines places and kinds")
  func json() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.good.replacing("\"max\": 0", with: "\"max\": -1"), to: "policy.json")
    let result = try await run("--output", "json", in: directory)
    #expect(
      result.output == """
        {
          "files" : [
            "policy.json"
          ],
          "problems" : 1,
          "remarks" : [
            {
              "file" : "policy.json",
              "kind" : "error",
              "position" : {
                "column" : 70,
                "line" : 4
              },
              "text" : "'max': '-1' is out of range, expected a whole number from 0 up"
            }
          ],
          "warnings" : 0
        }

        """)
    #expect(result.status == 1)
  }

  @Test("does not look at what is not there")
  func missing() async throws {
    let directory = try TemporaryDirectory()
    let result = try await run(in: directory)
    #expect(result.output == "")
    #expect(result.diagnostics == "verdict: policy.json: no such file\n")
    #expect(result.status == 2)
    #expect(try await run("--sternly", in: directory).status == 64)
    try directory.write(Self.good, to: "good.json")
    let both = try await run("none.json", "good.json", in: directory)
    #expect(both.output == "no problems in good.json\n")
    #expect(both.diagnostics == "verdict: none.json: no such file\n")
    #expect(both.status == 2)
  }

  @Test("knows the files of the repository")
  func repository() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      Self.doubtful.replacing(#""severity": "high""#, with: #""path": "scr/**""#)
        .replacing(#""waivers": { "file": "waivers.json" },"#, with: ""), to: "policy.json")
    try directory.write("", to: "src/a.c")
    _ = try await Program.run(executable: .name("git"), ["init", "-q"], in: directory.path)
    #expect(
      try await run(in: directory).output == """
        policy.json:6:48: warning: 'scr/**' fits no file of the repository

        1 warning in policy.json

        """)
  }

  @Test("a damaged baseline is no mistake of the policy, a store that nobody knows is")
  func baseline() async throws {
    let directory = try TemporaryDirectory()
    let policy = Self.good.replacing("\"max\": 0", with: "\"maxRise\": \"5 tests\"")
    try directory.write(policy, to: "policy.json")
    try directory.write("{", to: ".verdict/baseline.json")
    #expect(try await run(in: directory).output == "no problems in policy.json\n")
    let store = #""version": 1, "baseline": { "store": "disk:x" },"#
    try directory.write(policy.replacing("\"version\": 1,", with: store), to: "policy.json")
    #expect(
      try await run(in: directory).output == """
        policy.json:2:40: error: unknown baseline store 'disk', known are file, git

        1 problem in policy.json

        """)
  }

  @Test("names files of waivers that are not there, or that nobody can read, at their places")
  func waiverFiles() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      Self.doubtful.replacing(
        #""file": "waivers.json""#,
        with: #""file": "waivers.json", "import": ["audit.txt", ".trivyignore"]"#
      ).replacing("high", with: "high+"), to: "policy.json")
    let result = try await run(in: directory)
    #expect(
      result.output == """
        policy.json:4:24: error: no such file: waivers.json
        policy.json:4:51: error: no waivers can be imported from 'audit.txt', known are .trivyignore, \
        .trivyignore.yaml, .trivyignore.yml, audit.toml, osv-scanner.toml
        policy.json:4:64: error: no such file: .trivyignore

        3 problems in policy.json

        """)
    #expect(result.diagnostics == "")
    #expect(result.status == 1)
  }

  @Test("does not say that a policy is in order whose waivers could not be read")
  func unreadableWaivers() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      Self.doubtful.replacing(
        #""file": "waivers.json""#, with: #""import": "audit.toml""#
      ).replacing("high", with: "high+"), to: "policy.json")
    try directory.write("[advisories", to: "audit.toml")
    let result = try await run(in: directory)
    #expect(result.output == "")
    #expect(result.diagnostics.hasPrefix("verdict: audit.toml:1: "), "\(result.diagnostics)")
    #expect(result.status == 2)
  }

  @Test("warns of what asks less than the policy that is extended")
  func extended() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      { "version": 1, "gates": { "tests": { "rules": [
        { "metric": "tests.failed", "max": 0 },
        { "metric": "tests.total", "min": 1 }
      ] } } }
      """, to: "base.json")
    try directory.write(
      """
      {
        "version": 1,
        "extends": "base.json",
        "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
        "gates": { "tests": { "rules": [
          { "metric": "tests.failed", "max": 5, "else": "warn" },
          { "metric": "tests.total", "min": 2 }
        ] } }
      }
      """, to: "policy.json")
    let result = try await run(in: directory)
    #expect(
      result.output == """
        policy.json:6:5: warning: asks less than what it extends: gate tests, tests.failed: max 0 → 5
        policy.json:6:5: warning: asks less than what it extends: gate tests, tests.failed: \
        else block → warn

        2 warnings in policy.json

        """)
  }

  @Test("the policy of this repository is in order")
  func own() async throws {
    let result = try await Program.run(["policy", "lint", "--strict"], in: ".")
    #expect(result.output == "no problems in policy.json\n")
  }
}
