import Foundation
import Subprocess
import TestSupport
import Testing

/// Whether a verdict that somebody kept holds.
@Suite("verdict verify")
struct VerifyTests {
  // MARK: - The same files

  private static let scope = "policy.json, stage merge    change change.diff\n"
  private static let rest = "coverage approved by carol    judged at 2026-01-02T03:04:05Z\n"

  /// The example, judged, with its `verdict.json` beside the policy.
  private static func judged() async throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try TestFiles.copy("Fixtures/Examples/pull-request", to: directory.path + "/run")
    let result = try await Program.run(
      [
        "check", "--stage", "merge", "--diff", "change.diff", "--now", "2026-01-02T03:04:05Z",
        "--approve", "coverage=carol", "--output", "json=verdict.json",
      ], in: directory.path + "/run")
    #expect(result.status == 1)
    return directory
  }

  private static func verify(_ directory: TemporaryDirectory) async throws -> Program.Result {
    try await Program.run(["verify", "verdict.json"], in: directory.path + "/run")
  }

  private static func edit(
    _ file: String, in directory: TemporaryDirectory, _ old: String, _ new: String
  ) throws {
    let text = try TestFiles.text("\(directory.path)/run/\(file)")
    #expect(text.contains(old))
    try directory.write(text.replacing(old, with: new, maxReplacements: 1), to: "run/\(file)")
  }

  @Test("holds for the same files, whatever the verdict, and wherever they are copied to")
  func holds() async throws {
    let directory = try await Self.judged()
    let copy = try TemporaryDirectory()
    try TestFiles.copy(directory.path + "/run", to: copy.path + "/run")
    let result = try await Self.verify(copy)
    #expect(result.diagnostics == "")
    #expect(
      result.output == "HOLDS  block again, from the same 116 files    \(Self.scope)"
        + "       \(Self.rest)")
    #expect(result.status == 0)
  }

  @Test("names every file that is not what it was")
  func files() async throws {
    let directory = try await Self.judged()
    try Self.edit("reports/bandit.sarif", in: directory, "B602", "B603")
    let one = try await Self.verify(directory)
    #expect(
      one.output == "DOES NOT HOLD  1 of 116 files is not what it was    \(Self.scope)"
        + "               \(Self.rest)\n"
        + "  changed     reports/bandit.sarif (report security), SHA-256 2864fab50702 → 28ecee77eaac\n"
    )
    #expect(one.status == 1)
    try Self.edit("policy.json", in: directory, "80%", "70%")
    let manager = FileManager.default
    try manager.removeItem(atPath: directory.path + "/run/reports/coverage.xml")
    try manager.removeItem(atPath: directory.path + "/run/baseline.json")
    try directory.write("", to: "run/baseline.json/file")
    let all = try await Self.verify(directory)
    #expect(all.status == 1)
    #expect(
      all.output.split(separator: "\n").dropFirst(2).map { $0.prefix(50) } == [
        "  changed     policy.json (policy), SHA-256 014180",
        "  unreadable  baseline.json (baseline), is a direc",
        "  changed     reports/bandit.sarif (report securit",
        "  missing     reports/coverage.xml (report coverag",
      ])
  }

  @Test("finds a report that was not there")
  func added() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      StaleReportTests.policy.replacing("unit.xml", with: "*.xml"), to: "run/policy.json")
    try directory.write("<testsuite><testcase name='a'/></testsuite>", to: "run/a.xml")
    _ = try await Program.run(
      ["check", "--output", "json=verdict.json"], in: directory.path + "/run")
    #expect(try await Self.verify(directory).status == 0)
    try directory.write("<testsuite><testcase name='b'/></testsuite>", to: "run/b.xml")
    let result = try await Self.verify(directory)
    #expect(result.status == 1)
    #expect(
      result.output.contains("inputs[2]: nothing, and an object comes out"), "\(result.output)")
  }

  // MARK: - Another verdict

  @Test(
    "finds what somebody wrote into the verdict",
    arguments: [
      (
        "\n  \"outcome\" : \"block\"", "\n  \"outcome\" : \"pass\"",
        #"outcome: "pass", and "block" comes out"#
      ),
      (
        "\n  \"stage\" : \"merge\"", "\n  \"stage\" : \"push\"",
        #"stage: "push", and "merge" comes out"#
      ),
      (
        "coverage=carol", "coverage=dave",
        #"approvals[0].by: "carol", and "dave" comes out"#
      ),
      ("B602", "B\\u001B[2J", "B\\u{1B}[2J"),
    ])
  func edited(old: String, new: String, words: String) async throws {
    let directory = try await Self.judged()
    try Self.edit("verdict.json", in: directory, old, new)
    let result = try await Self.verify(directory)
    #expect(result.output.hasPrefix("DOES NOT HOLD  another verdict comes from the same 116 files"))
    #expect(result.output.contains(words), "\(result.output)")
    #expect(result.status == 1)
  }

  // MARK: - Time and git

  @Test("judges at the time of the verdict, and by the times that files had")
  func times() async throws {
    let directory = try await StaleReportTests.repository(reportIsOlderBy: 60)
    let check = ["check", "--output", "json=verdict.json"]
    #expect(try await Program.run(check, in: directory.path).status == 0)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: directory.path + "/unit.xml")
    let verify = ["verify", "verdict.json"]
    let result = try await Program.run(verify, in: directory.path)
    #expect(result.output.hasPrefix("HOLDS  pass again"), "\(result.output)\(result.diagnostics)")
    #expect(try await Program.run(check, in: directory.path).status == 1)
    #expect(try await Program.run(verify, in: directory.path).status == 0)
  }

  @Test("compares with the commits of the verdict, and does not take outputs for a change")
  func revisions() async throws {
    let repository = try await WaiverChangeTests.repository(main: true, expires: "2026-02-01")
    let check = try await Program.run(
      [
        "check", "--policy", "ci/policy.json", "--base", "main", "--policy-from", "main",
        "--now", "2026-01-02T00:00:00Z", "--output", "json=verdict.json",
        "--output", "markdown=comment.md",
      ], in: repository.path)
    #expect(check.diagnostics == "")
    try await repository.git("branch", "--quiet", "--force", "main", "HEAD")
    try FileManager.default.moveItem(
      atPath: repository.path + "/verdict.json", toPath: repository.path + "/kept.json")
    let result = try await Program.run(["verify", "kept.json"], in: repository.path)
    #expect(result.output.hasPrefix("HOLDS  warn again"), "\(result.output)\(result.diagnostics)")
    #expect(result.status == 0)
    try await repository.commit("more")
    let moved = try await Program.run(["verify", "kept.json"], in: repository.path)
    #expect(moved.output.contains("invocation.commit: "), "\(moved.output)")
    #expect(moved.status == 1)
  }

  @Test("does not believe a name that never led to the commit", arguments: ["base", "policyFrom"])
  func renamedRevision(key: String) async throws {
    let repository = try await TestRepository()
    try repository.write(StaleReportTests.policy, to: "policy.json")
    try repository.write("unit.xml\nverdict.json\n", to: ".gitignore")
    try await repository.commit("first")
    try await repository.git("branch", "--quiet", "old")
    try repository.write("", to: "more")
    try await repository.commit("second")
    try repository.write("<testsuite><testcase name='a'/></testsuite>", to: "unit.xml")
    let option = key == "base" ? "--base" : "--policy-from"
    let check = ["check", option, "main", "--output", "json=verdict.json"]
    #expect(try await Program.run(check, in: repository.path).diagnostics == "")
    let verify = ["verify", "verdict.json"]
    let result = try await Program.run(verify, in: repository.path)
    #expect(result.output.hasPrefix("HOLDS  pass again"), "\(result.output)\(result.diagnostics)")
    #expect(result.output.contains(key == "base" ? "since main (" : "policy.json of main ("))
    let text = try TestFiles.text(repository.path + "/verdict.json")
    try repository.write(
      text.replacing(#""name" : "main""#, with: #""name" : "old""#), to: "verdict.json")
    let edited = try await Program.run(verify, in: repository.path)
    #expect(edited.output.contains("invocation.\(key).commit: "), "\(edited.output)")
    #expect(edited.status == 1)
  }

  @Test("takes the file that standard output was redirected into for an output too")
  func redirected() async throws {
    let repository = try await WaiverChangeTests.repository(main: true, expires: "2026-02-01")
    let check = "'\(Program.path)' check --policy ci/policy.json --base main --output json"
    for _ in 1...2 {
      let result = try await Program.run(
        executable: .name("sh"), ["-c", check + " > verdict.json"], in: repository.path)
      #expect(result.diagnostics == "")
      let verified = try await Program.run(["verify", "verdict.json"], in: repository.path)
      #expect(verified.output.hasPrefix("HOLDS  "), "\(verified.output)\(verified.diagnostics)")
    }
  }

  // MARK: - What decides nothing

  /// A verdict that nobody gave.
  private static func written(
    policy: String = "policy.json", more: String = "", input: String = "policy.json",
    version: String = "0.1.0"
  ) -> String {
    """
    { "schema": "verdict/1", "version": "\(version)", "stage": "push",
      "invocation": { "policy": "\(policy)", "now": "2026-01-02T00:00:00Z"\(more) },
      "inputs": [{ "role": "policy", "path": "\(input)" }] }
    """
  }

  @Test(
    "cannot say without a verdict that can be read, and reads nothing elsewhere",
    arguments: [
      ("", "1:1: found the end of the file, expected a value"),
      ("{ \"schema\": \"verdict/2\" }", "1:13: 'schema' is not 'verdict/1'"),
      ("[]", "1:1: expected an object"),
      ("{}", "1:1: 'schema' is missing, expected what verdict check --output json writes"),
      (written(version: "99.0.0"), "'version' is not 0.1.0: verify it with the version"),
      (written(policy: "../policy.json"), "2:29: 'policy' leads out of this directory"),
      (written(policy: "/etc/passwd"), "2:29: 'policy' leads out of this directory"),
      (written(policy: "…/policy.json"), "2:29: 'policy' leads out of this directory"),
      (written(input: "a/../../b"), "3:42: 'path' leads out of this directory"),
      (written(more: #", "diff": "/dev/zero""#), "'diff' leads out of this directory"),
      (written(more: #", "now": "x""#), "duplicate key"),
      (written(more: #", "approve": ["tests"]"#), "'approve' has something else than GATE=NAME"),
      (written(more: #", "approve": ["x=carol"]"#), "--approve: the policy has no gate 'x'"),
      (written(more: #", "stage": "\u001B[2J""#), #"the policy has no stage '\u{1B}[2J'"#),
      (written(more: #", "diff": "none.diff""#), "none.diff: no such file"),
      (String(repeating: "[", count: 100_000), "1:65: "),
    ])
  func undecidable(text: String, words: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(StaleReportTests.policy, to: "run/policy.json")
    try directory.write(text, to: "run/verdict.json")
    let result = try await Self.verify(directory)
    #expect(result.output == "")
    #expect(result.diagnostics.hasPrefix("verdict: "))
    #expect(result.diagnostics.contains(words), "\(result.diagnostics)")
    #expect(result.diagnostics.split(separator: "\n").count == 1)
    #expect(result.status == 2)
  }

  @Test("is not fooled by a verdict that leaves everything out")
  func bare() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(StaleReportTests.policy, to: "run/policy.json")
    try directory.write(Self.written(), to: "run/verdict.json")
    let result = try await Self.verify(directory)
    #expect(result.output.contains(#"outcome: nothing, and "block" comes out"#), "\(result.output)")
    #expect(result.status == 1)
  }

  @Test("needs a file", arguments: [["verify"], ["verify", "a", "b"]])
  func usage(arguments: [String]) async throws {
    #expect(try await Program.run(arguments).status == 64)
  }
}
