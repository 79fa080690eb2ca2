import TestSupport
import Testing

/// A change must not be able to weaken its own gate unseen.
@Suite("Changes that touch their own policy")
struct PolicyFromTests {
  private static func policy(least: Int, trust: String = "") -> String {
    """
    {
      "version": 1,
      "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
      "gates": { "tests": { "rules": [{ "metric": "tests.total", "min": \(least) }] } }\(trust)
    }
    """
  }

  private static let report =
    "<testsuite><testcase name=\"a\"/><testcase name=\"b\"/></testsuite>\n"

  /// A repository whose main branch asks for three tests, with a topic branch checked out that has
  /// two.
  private static func repository(trust: String = "") async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.write(policy(least: 3, trust: trust), to: "policy.json")
    try repository.write("unit.xml\n", to: ".gitignore")
    try await repository.commit("main")
    try await repository.git("checkout", "--quiet", "-b", "topic")
    try repository.write(report, to: "unit.xml")
    return repository
  }

  private static func check(
    _ repository: TestRepository, _ arguments: String...
  ) async throws -> Program.Result {
    try await Program.run(["check"] + arguments, in: repository.path)
  }

  @Test("the target branch's policy decides, and the edit is named with old and new limit")
  func policyFrom() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.policy(least: 1), to: "policy.json")
    try await repository.commit("weaken")
    #expect(try await Self.check(repository).status == 0)
    let result = try await Self.check(repository, "--policy-from", "main")
    #expect(result.status == 1)
    #expect(result.output.contains("2 < 3"), "\(result.output)")
    #expect(result.output.contains("loosened    gate tests, tests.total: min 3 → 1"))
    #expect(result.output.contains("of main ("))
  }

  @Test("every output names the edit", arguments: ["terminal", "markdown", "json"])
  func outputs(format: String) async throws {
    let repository = try await Self.repository()
    try repository.write(Self.policy(least: 1), to: "policy.json")
    let result = try await Self.check(
      repository, "--policy-from", "main", "--output", format)
    #expect(result.output.contains("min 3 → 1"), "\(result.output)")
    #expect(result.output.contains("loosened"))
  }

  @Test("a weakened policy asks for a review although all its own checks hold")
  func base() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.policy(least: 1), to: "policy.json")
    let result = try await Self.check(repository, "--base", "main")
    #expect(result.status == 1)
    #expect(
      result.output.contains("loosened    gate tests, tests.total: min 3 → 1"), "\(result.output)")
    #expect(result.output.contains("review needed"))
  }

  @Test("an approval lifts that review to a warning, as the verdict says how")
  func approval() async throws {
    let repository = try await Self.repository(trust: #", "trust": { "reviewers": ["dave"] }"#)
    try repository.write(Self.policy(least: 1), to: "policy.json")
    let open = try await Self.check(repository, "--base", "main")
    let words = open.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("have dave approve it: verdict check --approve trust=NAME"), "\(words)")
    let approved = try await Self.check(repository, "--base", "main", "--approve", "trust=dave")
    #expect(approved.status == 0)
    #expect(approved.output.contains("min 3 → 1"))
    #expect(approved.output.contains("approved by dave"), "\(approved.output)")
    #expect(approved.output.contains("trust approved by dave: 1 review lifted"))
    let other = try await Self.check(repository, "--base", "main", "--approve", "trust=eve")
    #expect(other.status == 1)
    let json = try await Self.check(
      repository, "--base", "main", "--approve", "trust=dave", "--output", "json")
    #expect(json.output.contains("\"approvedBy\" : ["))
  }

  @Test("what the old policy says of changes counts, not what the new one says of itself")
  func ownTrust() async throws {
    let repository = try await Self.repository()
    let careless = #", "trust": { "whenPolicyChanges": "info" }"#
    try repository.write(Self.policy(least: 1, trust: careless), to: "policy.json")
    #expect(try await Self.check(repository, "--base", "main").status == 1)
    let allowed = try await Self.repository(trust: careless)
    try allowed.write(Self.policy(least: 1, trust: careless), to: "policy.json")
    let result = try await Self.check(allowed, "--base", "main")
    #expect(result.status == 0)
    #expect(result.output.contains("min 3 → 1"))
  }

  @Test("what hides a policy is a change of it", arguments: ["deleted", "moved", "link", "broken"])
  func hidden(how: String) async throws {
    let repository = try await Self.repository()
    try repository.write(Self.report.replacing("b", with: "c"), to: "unit.xml")
    switch how {
    case "deleted": try await repository.git("rm", "--quiet", "policy.json")
    case "moved": try await repository.git("mv", "policy.json", "other.json")
    case "link":
      try repository.write(Self.policy(least: 1), to: "lax.json")
      try await repository.git("rm", "--quiet", "policy.json")
      repository.directory.link("policy.json", to: "lax.json")
    default: try repository.write("{", to: "policy.json")
    }
    try await repository.commit("hide")
    let result = try await Self.check(repository, "--policy-from", "main")
    #expect(result.status == 1)
    #expect(result.output.contains("2 < 3"), "\(result.output)")
    let words = [
      "deleted": "loosened    policy.json: deleted", "moved": "loosened    policy.json: deleted",
      "link": "changed     policy.json: a symbolic link now",
      "broken": "changed     policy.json: cannot be read any more: policy.json:1:2: not valid JSON",
    ]
    #expect(result.output.contains(words[how] ?? "?"), "\(result.output)")
  }

  @Test("a linked directory does not lead to another policy of the target branch")
  func linkedDirectory() async throws {
    let repository = try await TestRepository()
    try repository.write(Self.policy(least: 3), to: "ci/policy.json")
    try repository.write(Self.policy(least: 1), to: "examples/policy.json")
    try await repository.commit("main")
    try await repository.git("checkout", "--quiet", "-b", "topic")
    try await repository.git("rm", "--quiet", "-r", "ci")
    repository.directory.link("ci", to: "examples")
    try repository.write(Self.report, to: "examples/unit.xml")
    try await repository.commit("link")
    for option in ["--policy-from", "--base"] {
      let result = try await Self.check(repository, "--policy", "ci/policy.json", option, "main")
      #expect(result.status == 1)
      #expect(result.output.contains("min 3 → 1"), "\(option): \(result.output)")
    }
  }

  @Test("an edit of the policy that a link leads to is named, and so is another link")
  func linkedPolicy() async throws {
    let repository = try await TestRepository()
    try repository.write(Self.policy(least: 3), to: "strict/policy.json")
    let careless = #", "trust": { "whenPolicyChanges": "info" }"#
    try repository.write(Self.policy(least: 1, trust: careless), to: "lax/policy.json")
    repository.directory.link("ci", to: "strict")
    try repository.write("*.xml\n", to: ".gitignore")
    try await repository.commit("main")
    try await repository.git("checkout", "--quiet", "-b", "topic")
    for directory in ["strict", "lax"] {
      try repository.write(Self.report, to: "\(directory)/unit.xml")
    }
    let check = ["check", "--policy", "ci/policy.json", "--base", "main"]
    let same = try await Program.run(check, in: repository.path)
    #expect(same.output.contains("2 < 3"), "\(same.output)")
    #expect(!same.output.contains("Policy"), "\(same.output)")
    try repository.write(Self.policy(least: 2), to: "strict/policy.json")
    let edited = try await Program.run(check, in: repository.path)
    #expect(edited.output.contains("min 3 → 2"), "\(edited.output)")
    #expect(edited.status == 1)
    try await repository.git("checkout", "--quiet", "--", "strict/policy.json")
    try await repository.git("rm", "--quiet", "ci")
    repository.directory.link("ci", to: "lax")
    let led = try await Program.run(check, in: repository.path)
    #expect(
      led.output.contains("ci/policy.json: changed, and what it said before"), "\(led.output)")
    #expect(led.status == 1)
  }

  @Test("what the target branch did meanwhile is not the change's doing")
  func movedOn() async throws {
    let repository = try await Self.repository()
    try await repository.commit("topic")
    try await repository.git("checkout", "--quiet", "main")
    try repository.write(Self.policy(least: 2), to: "policy.json")
    try await repository.commit("loosen on main")
    try await repository.git("checkout", "--quiet", "topic")
    let result = try await Self.check(repository, "--policy-from", "main")
    #expect(result.status == 0)
    #expect(!result.output.contains("tightened"), "\(result.output)")
  }

  @Test("a changed baseline is named")
  func baseline() async throws {
    let repository = try await Self.repository()
    try repository.write(
      Self.report.replacing("/></", with: "/><testcase name=\"c\"/></"), to: "unit.xml")
    let saved = try await Program.run(
      ["baseline", "save", "--force", "for now"], in: repository.path)
    #expect(saved.status == 0)
    try await repository.git("checkout", "--quiet", "main")
    try await repository.commit("baseline")
    try await repository.git("checkout", "--quiet", "-B", "topic")
    try repository.write(Self.report, to: "unit.xml")
    let again = try await Program.run(
      ["baseline", "save", "--force", "for now"], in: repository.path)
    #expect(again.status == 0)
    for option in ["--policy-from", "--base"] {
      let result = try await Self.check(repository, option, "main")
      #expect(
        result.output.contains("changed     .verdict/baseline.json: changed"), "\(result.output)")
    }
  }

  @Test(
    "a diff that was made further up, or with absolute paths, knows the policy by another name",
    arguments: ["sub/policy.json", "up/sub/policy.json", "policy.json", "/policy.json"])
  func diffFromElsewhere(name: String) async throws {
    let directory = try TemporaryDirectory()
    let place = directory.path + "/up/sub"
    try directory.write(Self.policy(least: 1), to: "up/sub/policy.json")
    try directory.write(Self.report, to: "up/sub/unit.xml")
    let path = name.hasPrefix("/") ? place + name : name
    try directory.write(
      "--- \(path)\n+++ \(path)\n@@ -1 +1 @@\n-{\n+{\n", to: "up/sub/change.diff")
    let result = try await Program.run(["check", "--diff", "change.diff"], in: place)
    #expect(result.status == 1, "\(result.output)\(result.diagnostics)")
    #expect(result.output.contains("review"), "\(result.output)")
  }

  @Test(
    "a diff of other files leaves the policy alone",
    arguments: ["other/policy.json", "sub/policy.json.old", "b/up/sub2/policy.json"])
  func diffOfOtherFiles(path: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(least: 1), to: "up/sub/policy.json")
    try directory.write(Self.report, to: "up/sub/unit.xml")
    try directory.write(
      "--- \(path)\n+++ \(path)\n@@ -1 +1 @@\n-{\n+{\n", to: "up/sub/change.diff")
    let result = try await Program.run(
      ["check", "--diff", "change.diff"], in: directory.path + "/up/sub")
    #expect(result.status == 0, "\(result.output)\(result.diagnostics)")
  }

  @Test("a diff with absolute paths of another place decides nothing")
  func absoluteElsewhere() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(least: 1), to: "policy.json")
    try directory.write(Self.report, to: "unit.xml")
    try directory.write(
      "--- /build/a.py\n+++ /build/a.py\n@@ -1 +1 @@\n-{\n+{\n", to: "change.diff")
    let result = try await Program.run(["check", "--diff", "change.diff"], in: directory.path)
    #expect(
      result.diagnostics == "verdict: change.diff: '/build/a.py' is not in this repository, make "
        + "the diff here, or with relative paths\n")
    #expect(result.status == 2)
  }

  @Test("a diff that touches the policy is named, whatever the policy says of itself")
  func diff() async throws {
    let directory = try TemporaryDirectory()
    let careless = #", "trust": { "whenPolicyChanges": "info" }"#
    try directory.write(Self.policy(least: 1, trust: careless), to: "policy.json")
    try directory.write(Self.report, to: "unit.xml")
    try directory.write(
      "--- a/policy.json\n+++ b/policy.json\n@@ -1 +1 @@\n-{\n+{\n", to: "change.diff")
    let result = try await Program.run(["check", "--diff", "change.diff"], in: directory.path)
    #expect(result.status == 1)
    #expect(
      result.output.contains("policy.json: changed, and what it said before is not known"),
      "\(result.output)")
  }

  @Test(
    "what cannot be had decides nothing",
    arguments: [
      ("nowhere", "policy.json", "unknown revision 'nowhere'"),
      ("main", "other.json", "other.json is not there"),
      ("main", "../policy.json", "../policy.json is not in the repository"),
      ("main", "link.json", "link.json is a symbolic link, expected a file"),
      ("-x", "policy.json", "'-x' is no revision, expected a branch, a tag or a commit"),
    ])
  func refusals(revision: String, file: String, words: String) async throws {
    let repository = try await TestRepository()
    try repository.write(Self.policy(least: 3), to: "policy.json")
    repository.directory.link("link.json", to: "policy.json")
    try await repository.commit("main")
    try repository.write(Self.policy(least: 1), to: "other.json")
    let result = try await Program.run(
      ["check", "--policy", file, "--policy-from=\(revision)"], in: repository.path)
    #expect(result.status == 2)
    #expect(result.diagnostics == "verdict: --policy-from \(revision): \(words)\n")
  }

  @Test("outside of a repository there is no other policy")
  func noRepository() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy(least: 3), to: "policy.json")
    let result = try await Program.run(["check", "--policy-from", "main"], in: directory.path)
    #expect(result.status == 2)
    #expect(result.diagnostics == "verdict: --policy-from main: this is no git repository\n")
  }
}
