import TestSupport
import Testing

/// The text of a redacted report comes out nowhere.
@Suite("Redaction")
struct RedactionTests {
  static let secret = "hunter2"

  static func policy(redact: Bool) -> String {
    """
    {
      "version": 1,
      "reports": { "scan": { "files": "scan.sarif", "redact": \(redact) } },
      "gates": { "secrets": { "rules": [
        { "metric": "findings", "from": "scan", "max": 0 },
        { "metric": "findings", "from": "scan", "maxRise": "0 findings", "else": "warn" }] } }
    }
    """
  }

  /// A result in which every text is the secret.
  static let report = """
    {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "scanner"}}, "results": [
      {"suppressions": [{"kind": "external", "status": "underReview", "justification": "\(secret)"}],
       "ruleId": "key", "level": "error", "message": {"text": "found \(secret)"},
       "fingerprints": {"text": "\(secret)"}, "partialFingerprints": {"line": "\(secret)"},
       "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/a.py"},
         "region": {"startLine": 7, "snippet": {"text": "\(secret)"}}},
         "logicalLocations": [{"fullyQualifiedName": "\(secret)"}]}]}],
      "invocations": [{"executionSuccessful": false, "toolExecutionNotifications": [
        {"level": "error", "message": {"text": "\(secret)"}}]}]}]}
    """

  /// The report, whole and damaged.
  static let samples = [
    report, report.replacing(#""executionSuccessful": false"#, with: #""exitCode": 0"#),
    String(report.dropLast(40)), report.replacing("2.1.0", with: secret), secret,
    report.replacing(#""ruleId""#, with: secret),
  ]

  @Test("holds in every output and in the baseline", arguments: samples)
  func outputs(report: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(redact: true), to: "policy.json")
    try directory.write(report, to: "scan.sarif")
    let save = try await Program.run(["baseline", "save"], in: directory.path)
    let explain = try await Program.run(["explain"], in: directory.path)
    let check = try await Program.run(
      ["check", "--output", "terminal", "--output", "markdown=c.md", "--output", "json=v.json"],
      in: directory.path)
    #expect(check.status == 1)
    var texts = [save, explain, check].flatMap { [$0.output, $0.diagnostics] }
    for file in ["c.md", "v.json", ".verdict/baseline.json"] {
      let path = "\(directory.path)/\(file)"
      if TestFiles.exists(path) { texts.append(try TestFiles.text(path)) }
    }
    for text in texts { #expect(!text.contains(Self.secret), "\(text)") }
  }

  @Test("leaves rule, path and line, and counts")
  func place() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(redact: true), to: "policy.json")
    try directory.write(Self.report, to: "scan.sarif")
    let check = try await Program.run(["check"], in: directory.path)
    #expect(check.output.contains("key: (redacted) (src/a.py 7)"), "\(check.output)")
  }

  @Test("holds for a baseline that was saved before the report was redacted")
  func olderBaseline() async throws {
    let directory = try TemporaryDirectory()
    let whole = Self.report.replacing(#""executionSuccessful": false"#, with: #""exitCode": 0"#)
      .replacing(
        #""level": "error", "message": {"text": "\#(Self.secret)"}"#, with: #""level": "note""#)
    try directory.write(Self.policy(redact: false), to: "policy.json")
    try directory.write(whole, to: "scan.sarif")
    let save = try await Program.run(
      ["baseline", "save", "--force", "all known"], in: directory.path)
    #expect(save.status == 0, "\(save.diagnostics)")
    try directory.write(Self.policy(redact: true), to: "policy.json")
    for line in [7, 8] {
      try directory.write(
        whole.replacing(#""startLine": 7"#, with: #""startLine": \#(line)"#), to: "scan.sarif")
      let check = try await Program.run(["check"], in: directory.path)
      #expect(!check.output.contains(Self.secret), "\(check.output)")
      #expect(check.output.contains("1 new") == (line == 8), "\(check.output)")
    }
  }
}
