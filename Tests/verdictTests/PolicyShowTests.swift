import TestSupport
import Testing

@Suite("verdict policy show")
struct PolicyShowTests {
  private static let extending = "Fixtures/Scenarios/what-a-base-asks-for-blocks"

  /// Every policy of the fixtures that can be read.
  private static let policies =
    ["Fixtures/Examples/pull-request", extending]
    + TestFiles.entries("Fixtures/Policies").filter { !$0.hasSuffix(".md") }
    .map { "Fixtures/Policies/\($0)" }

  @Test("prints a policy that asks the same", arguments: policies, [[], ["--origins"]])
  func same(folder: String, flags: [String]) async throws {
    let scratch = try TemporaryDirectory()
    let directory = scratch.path + "/run"
    try TestFiles.overlay(folder, on: directory, except: ["scenarios"])
    let shown = try await Program.run(["policy", "show"] + flags, in: directory)
    #expect(shown.status == 0, "\(shown.diagnostics)")
    #expect(!shown.output.contains("\"extends\""))
    try scratch.write(shown.output, to: "run/shown.json")
    let difference = try await Program.run(
      ["policy", "diff", "policy.json", "shown.json"], in: directory)
    #expect(difference.output == "changes  nothing that is asked    policy.json → shown.json\n")
    let check = ["check", "--now", "2026-01-02T03:04:05Z", "--output", "json"]
    let verdict = try await Program.run(check, in: directory)
    try scratch.write(shown.output, to: "run/policy.json")
    let again = try await Program.run(check, in: directory)
    #expect(Self.withoutPlaces(again.output) == Self.withoutPlaces(verdict.output))
    #expect(again.status == verdict.status)
  }

  /// A verdict without the places of rules and waivers, and without the files that were read.
  private static func withoutPlaces(_ json: String) -> [Substring] {
    var lines: [Substring] = []
    var isPlace = false
    var isInputs = false
    for line in json.split(separator: "\n") {
      if line.contains("\"rule\" : {") || line.contains("\"position\" : {") { isPlace = true }
      if line.contains("\"inputs\" : [") { isInputs = true }
      if !isPlace, !isInputs { lines.append(line) }
      if line.contains("}") { isPlace = false }
      if line.contains("]") { isInputs = false }
    }
    return lines
  }

  @Test("shows nothing of a policy that cannot be read")
  func unreadable() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{ "version": 1, "extends": "none.json" }"#, to: "policy.json")
    let result = try await Program.run(["policy", "show"], in: directory.path)
    #expect(result.output == "")
    #expect(
      result.diagnostics == "verdict: policy.json:1:28: cannot read 'none.json': no such file\n")
    #expect(result.status == 2)
    #expect(try await Program.run(["policy", "show", "--all"], in: directory.path).status == 64)
  }
}
