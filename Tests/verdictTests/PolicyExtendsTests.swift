import Subprocess
import TestSupport
import Testing

/// Policies that extend files, as the program finds them on disk and in commits.
@Suite("Policies that extend others")
struct PolicyExtendsTests {
  private static func policy(extends: String) -> String {
    """
    {
      "version": 1,
      "extends": \(extends),
      "reports": { "unit": { "format": "junit", "files": "unit.xml" } }
    }
    """
  }

  private static func base(least: Int) -> String {
    """
    {
      "version": 1,
      "gates": { "tests": { "rules": [{ "metric": "tests.total", "min": \(least) }] } }
    }
    """
  }

  private static let report =
    "<testsuite><testcase name=\"a\"/><testcase name=\"b\"/></testsuite>\n"

  /// A repository whose main branch has a base that asks for three tests, with a topic branch
  /// checked out that has two.
  private static func repository(
    extends: String = #""../base/base.json""#
  ) async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.write(policy(extends: extends), to: "ci/policy.json")
    try repository.write(base(least: 3), to: "base/base.json")
    try repository.write("unit.xml\n", to: ".gitignore")
    try await repository.commit("main")
    try await repository.git("checkout", "--quiet", "-b", "topic")
    try repository.write(report, to: "ci/unit.xml")
    return repository
  }

  private static func run(
    _ repository: TestRepository, _ arguments: String...
  ) async throws -> Program.Result {
    try await Program.run(arguments + ["--policy", "ci/policy.json"], in: repository.path)
  }

  @Test("judge by what they extend, and say where a rule stands")
  func check() async throws {
    let repository = try await Self.repository()
    let result = try await Self.run(repository, "check")
    #expect(result.output.contains("2 < 3"), "\(result.output)\(result.diagnostics)")
    #expect(result.status == 1)
    let explained = try await Self.run(repository, "explain", "tests")
    #expect(explained.output.contains("rule        base/base.json:3:35"), "\(explained.output)")
    let json = try await Self.run(repository, "check", "--output", "json")
    #expect(json.output.contains(#""file" : "base/base.json""#))
  }

  @Test(
    "decide nothing without all that they extend",
    arguments: [
      (#""../none.json""#, "ci/policy.json:3:14: cannot read '../none.json': no such file"),
      (
        #"{ "file": "../base/base.json", "sha256": "\#(String(repeating: "a", count: 64))" }"#,
        "ci/policy.json:3:55: '../base/base.json' has another SHA-256, "
          + "40f03461daff76702209f9fa7f3b7752e53b6c564f5a95d107780c67aeb70abd: look at what changed "
          + "in it before you pin that"
      ),
      (
        #""../../base.json""#,
        "ci/policy.json:3:14: '../../base.json' leads out of the repository, or of the working "
          + "directory where there is none"
      ),
      (
        #""../link.json""#,
        "ci/policy.json:3:14: cannot read '../link.json': is a symbolic link, expected a file"
      ),
      (
        #""../linked/base.json""#,
        "ci/policy.json:3:14: cannot read '../linked/base.json': linked: is a symbolic link, "
          + "expected a file"
      ),
      (
        #""../base""#, "ci/policy.json:3:14: cannot read '../base': is a directory"
      ),
      (#""../broken.json""#, "broken.json:1:2: not valid JSON"),
    ])
  func refusals(extends: String, words: String) async throws {
    let repository = try await Self.repository(extends: extends)
    repository.directory.link("link.json", to: "base/base.json")
    repository.directory.link("linked", to: "base")
    try repository.write("{", to: "broken.json")
    try repository.write(Self.base(least: 0), to: "../base.json")
    let result = try await Self.run(repository, "check")
    #expect(result.diagnostics.hasPrefix("verdict: \(words)"), "\(result.diagnostics)")
    #expect(result.output == "")
    #expect(result.status == 2)
    let linted = try await Program.run(["policy", "lint", "ci/policy.json"], in: repository.path)
    let problem = words.replacing(": ", with: ": error: ", maxReplacements: 1)
    #expect(linted.output.hasPrefix(problem), "\(linted.output)")
    #expect(linted.status == 1)
  }

  @Test("extend nothing outside of the working directory where there is no repository")
  func noRepository() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(extends: #""../base/base.json""#), to: "ci/policy.json")
    try directory.write(Self.base(least: 1), to: "base/base.json")
    try directory.write(Self.report, to: "ci/unit.xml")
    let above = try await Program.run(
      ["check", "--policy", "ci/policy.json"], in: directory.path)
    #expect(above.status == 0, "\(above.diagnostics)")
    let inside = try await Program.run(["check"], in: directory.path + "/ci")
    #expect(inside.status == 2)
    #expect(inside.diagnostics.contains("leads out of the repository"))
  }

  @Test("are compared with the files that the target branch has")
  func policyFrom() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.base(least: 1), to: "base/base.json")
    try await repository.commit("weaken")
    #expect(try await Self.run(repository, "check").status == 0)
    let judged = try await Self.run(repository, "check", "--policy-from", "main")
    #expect(judged.status == 1)
    #expect(judged.output.contains("2 < 3"), "\(judged.output)")
    let words = "loosened    gate tests, tests.total: min 3 → 1"
    #expect(judged.output.contains(words), "\(judged.output)")
    let compared = try await Self.run(repository, "check", "--base", "main")
    #expect(compared.output.contains(words), "\(compared.output)")
    #expect(compared.output.contains("review needed"))
    #expect(compared.status == 1)
  }

  @Test("name a file that a change takes away or hides", arguments: ["deleted", "link", "unused"])
  func hidden(how: String) async throws {
    let repository = try await Self.repository()
    switch how {
    case "deleted": try await repository.git("rm", "--quiet", "base/base.json")
    case "link":
      try await repository.git("mv", "base", "other")
      repository.directory.link("base", to: "other")
    default:
      try repository.write(
        Self.policy(extends: #""../lax.json""#), to: "ci/policy.json")
      try repository.write(Self.base(least: 1), to: "lax.json")
    }
    try await repository.commit("hide")
    let result = try await Self.run(repository, "check", "--policy-from", "main")
    #expect(result.status == 1)
    #expect(result.output.contains("2 < 3"), "\(result.output)")
    let words = [
      "deleted": "changed     ci/policy.json: cannot be read any more",
      "link": "changed     ci/policy.json: cannot be read any more",
      "unused": "loosened    gate tests, tests.total: min 3 → 1",
    ]
    #expect(result.output.contains(words[how] ?? "?"), "\(result.output)")
  }

  @Test("a base that the target branch has not decides nothing")
  func missingInRevision() async throws {
    let repository = try await Self.repository(extends: #""../base/new.json""#)
    try repository.write(Self.base(least: 1), to: "base/new.json")
    try await repository.commit("new base")
    #expect(try await Self.run(repository, "check").status == 0)
    let result = try await Self.run(repository, "check", "--policy-from", "main")
    #expect(result.status == 2)
    #expect(result.diagnostics.hasPrefix("verdict: ci/policy.json of main ("))
    #expect(result.diagnostics.contains("cannot read '../base/new.json': no such file"))
  }

  @Test("a diff that touches what is extended is named")
  func diff() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(extends: #""base/base.json""#), to: "policy.json")
    try directory.write(Self.base(least: 1), to: "base/base.json")
    try directory.write(Self.report, to: "unit.xml")
    try directory.write(
      "--- a/base/base.json\n+++ b/base/base.json\n@@ -1 +1 @@\n-{\n+{\n", to: "change.diff")
    let result = try await Program.run(["check", "--diff", "change.diff"], in: directory.path)
    #expect(result.status == 1)
    #expect(
      result.output.contains("base/base.json: changed, and what it said before is not known"),
      "\(result.output)")
  }

  @Test("linting names what a base has doubtful, in the base")
  func lint() async throws {
    let repository = try await Self.repository()
    try repository.write(
      #"{ "version": 1, "gates": { "tests": { "rules": [{ "metric": "tests.total", "min": 0 }] } } }"#,
      to: "base/base.json")
    let result = try await Program.run(["policy", "lint", "ci/policy.json"], in: repository.path)
    #expect(
      result.output.hasPrefix("base/base.json:1:83: warning: 'min': '0' can never fail"),
      "\(result.output)\(result.diagnostics)")
  }
}
