import Subprocess
import TestSupport
import Testing

/// New code as git knows it, uncommitted work included.
@Suite("verdict check --base")
struct NewCodeTests {
  static let policy = """
    {
      "version": 1,
      "reports": { "coverage": { "format": "lcov", "files": "lcov.info" } },
      "gates": {
        "new": { "rules": [{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }] }
      }
    }
    """

  /// A repository with a measured file of three lines, and a branch that adds two.
  static func repository(_ directory: TemporaryDirectory) async throws {
    try directory.write(policy, to: "policy.json")
    try directory.write("one\ntwo\nthree\n", to: "src/a.c")
    for arguments in [
      ["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "base"],
      ["checkout", "-q", "-b", "topic"],
    ] {
      try await git(arguments, in: directory)
    }
    try directory.write("one\ntwo\nthree\nfour\n", to: "src/a.c")
    try await git(["commit", "-q", "-a", "-m", "four"], in: directory)
    // Not committed yet, and judged all the same.
    try directory.write("one\ntwo\nthree\nfour\nfive\n", to: "src/a.c")
  }

  static func git(_ arguments: [String], in directory: TemporaryDirectory) async throws {
    let result = try await Program.run(
      executable: .name("git"),
      ["-c", "user.name=a", "-c", "user.email=a@example.invalid"] + arguments, in: directory.path)
    #expect(result.status == 0, "\(arguments): \(result.diagnostics)")
  }

  @Test(
    "judges the lines since the merge base",
    arguments: [
      ("SF:src/a.c\nDA:1,0\nDA:2,0\nDA:3,0\nDA:4,1\nDA:5,1\nend_of_record\n", "2 of 2", 0),
      (
        "SF:/build/x/src/a.c\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,1\nDA:5,0\nend_of_record\n",
        "50 % (1 of 2)", 1
      ),
      // The report knows another file only: new code that nobody measured is not covered.
      ("SF:src/b.c\nDA:1,1\nend_of_record\n", "says nothing of src/a.c", 1),
    ])
  func newCode(lcov: String, words: String, status: Int) async throws {
    let directory = try TemporaryDirectory()
    try await Self.repository(directory)
    try directory.write(lcov, to: "lcov.info")
    let result = try await Program.run(["explain", "--base", "main"], in: directory.path)
    #expect(result.output.contains(words), "\(result.output)\(result.diagnostics)")
    let check = try await Program.run(["check", "--base", "main"], in: directory.path)
    #expect(check.status == status)
  }

  @Test("an unknown revision decides nothing")
  func unknown() async throws {
    let directory = try TemporaryDirectory()
    try await Self.repository(directory)
    let result = try await Program.run(["check", "--base", "nowhere"], in: directory.path)
    #expect(result.status == 2)
    #expect(result.diagnostics == "verdict: --base nowhere: unknown revision 'nowhere'\n")
  }
}
