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
    let arguments = (try? TestFiles.text("\(folder)/arguments"))?.split(separator: "\n") ?? []
    // Outside of this repository, whose files are not those that the reports speak of.
    let scratch = try TemporaryDirectory()
    try TestFiles.copy(folder, to: scratch.path + "/run")
    let result = try await Program.run(
      ["check", "--now", "2026-01-02T03:04:05Z"] + arguments.map(String.init) + [
        "--output", "terminal", "--output", "markdown=\(scratch.path)/comment.md",
        "--output", "json=\(scratch.path)/verdict.json",
      ], in: scratch.path + "/run")
    try expect(result.output, matches: "\(folder)/expected/terminal.txt")
    try expect(result.diagnostics, matches: "\(folder)/expected/stderr.txt")
    try expect("\(result.status)\n", matches: "\(folder)/expected/status")
    for output in ["comment.md", "verdict.json"] {
      let text = (try? TestFiles.text("\(scratch.path)/\(output)")) ?? ""
      try expect(text, matches: "\(folder)/expected/\(output)")
    }
  }
}
