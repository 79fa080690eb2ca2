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
}
