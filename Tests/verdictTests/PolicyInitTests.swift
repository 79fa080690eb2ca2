import TestSupport
import Testing

@Suite("verdict policy init")
struct PolicyInitTests {
  private static let junit = "<testsuite><testcase name=\"a\"/><testcase name=\"b\"/></testsuite>\n"

  private static func run(
    _ arguments: String..., in directory: String
  ) async throws -> Program.Result {
    try await Program.run(["policy", "init"] + arguments, in: directory)
  }

  private static func files(_ directory: String, _ path: String = "policy.json") throws -> [String]
  {
    try TestFiles.text("\(directory)/\(path)").split(separator: "\n").filter {
      $0.contains("\"files\"")
    }.map { String($0.drop { $0 == " " }) }
  }

  /// The reports of the bundled example, and two that say nothing.
  private func example() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try TestFiles.overlay("\(CommandLineTests.example)/reports", on: directory.path + "/reports")
    try directory.write("<testsuite/>\n", to: "reports/empty.xml")
    try directory.write(#"{ "version": "2.1.0", "runs": ["#, to: "reports/broken.sarif")
    try directory.write("<html><body/></html>\n", to: "reports/index.html")
    try directory.write(Self.junit, to: "node_modules/other/junit.xml")
    return directory
  }

  @Test("writes a policy that passes, and says what it found and ignored")
  func example() async throws {
    let directory: TemporaryDirectory = try example()
    let result = try await Self.run(in: directory.path)
    #expect(
      result.output == """
        wrote policy.json from 11 report files
          found       reports/bandit.sarif (sarif)
                      reports/coverage.xml (cobertura)
                      reports/criterion (criterion)
                      reports/junit/gateway.xml (junit)
                      reports/junit/ledger.xml (junit)
                      reports/junit/pytest.xml (junit)
                      reports/ledger.xml (cobertura)
                      reports/native.info (lcov)
                      reports/ruff-ledger.sarif (sarif)
                      reports/ruff.sarif (sarif)
                      reports/semgrep.sarif (sarif)
          ignored     reports/broken.sarif: 1:32: the file ends too early, expected a value or ']'
                      reports/empty.xml: there is nothing to judge in it

        PASS  8 checks hold    policy.json, stage check    no baseline

        Tests                                                                                           pass
        Test coverage                                                                                   pass
        Findings                                                                                        pass
        Benchmarks                                                                                      pass

        """)
    #expect(result.status == 0)
    let policy = try TestFiles.text(directory.path + "/policy.json")
    try expect(policy, matches: "Fixtures/Drafts/pull-request/policy.json")
    let linted = try await Program.run(["policy", "lint", "--strict"], in: directory.path)
    #expect(linted.output == "no problems in policy.json\n")
    #expect(try await Program.run(["check", "--fail-on", "warn"], in: directory.path).status == 0)
    // The baseline makes what is commented out worth asking for.
    let saved = try await Program.run(["baseline", "save"], in: directory.path)
    #expect(saved.status == 0, "\(saved.diagnostics)")
    try directory.write(policy.replacing("// {", with: "{"), to: "policy.json")
    // Beside the very same run, benchmarks have nothing to be compared with.
    let whole = try await Program.run(["check"], in: directory.path)
    #expect(whole.output.hasPrefix("WARN  7 checks warn (undecided), 11 hold"), "\(whole.output)")
  }

  @Test("replaces a policy only if it is told to")
  func force() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.junit, to: "unit.xml")
    try directory.write("{}", to: "policy.json")
    let refused = try await Self.run(in: directory.path)
    #expect(
      refused.diagnostics == "verdict: policy.json: is there already, --force replaces it\n")
    #expect(refused.output == "")
    #expect(refused.status == 2)
    #expect(try TestFiles.text(directory.path + "/policy.json") == "{}")
    #expect(try await Self.run("--force", in: directory.path).status == 0)
    #expect(
      try Self.files(directory.path) == [
        #""tests": { "format": "junit", "files": "unit.xml" },"#
      ])
  }

  @Test("names files as the policy's directory sees them, many by a pattern that fits no other")
  func patterns() async throws {
    let directory = try TemporaryDirectory()
    for name in ["a", "b", "c", "d"] {
      try directory.write(Self.junit, to: "out/unit/\(name)/\(name).xml")
    }
    for name in ["1", "2", "3"] { try directory.write(Self.junit, to: "out/x[\(name)].xml") }
    try directory.write("TN:\nSF:a.c\nDA:1,1\nend_of_record\n", to: "ci/lcov.info")
    let result = try await Self.run(
      "--policy", "ci/policy.json", "out/unit", "ci/lcov.info", in: directory.path)
    #expect(result.status == 0, "\(result.diagnostics)")
    #expect(
      try Self.files(directory.path, "ci/policy.json") == [
        #""coverage": { "format": "lcov", "files": "lcov.info" },"#,
        #""tests": { "format": "junit", "files": "../out/unit/**/*.xml" },"#,
      ])
    #expect(
      try await Program.run(["check", "--policy", "ci/policy.json"], in: directory.path).status
        == 0)
    try directory.write("<html/>", to: "out/unit/index.xml")
    #expect(try await Self.run("out/unit", in: directory.path).status == 0)
    #expect(
      try Self.files(directory.path)
        == [#"      "format": "junit", "files": ["#].map {
          String($0.drop { $0 == " " })
        })
    #expect(
      try TestFiles.text(directory.path + "/policy.json").contains(
        #"        "out/unit/a/a.xml","#))
    #expect(
      try await Self.run("--policy", "few.json", "out/x[1].xml", in: directory.path).status == 0)
    #expect(
      try Self.files(directory.path, "few.json") == [
        #""tests": { "format": "junit", "files": "out/x?1?.xml" },"#
      ])
  }

  @Test("looks at what git tracks only if there is nothing else")
  func tracked() async throws {
    let repository = try await TestRepository()
    try repository.write(Self.junit, to: "tests/fixtures/junit.xml")
    try repository.write("reports/\n", to: ".gitignore")
    try await repository.commit("fixtures")
    #expect(try await Self.run(in: repository.path).status == 0)
    #expect(
      try Self.files(repository.path) == [
        #""tests": { "format": "junit", "files": "tests/fixtures/junit.xml" },"#
      ])
    try repository.write(Self.junit, to: "reports/unit.xml")
    #expect(try await Self.run("--force", in: repository.path).status == 0)
    #expect(
      try Self.files(repository.path) == [
        #""tests": { "format": "junit", "files": "reports/unit.xml" },"#
      ])
  }

  @Test(
    "writes nothing where there is nothing to ask",
    arguments: [
      (
        "<html/>", [],
        "there is no report that could be judged: make them first, or name the directories that "
          + "they are in"
      ),
      (
        "<testsuite/>", [],
        "there is no report that could be judged: a.xml: there is nothing to judge in it"
      ),
      (
        "TN:\nSF:a.c\nDA:1,0\nend_of_record\n", [],
        "the reports hold nothing that a limit could keep"
      ),
      ("<testsuite/>", ["none"], "none: no such file"),
    ])
  func nothing(content: String, arguments: [String], words: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(content, to: "a.xml")
    let result = try await Program.run(["policy", "init"] + arguments, in: directory.path)
    #expect(result.diagnostics == "verdict: \(words)\n")
    #expect(result.status == 2)
    #expect(!TestFiles.exists(directory.path + "/policy.json"))
  }

  @Test(
    "a policy outside of the working directory is wrong usage",
    arguments: ["../verdict-test.json", "/p"])
  func outside(policy: String) async throws {
    let directory = try TemporaryDirectory()
    let result = try await Self.run("--policy", policy, in: directory.path)
    #expect(
      result.diagnostics == "verdict: \(policy): the policy must be below the working directory, "
        + "change into that of the repository\n")
    #expect(result.status == 64)
  }
}
