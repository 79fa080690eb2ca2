import Foundation
import TestSupport
import Testing

/// Findings are known again by the source that they are in.
@Suite("The source of findings")
struct FlaggedSourceTests {
  private static let policy = """
    {
      "version": 1,
      "reports": { "lint": { "files": "lint.sarif" } },
      "gates": { "lint": { "rules": [
        { "metric": "findings", "where": { "state": "new" }, "max": 0 }] } }
    }
    """

  /// What a linter says that finds fault with every line that has a `!`.
  private static func report(of source: String) -> String {
    let results = source.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains("!") }.map { index, _ in
        """
        {"ruleId": "R1", "level": "warning", "message": {"text": "do not shout"}, "locations": [
          {"physicalLocation": {"artifactLocation": {"uri": "src/a.py"},
           "region": {"startLine": \(index + 1)}}}]}
        """
      }
    return """
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "linter"}},
       "results": [\(results.joined(separator: ","))]}]}
      """
  }

  private struct Recorded: Decodable {
    struct Comparison: Decodable {
      var findings: Findings
    }
    struct Findings: Decodable {
      var new: [Finding]
      var moved: [Finding]
      var fixed: [Finding]
    }
    struct Finding: Decodable {
      var line: Int
      var reason: String
    }
    struct Input: Decodable {
      var role: String
      var path: String
    }
    var comparison: Comparison
    var inputs: [Input]
  }

  private static let before = """
    first = shout('!')
    a = 1
    second = shout('!!')
    b = 2
    """

  /// The first line went, and there is another one like it below.
  private static let after = """
    a = 1
    second = shout('!!')
    b = 2
    third = shout('!!!')
    """

  private func write(_ source: String, in directory: TemporaryDirectory) throws {
    try directory.write(source, to: "src/a.py")
    try directory.write(Self.report(of: source), to: "lint.sarif")
  }

  private func check(in directory: TemporaryDirectory) async throws -> Recorded {
    let result = try await Program.run(
      ["check", "--output", "json=verdict.json"], in: directory.path)
    #expect(result.status == 1, "\(result.diagnostics)")
    return try JSONDecoder().decode(
      Recorded.self, from: Data(TestFiles.text(directory.path + "/verdict.json").utf8))
  }

  @Test("tells which of equal findings are the same, and is named with its digest")
  func source() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "policy.json")
    try write(Self.before, in: directory)
    #expect(try await Program.run(["baseline", "save"], in: directory.path).status == 0)
    try write(Self.after, in: directory)

    let recorded = try await check(in: directory)
    #expect(recorded.comparison.findings.moved.map(\.line) == [2])
    #expect(recorded.comparison.findings.moved.map(\.reason) == ["line-text"])
    #expect(recorded.inputs.contains { $0.role == "source" && $0.path == "src/a.py" })
    let verify = ["verify", "verdict.json"]
    #expect(try await Program.run(verify, in: directory.path).status == 0)
    try directory.write(Self.after + "\n", to: "src/a.py")
    #expect(try await Program.run(verify, in: directory.path).status == 1)
  }

  @Test("is missed without harm")
  func withoutSource() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "policy.json")
    try directory.write(Self.report(of: Self.before), to: "lint.sarif")
    #expect(try await Program.run(["baseline", "save"], in: directory.path).status == 0)
    try directory.write(Self.report(of: Self.after + "\nfourth = '!'"), to: "lint.sarif")

    let recorded = try await check(in: directory)
    #expect(recorded.comparison.findings.new.count == 1)
    #expect(!recorded.inputs.contains { $0.role == "source" })
  }
}
