import TestSupport
import Testing

/// The interface that other programs rely on.
@Suite("The command line")
struct CommandLineTests {
  static let example = "Fixtures/Examples/pull-request"

  @Test(
    "wrong usage is 64 and says what is right",
    arguments: [
      (["chek"], "Unexpected argument 'chek'"),
      (["check", "--output", "pdf"], "Please provide one of 'terminal', 'markdown' or 'json'"),
      (["check", "--output", "json=a", "--output", "markdown=a"], "two outputs go to 'a'"),
      (["check", "--output", "json", "--output", "markdown"], "two outputs go to standard output"),
      (["check", "--diff", "a", "--base", "b"], "give one of them"),
      (["check", "--now", "yesterday"], "'yesterday' is invalid"),
      (["inspect"], "Missing expected argument '<files> ...'"),
      (["inspect", "--format", "cobertra", "a"], "did you mean 'cobertura'?"),
    ])
  func usage(arguments: [String], words: String) async throws {
    let result = try await Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.diagnostics.contains(words), "\(result.diagnostics)")
  }

  @Test(
    "where no decision is possible the status is 2, in one sentence",
    arguments: [
      (["check", "--policy", "nowhere.json"], "verdict: nowhere.json: no such file\n"),
      (
        ["check", "--stage", "mrege"],
        "verdict: policy.json: the policy has no stage 'mrege', did you mean 'merge'?\n"
      ),
      (["check", "--diff", "nowhere.diff"], "verdict: nowhere.diff: no such file\n"),
      (
        ["check", "--diff", "policy.json"],
        "verdict: policy.json:74: no file header found, expected a unified diff such as 'git diff' prints\n"
      ),
      (["check", "--baseline", "nowhere.json"], "verdict: nowhere.json: no such file\n"),
      (
        ["check", "--output", "json=policy.json/x"],
        "verdict: cannot write output: policy.json/x: not a directory\n"
      ),
    ])
  func noDecision(arguments: [String], words: String) async throws {
    let result = try await Program.run(arguments, in: Self.example)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.diagnostics == words)
  }

  @Test(
    "an approval of a gate that there is not is wrong usage",
    arguments: [
      ("secrity=carol", "no gate 'secrity', did you mean 'security'?"),
      ("security", "The value 'security' is invalid for '--approve <gate=name>'"),
      ("security=", "The value 'security=' is invalid for '--approve <gate=name>'"),
    ])
  func approval(argument: String, words: String) async throws {
    let result = try await Program.run(["check", "--approve", argument], in: Self.example)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.diagnostics.contains(words), "\(result.diagnostics)")
  }

  @Test(
    "--fail-on warn makes a warning fail, and nothing else",
    arguments: [
      (["check"], 0), (["check", "--fail-on", "block"], 0), (["check", "--fail-on", "warn"], 1),
    ])
  func failOn(arguments: [String], status: Int) async throws {
    // Outside of this repository, whose commits are younger than the scenario's reports.
    let scratch = try TemporaryDirectory()
    try TestFiles.copy(
      "Fixtures/Scenarios/without-a-baseline-a-drop-warns", to: scratch.path + "/run")
    let result = try await Program.run(arguments, in: scratch.path + "/run")
    #expect(result.status == status)
    #expect(result.output.hasPrefix("WARN"))
  }

  @Test("outputs are written whatever the verdict, and claim standard output")
  func outputs() async throws {
    let scratch = try TemporaryDirectory()
    let result = try await Program.run(
      ["check", "--output", "json", "--output", "markdown=\(scratch.path)/deep/comment.md"],
      in: Self.example)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("{"))
    #expect(try TestFiles.text(scratch.path + "/deep/comment.md").hasPrefix("<!-- verdict"))
  }

  @Test("an unreadable report does not hide the others")
  func inspectGoesOn() async throws {
    let result = try await Program.run(
      ["inspect", "reports/ruff.sarif", "nowhere.xml", "reports/coverage.xml"], in: Self.example)
    #expect(result.status == 2)
    #expect(
      result.output.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "reports/ruff.sarif (sarif)", "nowhere.xml", "reports/coverage.xml (cobertura)",
      ])
  }

  @Test("a run is the same bytes again", arguments: ["terminal", "markdown", "json"])
  func deterministic(format: String) async throws {
    let arguments = [
      "check", "--stage", "merge", "--diff", "change.diff", "--now", "2026-01-01T00:00:00Z",
      "--output", format,
    ]
    let first = try await Program.run(arguments, in: Self.example)
    let second = try await Program.run(arguments, in: Self.example)
    #expect(first.output == second.output)
    #expect(!first.output.contains(TestFiles.repositoryPath("")))
  }

  @Test("help has examples and the exit statuses")
  func help() async throws {
    for arguments in [
      ["--help"], ["help", "check"], ["help", "inspect"], ["help", "collect"], ["help", "trend"],
      ["help", "compare"], ["help", "explain"],
      ["help", "verify"],
    ] {
      let result = try await Program.run(arguments)
      #expect(result.status == 0)
      #expect(result.output.contains("EXAMPLES"))
    }
    let version = try await Program.run(["--version"])
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("there is no colour where no terminal is")
  func noColor() async throws {
    let result = try await Program.run(["check"], in: Self.example)
    #expect(!result.output.contains("\u{1B}"))
  }
}
