import Foundation
import TestSupport
import Testing

@Suite("verdict policy test")
struct PolicyTestTests {
  private static let policy = """
    {
      "version": 1,
      "stages": ["push", "check", "merge"],
      "reports": {
        "unit": { "format": "junit", "files": "unit.xml", "optional": true },
        "coverage": { "format": "lcov", "files": "lcov.info" }
      },
      "gates": {
        "tests": {
          "title": "Gate 1: tests",
          "rules": [{ "metric": "tests.failed", "max": 0 }]
        },
        "coverage": {
          "rules": [
            { "metric": "coverage.lines", "each": "file", "min": "79.5%" },
            { "metric": "coverage.lines", "maxDrop": "2pp", "noBaseline": "info" }
          ],
          "else": { "push": "info", "merge": "review" }
        }
      }
    }
    """

  private static func run(
    _ arguments: String..., in directory: TemporaryDirectory
  ) async throws -> Program.Result {
    try await Program.run(["policy", "test"] + arguments, in: directory.path)
  }

  @Test("gives machines the same")
  func json() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "policy.json")
    try directory.write(
      #"""
      { "version": 1, "tests": [
        { "name": "t", "given": { "unit": { "tests": { "failed": 1 } } }, "expect": "pass" }
      ] }
      """#, to: "policy.tests.json")
    let result = try await Self.run("--stage", "merge", "--output", "json", in: directory)
    #expect(result.status == 1, "\(result.diagnostics)")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(root["holds"] as? Bool == false)
    #expect(root["file"] as? String == "policy.tests.json")
    let limits = try #require(root["limits"] as? [[String: Any]])
    #expect(limits.count == 3)
    let answers = limits.first?["answers"] as? [String: [String: Any]]
    #expect(answers?["above"]?["action"] as? String == "block")
    #expect(answers?["equal"]?["status"] as? String == "satisfied")
    #expect(limits.last?["passes"] as? [String] == ["passes without a baseline"])
    let test = (root["tests"] as? [[String: Any]])?.first
    #expect((test?["differences"] as? [[String: String]])?.first?["found"] == "block")
  }

  @Test("prints what each limit does at its edges, and what has no effect")
  func edges() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "ci/policy.json")
    let result = try await Self.run("ci/policy.json", in: directory)
    #expect(
      result.output == """
          below    equal    above    missing  no baseline  stages push, check
        Gate 1: tests
        ! –        pass     block    pass     –            tests.failed, at most 0 tests
        coverage
        ! info     pass     pass     block    –            coverage.lines, each file, at least 79.5 %
        ! info     pass     pass     block    info         coverage.lines, a drop of at most 2 pp

          below    equal    above    missing  no baseline  stage merge
        Gate 1: tests
        ! –        pass     block    pass     –            tests.failed, at most 0 tests
        coverage
          review   pass     pass     block    –            coverage.lines, each file, at least 79.5 %
        ! review   pass     pass     block    info         coverage.lines, a drop of at most 2 pp

        3 limits of ci/policy.json tried at their edges
          ! ci/policy.json:11:17: tests.failed passes without its reports
          ! ci/policy.json:15:9: coverage.lines, each file only informs of what is beyond the limit
          ! ci/policy.json:16:9: coverage.lines only informs of what is beyond the limit
          ! ci/policy.json:16:9: coverage.lines passes without a baseline

        """)
    #expect(result.status == 0)
  }

  private static let tests = """
    { "version": 1, "tests": [
      { "name": "a failing test blocks", "given": { "unit": { "tests": { "failed": 1 } } },
        "expect": "block" },
      { "name": "an optional report may be missing", "given": { "unit": "missing" },
        "expect": "pass" },
      { "name": "coverage below the limit warns", "stage": "merge",
        "given": { "coverage": { "coverage": { "src/a.c": "79/100" } } },
        "baseline": { "coverage": { "coverage": { "src/a.c": "80/100" } } },
        "expect": { "coverage": "warn", "tests": "pass" } },
    ] }
    """

  @Test("runs the tests beside a policy, and shows what was judged where they fail")
  func tests() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "ci/policy.json")
    try directory.write(Self.tests, to: "ci/policy.tests.json")
    let result = try await Self.run("ci/policy.json", in: directory)
    #expect(
      result.output.hasSuffix(
        """

        2 of 3 tests of ci/policy.tests.json as expected
          ✓ a failing test blocks
          ✓ an optional report may be missing
          ✗ coverage below the limit warns (ci/policy.tests.json:6:3)
              gate coverage expected warn, got review
                ✗ coverage.lines of src/a.c: 79 % < 79.5 %
                ✓ coverage.lines: −1 pp ≥ −2 pp
              gate tests expected pass, nothing of it was judged

        """), "\(result.output)")
    #expect(result.status == 1)
    let mended = Self.tests.replacing(
      #""coverage": "warn", "tests": "pass""#, with: #""coverage": "review""#)
    try directory.write(mended, to: "other.json")
    let other = try await Self.run("ci/policy.json", "--tests", "other.json", in: directory)
    #expect(other.output.contains("3 of 3 tests of other.json as expected\n"))
    #expect(other.status == 0)
  }

  @Test(
    "no tests are run of a file that cannot be read",
    arguments: [
      ("none.json", "none.json: no such file"),
      ("bad.json", "bad.json:1:17: unknown key 'test' in the file of tests, did you mean 'tests'?"),
    ])
  func unreadableTests(file: String, words: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "policy.json")
    try directory.write(#"{ "version": 1, "test": [] }"#, to: "bad.json")
    let result = try await Self.run("--tests", file, in: directory)
    #expect(result.diagnostics == "verdict: \(words)\n")
    #expect(result.output == "")
    #expect(result.status == 2)
  }

  @Test("may be asked for one stage, which must be there")
  func stage() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "policy.json")
    let result = try await Self.run("--stage", "merge", in: directory)
    #expect(result.output.contains("no baseline  stage merge\n"))
    #expect(!result.output.contains("push"))
    let other = try await Self.run("--stage", "merg", in: directory)
    #expect(
      other.diagnostics
        == "verdict: policy.json: the policy has no stage 'merg', did you mean 'merge'?\n")
    #expect(other.status == 2)
  }

  @Test("tries nothing of a policy that cannot be read")
  func unreadable() async throws {
    let directory = try TemporaryDirectory()
    let result = try await Self.run(in: directory)
    #expect(result.diagnostics == "verdict: policy.json: no such file\n")
    #expect(result.output == "")
    #expect(result.status == 2)
    #expect(try await Self.run("--stages", in: directory).status == 64)
  }

  @Test(
    "finds nothing wrong with the policies of pipeline documents",
    arguments: ["."]
      + TestFiles.entries("Fixtures/Policies").filter { !$0.hasSuffix(".md") }
      .map { "Fixtures/Policies/\($0)" })
  func fixtures(folder: String) async throws {
    let result = try await Program.run(["policy", "test"], in: folder)
    #expect(!result.output.contains("✗"), "\(result.output)")
    #expect(result.status == 0)
  }
}
