import TestSupport
import Testing

@Suite("verdict baseline")
struct BaselineCommandTests {
  @Test("what is saved is what a later run compares with")
  func roundTrip() async throws {
    let scratch = try TemporaryDirectory()
    let folder = scratch.path + "/run"
    try TestFiles.copy("Fixtures/Scenarios/without-a-baseline-a-drop-warns", to: folder)
    let save = ["baseline", "save", "--now", "2026-01-01T00:00:00Z"]
    #expect(try await Program.run(save, in: folder).status == 0)
    let first = try TestFiles.text(folder + "/baseline.json")
    #expect(try await Program.run(save, in: folder).status == 0)
    #expect(try TestFiles.text(folder + "/baseline.json") == first)

    let check = try await Program.run(["check"], in: folder)
    #expect(check.status == 0)
    #expect(check.output.hasPrefix("PASS  1 check holds"))
    let show = try await Program.run(["baseline", "show"], in: folder)
    #expect(show.output.contains("84.15 % (170 of 202)"))
  }

  @Test("one test under two suites is two tests before and after")
  func suites() async throws {
    let scratch = try TemporaryDirectory()
    for (report, suite) in [("linux", "l"), ("mac", "m")] {
      try scratch.write(
        """
        <testsuite name="\(suite)">
          <testcase classname="C" name="a"/><testcase classname="C" name="b"/>
        </testsuite>
        """, to: "\(report).xml")
    }
    try scratch.write(
      """
      { "version": 1,
        "reports": { "linux": { "files": "linux.xml" }, "mac": { "files": "mac.xml" } },
        "gates": { "tests": { "rules": [{ "metric": "tests.total", "maxDrop": "0 tests" }] } } }
      """, to: "policy.json")
    let save = ["baseline", "save", "--now", "2026-01-01T00:00:00Z"]
    #expect(try await Program.run(save, in: scratch.path).status == 0)
    let check = try await Program.run(["check"], in: scratch.path)
    #expect(check.status == 0)
    #expect(
      check.output == """
        PASS  1 check holds    policy.json, stage check    baseline saved 2026-01-01T00:00:00Z

        tests                                                                                           pass

        """)
  }

  @Test(
    "evidence with a gap is not saved",
    arguments: [
      (
        "a-missing-report-blocks",
        "verdict: nothing is saved: reports/unit-tests is missing: no file matches reports/**/*.xml\n"
      ),
      ("a-lost-shard-blocks", "verdict: nothing is saved: reports/unit-tests has 2 of 3 shards\n"),
    ])
  func gaps(scenario: String, words: String) async throws {
    let scratch = try TemporaryDirectory()
    let result = try await Program.run(
      ["baseline", "save", "--baseline", scratch.path + "/baseline.json"],
      in: "Fixtures/Scenarios/" + scenario)
    #expect(result.status == 2)
    #expect(result.diagnostics == words)
    #expect(!TestFiles.exists(scratch.path + "/baseline.json"))
  }

  @Test("nothing to show is said")
  func nothing() async throws {
    let result = try await Program.run(["baseline", "show", "--baseline", "nowhere.json"])
    #expect(result.status == 2)
    #expect(
      result.diagnostics
        == "verdict: nowhere.json: there is no baseline, make one with verdict baseline save\n")
  }

  @Test("a link that leads nowhere is not a first run")
  func brokenLink() async throws {
    let scratch = try TemporaryDirectory()
    let folder = scratch.path + "/run"
    try TestFiles.copy("Fixtures/Scenarios/without-a-baseline-a-drop-warns", to: folder)
    scratch.link("run/baseline.json", to: "gone.json")
    let result = try await Program.run(["check"], in: folder)
    #expect(result.status == 2)
    #expect(
      result.diagnostics == "verdict: baseline.json: links to gone.json: no such file\n")
  }
}
