import Foundation
import Subprocess
import TestSupport
import Testing

/// A verdict names every file that it rests on.
@Suite("Inputs")
struct InputsTests {
  /// What `verdict.json` says of one file.
  struct Input: Decodable, Equatable {
    var role: String
    var path: String
    var sha256: String?
    var modified: String?
  }

  private struct Recorded: Decodable {
    var inputs: [Input]
  }

  /// The inputs of a check.
  static func inputs(_ arguments: [String], in directory: String) async throws -> [Input] {
    let result = try await Program.run(["check", "--output", "json"] + arguments, in: directory)
    return try JSONDecoder().decode(Recorded.self, from: Data(result.output.utf8)).inputs
  }

  @Test("have the digests that sha256sum prints")
  func digests() async throws {
    let example = "Fixtures/Examples/pull-request"
    let inputs = try await Self.inputs(["--diff", "change.diff"], in: example)
    #expect(Set(inputs.map(\.role)) == ["policy", "baseline", "diff", "report", "waivers"])
    let sums = try await Program.run(
      executable: .name("sha256sum"), inputs.map(\.path), in: example)
    #expect(sums.status == 0)
    let lines = inputs.map { "\($0.sha256 ?? "")  \($0.path)\n" }
    #expect(lines.joined() == sums.output)
  }

  @Test("are named the same wherever they are, and never by an absolute path")
  func places() async throws {
    let here = try TemporaryDirectory()
    try TestFiles.copy(
      "Fixtures/Scenarios/without-a-baseline-a-drop-warns", to: here.path + "/run")
    let beside = try await Self.inputs([], in: here.path + "/run")
    #expect(beside.first?.path == "policy.json")
    let policy = "\(here.path)/run/policy.json"
    #expect(try await Self.inputs(["--policy", policy], in: here.path + "/run") == beside)
    let below = try await Self.inputs(["--policy", "run/policy.json"], in: here.path)
    #expect(below.map(\.path) == beside.map { "run/" + $0.path })
    let elsewhere = try await Self.inputs(["--policy", policy], in: "Fixtures")
    #expect(elsewhere.map(\.path).allSatisfy { $0.hasPrefix("…/") && !$0.contains("run") })
    #expect(elsewhere.map(\.sha256) == beside.map(\.sha256))
  }

  @Test("that cannot be read have a digest as well, as long as they end")
  func unreadable() async throws {
    let here = try TemporaryDirectory()
    try here.write(StaleReportTests.policy, to: "policy.json")
    let report = "<testsuite><testcase" + String(repeating: " ", count: 1 << 20) + "<"
    try here.write(report, to: "unit.xml")
    let inputs = try await Self.inputs([], in: here.path)
    let sum = try await Program.run(executable: .name("sha256sum"), ["unit.xml"], in: here.path)
    #expect(inputs.map(\.role) == ["policy", "report"])
    #expect(inputs.last?.sha256 == sum.output.split(separator: " ").first.map(String.init))
  }

  @Test("have a time only if it decided how old a report is")
  func times() async throws {
    let directory = try await StaleReportTests.repository(reportIsOlderBy: 60)
    let inputs = try await Self.inputs([], in: directory.path)
    #expect(inputs.map { $0.modified == nil } == [true, false])
    try directory.write("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n+b\n", to: "change.diff")
    let untold = try await Self.inputs(["--diff", "change.diff"], in: directory.path)
    #expect(untold.map(\.role) == ["policy", "diff", "report"])
    #expect(untold.allSatisfy { $0.modified == nil })
  }

  @Test("are the same when the outputs of the run before lie beside them")
  func outputs() async throws {
    let repository = try await WaiverChangeTests.repository(main: true, expires: "2026-02-01")
    let arguments = [
      "check", "--policy", "ci/policy.json", "--base", "main", "--now", "2026-01-02T00:00:00Z",
      "--output", "json=out/verdict.json", "--output", "markdown=\(repository.path)/comment.md",
    ]
    var texts: [String] = []
    for _ in 1...2 {
      _ = try await Program.run(arguments, in: repository.path)
      texts.append(try TestFiles.text(repository.path + "/out/verdict.json"))
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains(#""outputs" : ["#), "\(texts[0])")
  }
}
