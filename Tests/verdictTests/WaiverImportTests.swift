import TestSupport
import Testing

/// What other tools are told to accept, as waivers.
@Suite("Imported waivers")
struct WaiverImportTests {
  private static func directory(
    _ files: [String: String], import names: String, tool: String
  ) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      { "version": 1,
        "reports": { "scan": { "files": "scan.sarif" } },
        "gates": { "security": { "rules": [{ "metric": "findings", "max": 0 }] } },
        "waivers": { "import": \(names) } }
      """, to: "policy.json")
    let results = ["CVE-1", "CVE-2"].map {
      #"{ "ruleId": "\#($0)", "level": "error", "message": { "text": "old" } }"#
    }
    try directory.write(
      #"{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "\#(tool)" } }, "results": ["#
        + results.joined(separator: ",") + "] }] }", to: "scan.sarif")
    try directory.write("", to: "change.diff")
    for (name, text) in files { try directory.write(text, to: name) }
    return directory
  }

  private static func check(
    _ files: [String: String], import names: String, tool: String = "Trivy",
    diff: String = "other"
  ) async throws -> Program.Result {
    let directory = try directory(files, import: names, tool: tool)
    try directory.write(
      """
      --- a/\(diff)
      +++ b/\(diff)
      @@ -1 +1 @@
      -a
      +b

      """, to: "change.diff")
    return try await Program.run(
      ["check", "--diff", "change.diff", "--now", "2026-01-02T00:00:00Z"], in: directory.path)
  }

  @Test("waive findings until their end, and name what has none")
  func inForce() async throws {
    let result = try await Self.check(
      [
        ".trivyignore": "# not reachable\nCVE-1 exp:2026-03-01\n",
        "sub/.trivyignore.yaml": "vulnerabilities:\n  - id: CVE-2\n",
      ], import: #"[".trivyignore", "sub/.trivyignore.yaml"]"#)
    #expect(result.status == 0)
    for words in [
      "WARN", "CVE-1 waived until 2026-02-28: not reachable",
      "CVE-2 waived for ever, nobody says why",
      "sub/.trivyignore.yaml:2 has no end: trivy's CVE-2, for ever, nobody says why",
    ] {
      #expect(result.output.unwrapped.contains(words), "\(words)\n\(result.output)")
    }
  }

  @Test(
    "do nothing on the tool's own last day, and warn if they end too late",
    arguments: [
      ("2026-01-02", 1, ".trivyignore:1 has expired"),
      ("2026-01-03", 0, ".trivyignore:1 ends today"),
      ("2027-01-01", 0, ".trivyignore:1 ends later than in 90 days"),
    ])
  func ends(day: String, status: Int, words: String) async throws {
    let result = try await Self.check(
      [".trivyignore": "CVE-1 exp:\(day)\nCVE-2 exp:2026-02-20"], import: #"".trivyignore""#)
    #expect(result.status == status)
    #expect(result.output.unwrapped.contains(words), "\(result.output)")
  }

  @Test("accept no other tool's findings")
  func otherTool() async throws {
    let result = try await Self.check(
      [".trivyignore": "CVE-1\nCVE-2"], import: #"".trivyignore""#, tool: "Bandit")
    #expect(result.status == 1)
    #expect(result.output.unwrapped.contains("2 > 0"))
  }

  @Test("ask for a review if the change brings them")
  func added() async throws {
    let result = try await Self.check(
      [".trivyignore": "CVE-1 exp:2026-02-20\nCVE-2 exp:2026-02-20"], import: #"".trivyignore""#,
      diff: ".trivyignore")
    #expect(result.status == 1)
    #expect(result.output.unwrapped.contains(".trivyignore:1 is added by the change itself"))
  }

  @Test(
    "leave no decision where a file cannot be believed",
    arguments: [
      (
        #"["deny.toml"]"#, [:],
        "policy.json: no waivers can be imported from 'deny.toml', known are .trivyignore, "
          + ".trivyignore.yaml, .trivyignore.yml, audit.toml, osv-scanner.toml"
      ),
      (#"".trivyignore""#, [:], ".trivyignore: no such file"),
      (
        #"".trivyignore""#, [".trivyignore": "\nCVE-1 exp:soon"],
        ".trivyignore:2: 'soon' is no day such as 2026-01-31"
      ),
    ])
  func refused(names: String, files: [String: String], words: String) async throws {
    let result = try await Self.check(files, import: names)
    #expect(result.status == 2)
    #expect(result.diagnostics == "verdict: \(words)\n")
  }
}
