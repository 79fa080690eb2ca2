import Subprocess
import TestSupport
import Testing

/// Waivers are compared with those of the merge base.
@Suite("Waivers of a change")
struct WaiverChangeTests {
  static let policy = """
    {
      "version": 1,
      "reports": { "unit": { "format": "junit", "files": "../unit.xml" } },
      "gates": { "tests": { "rules": [{ "metric": "tests.failed", "max": 0 }] } },
      "waivers": {}
    }
    """

  static func waivers(expires: String) -> String {
    """
    { "version": 1, "waivers": [
      { "gate": "tests", "match": { "metric": "tests.failed" }, "owner": "o", "reason": "r",
        "created": "2026-01-01", "expires": "\(expires)" }] }
    """
  }

  /// A branch on which the waiver ends on a day; on `main` it ends on 2026-02-01, or is not there.
  static func repository(main: Bool, expires: String) async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.write(policy, to: "ci/policy.json")
    try repository.write(
      #"<testsuite><testcase classname="a" name="b"><failure/></testcase></testsuite>"#,
      to: "unit.xml")
    if main { try repository.write(waivers(expires: "2026-02-01"), to: "ci/.verdict/waivers.json") }
    try await repository.commit("base")
    try await repository.git("switch", "--quiet", "--create", "change")
    try repository.write(waivers(expires: expires), to: "ci/.verdict/waivers.json")
    return repository
  }

  @Test(
    "need a review if they are new or last longer, committed or not",
    arguments: [
      (true, "2026-02-01", 0, "1 check warns (waived)"),
      (true, "2026-01-30", 0, "1 check warns (waived)"),
      (true, "2026-02-02", 1, "1 check needs review (waived)"),
      (false, "2026-02-01", 1, "1 check needs review (waived)"),
    ])
  func added(main: Bool, expires: String, status: Int, words: String) async throws {
    let repository = try await Self.repository(main: main, expires: expires)
    let arguments = [
      "check", "--policy", "ci/policy.json", "--base", "main", "--now", "2026-01-02T00:00:00Z",
    ]
    for more in [[], ["--policy-from", "main"]] {
      let result = try await Program.run(arguments + more, in: repository.path)
      #expect(result.status == status, "\(result.output)\(result.diagnostics)")
      #expect(result.output.contains(words), "\(result.output)")
      try await repository.commit("waiver")
    }
  }

  @Test("need a review if nobody can say, and no file is no waiver")
  func unknown() async throws {
    let repository = try await Self.repository(main: true, expires: "2026-02-01")
    let arguments = ["check", "--policy", "ci/policy.json", "--now", "2026-01-02T00:00:00Z"]
    let unknown = try await Program.run(arguments, in: repository.path)
    #expect(unknown.status == 1)
    #expect(unknown.output.contains("may be added by the change itself"), "\(unknown.output)")
    let approved = try await Program.run(
      arguments + ["--approve", "tests=carol"], in: repository.path)
    #expect(approved.status == 0, "\(approved.output)")
    try await repository.git("rm", "--quiet", "--force", "ci/.verdict/waivers.json")
    let none = try await Program.run(arguments, in: repository.path)
    #expect(none.status == 1)
    #expect(none.output.contains("1 check blocks"), "\(none.output)")
  }

  @Test(
    "are listed as what they do to the policy, and ask for a review unless they waive less",
    arguments: [
      (true, "2026-02-02", 1, "loosened", "expires 2026-02-01 → 2026-02-02"),
      (false, "2026-02-01", 1, "loosened", "added, until 2026-02-01"),
      (true, "2026-01-30", 0, "tightened", "expires 2026-02-01 → 2026-01-30"),
    ])
  func edits(
    main: Bool, expires: String, status: Int, effect: String, words: String
  ) async throws {
    let repository = try await Self.repository(main: main, expires: expires)
    for more in [[], ["--policy-from", "main"]] {
      let arguments =
        [
          "check", "--policy", "ci/policy.json", "--base", "main", "--now", "2026-01-02T00:00:00Z",
          "--approve", "tests=carol",
        ] + more
      let result = try await Program.run(arguments, in: repository.path)
      let line = "\(effect) waiver of tests.failed, gate tests: \(words)"
      #expect(result.output.unwrapped.contains(line), "\(result.output)\(result.diagnostics)")
      #expect(result.status == status)
      let approved = try await Program.run(
        arguments + ["--approve", "trust=dave"], in: repository.path)
      #expect(approved.status == 0, "\(approved.output)")
    }
  }

  @Test("that are gone are named, and ask for nothing")
  func gone() async throws {
    let repository = try await Self.repository(main: true, expires: "2026-02-01")
    try await repository.git("rm", "--quiet", "--force", "ci/.verdict/waivers.json")
    try repository.write(
      #"<testsuite><testcase classname="a" name="b"/></testsuite>"#, to: "unit.xml")
    let result = try await Program.run(
      ["check", "--policy", "ci/policy.json", "--base", "main"], in: repository.path)
    let line = "tightened waiver of tests.failed, gate tests: removed, until 2026-02-01"
    #expect(result.output.unwrapped.contains(line), "\(result.output)")
    #expect(result.status == 0)
  }

  @Test(
    "are changed if what a link leads to is, or if it leads elsewhere",
    arguments: [
      (file: "waivers.json", link: "ci/waivers.json", target: "/waivers.json"),
      (file: ".verdict/waivers.json", link: "ci/.verdict", target: ""),
    ])
  func links(file: String, link: String, target: String) async throws {
    let repository = try await Self.repository(main: true, expires: "2026-02-01")
    try await repository.git("checkout", "--quiet", "--force", "main")
    try await repository.git("mv", "ci/.verdict", "shared")
    repository.directory.link(link, to: "../shared" + target)
    try repository.write(
      Self.policy.replacing(
        #""waivers": {}"#, with: #""waivers": { "file": "\#(file)" }"#), to: "ci/policy.json")
    try repository.write(Self.waivers(expires: "2026-02-02"), to: "lax/waivers.json")
    try await repository.commit("link")
    try await repository.git("checkout", "--quiet", "-b", "linked")
    let check = ["check", "--policy", "ci/policy.json", "--now", "2026-01-02T00:00:00Z"]
    let same = try await Program.run(check + ["--base", "main"], in: repository.path)
    #expect(same.output.contains("1 check warns (waived)"), "\(same.output)\(same.diagnostics)")
    #expect(same.status == 0)

    try repository.write(Self.waivers(expires: "2026-02-02"), to: "shared/waivers.json")
    let edited = try await Program.run(check + ["--base", "main"], in: repository.path)
    #expect(edited.output.contains("expires 2026-02-01 → 2026-02-02"), "\(edited.output)")
    #expect(edited.status == 1)
    try await Self.expectReviewOfDiff(in: repository, check)

    try await repository.git("checkout", "--quiet", "--", "shared")
    try await repository.git("rm", "--quiet", link)
    repository.directory.link(link, to: "../lax" + target)
    let led = try await Program.run(check + ["--base", "main"], in: repository.path)
    #expect(led.output.contains("1 check needs review (waived)"), "\(led.output)")
    #expect(led.status == 1)
    try await Self.expectReviewOfDiff(in: repository, check)
  }

  /// The same change as a diff.
  private static func expectReviewOfDiff(
    in repository: TestRepository, _ check: [String]
  ) async throws {
    try await repository.git("add", "--all")
    let diff = try await Program.run(
      executable: .name("git"), ["diff", "main"], in: repository.path)
    let outside = try TemporaryDirectory()
    try outside.write(diff.output, to: "change.diff")
    let result = try await Program.run(
      check + ["--diff", outside.path + "/change.diff"], in: repository.path)
    #expect(result.output.contains("1 check needs review (waived)"), "\(result.output)")
    #expect(result.output.contains("waivers.json: changed"), "\(result.output)")
    #expect(result.status == 1)
    try await repository.git("reset", "--quiet")
  }
}
