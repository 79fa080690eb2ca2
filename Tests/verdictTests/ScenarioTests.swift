import TestSupport
import Testing

/// Whole runs of the program: a folder holds what goes in and what must come out, byte for byte.
@Suite("Scenarios")
struct ScenarioTests {
  static let all =
    TestFiles.entries("Fixtures/Scenarios").map { "Fixtures/Scenarios/\($0)" }
    + TestFiles.entries("Fixtures/Examples").map { "Fixtures/Examples/\($0)" }

  @Test("there are some")
  func some() {
    #expect(Self.all.count >= 8)
  }

  @Test("give what is expected", arguments: all)
  func scenario(folder: String) async throws {
    let result = try await Scenario(folder: folder).run(verifying: true)
    try expect(result.terminal, matches: "\(folder)/expected/terminal.txt")
    try expect(result.stderr, matches: "\(folder)/expected/stderr.txt")
    try expect("\(result.status)\n", matches: "\(folder)/expected/status")
    try expect(result.comment, matches: "\(folder)/expected/comment.md")
    try expect(result.verdict, matches: "\(folder)/expected/verdict.json")
    let holds = result.verification.hasPrefix("HOLDS  ")
    #expect(holds || result.verdict.isEmpty, "\(result.verification)")
  }
}
