import TestSupport
import Testing

@Suite("verdict policy diff")
struct PolicyDiffTests {
  private static func policy(_ rules: String) -> String {
    """
    {
      "version": 1,
      "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
      "gates": { "tests": { "rules": [
        \(rules)
      ] } }
    }
    """
  }

  private func directory() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(
      Self.policy(
        """
        { "metric": "tests.failed", "max": 0 },
            { "metric": "tests.total", "min": 20 }
        """), to: "old.json")
    try directory.write(
      Self.policy(
        """
        { "metric": "tests.total", "min": 10 },
            { "metric": "tests.failed", "max": 0, "noBaseline": "block" }
        """), to: "new.json")
    return directory
  }

  @Test("names each change with its places")
  func text() async throws {
    let directory = try directory()
    let result = try await Program.run(
      ["policy", "diff", "old.json", "new.json"], in: directory.path)
    #expect(
      result.output == """
        changes  1 loosened, 1 tightened    old.json → new.json

          loosened    gate tests, tests.total: min 20 → 10 (old.json:6:5 → new.json:5:5)
          tightened   gate tests, tests.failed: noBaseline warn → block (old.json:5:5 → new.json:6:5)

        """)
    #expect(result.status == 0)
  }

  @Test("gives machines keys and values")
  func json() async throws {
    let directory = try directory()
    let result = try await Program.run(
      ["policy", "diff", "old.json", "new.json", "--output", "json"], in: directory.path)
    for part in [
      #""effect" : "loosened""#, #""key" : "min""#, #""old" : "20""#, #""new" : "10""#,
      #""gate" : "tests""#,
    ] {
      #expect(result.output.contains(part))
    }
    #expect(result.status == 0)
  }

  @Test("a policy that cannot be read is no difference")
  func unreadable() async throws {
    let directory = try directory()
    let result = try await Program.run(
      ["policy", "diff", "old.json", "none.json"], in: directory.path)
    #expect(result.diagnostics == "verdict: none.json: no such file\n")
    #expect(result.status == 2)
  }
}
