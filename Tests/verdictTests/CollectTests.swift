import Foundation
import TestSupport
import Testing

/// Reports that several jobs have, judged as if they were in one place.
@Suite("verdict collect")
struct CollectTests {
  /// What a run answers, with its provenance by itself: that names other files.
  private struct Answer {
    var terminal: String
    var comment: String
    /// Without `inputs` and `invocation`.
    var verdict: String
    /// The reports among the inputs, without what collected them.
    var reports: [NSDictionary]
    var stderr: String
    var status: Int

    init(of result: Program.Result, in directory: String) throws {
      terminal = result.output
      stderr = result.diagnostics
      status = result.status
      comment = (try? TestFiles.text(directory + "/comment.md")) ?? ""
      guard let bytes = try? TestFiles.bytes(directory + "/verdict.json") else {
        (verdict, reports) = ("", [])
        return
      }
      var json = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      let inputs = json.removeValue(forKey: "inputs") as? [[String: Any]] ?? []
      json.removeValue(forKey: "invocation")
      reports = inputs.filter { $0["role"] as? String == "report" }.map { input in
        var input = input
        input.removeValue(forKey: "evidence")
        return input as NSDictionary
      }
      verdict = String(
        decoding: try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys]),
        as: UTF8.self)
    }
  }

  private static func check(_ arguments: [String], in directory: String) async throws -> Answer {
    let result = try await Program.run(
      ["check", "--now", "2026-01-02T03:04:05Z"] + arguments + [
        "--output", "terminal", "--output", "markdown=comment.md", "--output", "json=verdict.json",
      ], in: directory)
    return try Answer(of: result, in: directory)
  }

  private static func arguments(of folder: String) -> [String] {
    let text = try? TestFiles.text(folder + "/arguments")
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  private static func expectSame(_ found: Answer, _ expected: Answer, _ comment: Comment) {
    #expect(found.terminal == expected.terminal, comment)
    #expect(found.comment == expected.comment, comment)
    #expect(found.verdict == expected.verdict, comment)
    #expect(found.reports == expected.reports, comment)
    #expect(found.stderr == expected.stderr, comment)
    #expect(found.status == expected.status, comment)
  }

  // MARK: - The same verdict

  private static let example = "Fixtures/Examples/pull-request"
  /// What stays with the job that judges.
  private static let rest = ["policy.json", "baseline.json", "change.diff", "waivers.json", "base"]

  /// The reports of the example, a benchmark's directory being one.
  private static let pieces: [String] = {
    let all = TestFiles.files(below: example + "/reports", suffix: "").map {
      String($0.dropFirst(example.count + 1))
    }.filter { $0.contains(".") }
    return Set(
      all.map { file in
        file.split(separator: "/").prefix { $0 != "new" && $0 != "base" }.joined(separator: "/")
      }
    ).sorted()
  }()

  @Test("leads to the verdict of the reports, however they are spread over 1 to 8 jobs")
  func example() async throws {
    let arguments = Self.arguments(of: Self.example)
    let whole = try TemporaryDirectory()
    try TestFiles.copy(Self.example, to: whole.path + "/run")
    let expected = try await Self.check(arguments, in: whole.path + "/run")
    #expect(expected.status == 1)
    #expect(expected.reports.count > 20)
    #expect(Self.pieces.count > 8)
    var generator = SeededGenerator(seed: 5)
    for jobs in 1...8 {
      let spread = try await Self.spread(over: jobs, using: &generator)
      let files = (0..<jobs).map { "job-\($0).json" }.shuffled(using: &generator)
      let found = try await Self.check(
        arguments + ["--evidence"] + files, in: spread.path + "/judge")
      Self.expectSame(found, expected, "\(jobs) jobs")
    }
  }

  /// Directories in which jobs have collected what they happen to have, beside one with the rest.
  private static func spread(
    over jobs: Int, using generator: inout SeededGenerator
  ) async throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for name in rest {
      try TestFiles.overlay(
        example, on: directory.path + "/judge",
        except: Set(TestFiles.entries(example)).subtracting([name]))
    }
    for job in 0..<jobs {
      try TestFiles.overlay(
        example, on: "\(directory.path)/\(job)",
        except: Set(TestFiles.entries(example)).subtracting(["policy.json"]))
    }
    for piece in pieces {
      let job = Int.random(in: 0..<jobs, using: &generator)
      let target = "\(directory.path)/\(job)/\(piece)"
      try TestFiles.makeDirectory(around: target)
      try TestFiles.copy("\(example)/\(piece)", to: target)
    }
    for job in 0..<jobs {
      let result = try await Program.run(
        ["collect", "--output", "../judge/job-\(job).json"], in: "\(directory.path)/\(job)")
      #expect(result.status == 0, "\(result.diagnostics)")
    }
    return directory
  }

  @Test("leads to the verdict of the reports in every scenario", arguments: ScenarioTests.all)
  func scenario(folder: String) async throws {
    let directory = try TemporaryDirectory()
    let run = directory.path + "/run"
    try TestFiles.overlay(folder, on: run)
    let expected = try await Self.check(Self.arguments(of: folder), in: run)
    let collect = try await Program.run(["collect", "--output", "all.json"], in: run)
    // A policy that nothing can be judged by is not for collecting either.
    guard collect.status == 0 else {
      #expect(expected.status == 2)
      return
    }
    let found = try await Self.check(
      Self.arguments(of: folder) + ["--evidence", "all.json"], in: run)
    Self.expectSame(found, expected, "\(folder)")
  }

  @Test("a redacted report stays redacted, and is as damaged as it is")
  func redaction() async throws {
    for report in RedactionTests.samples {
      let directory = try TemporaryDirectory()
      try directory.write(RedactionTests.policy(redact: true), to: "policy.json")
      try directory.write(report, to: "scan.sarif")
      let expected = try await Self.check([], in: directory.path)
      let collect = try await Program.run(["collect", "--output", "e.json"], in: directory.path)
      #expect(collect.status == 0)
      let evidence = try TestFiles.text(directory.path + "/e.json")
      #expect(!evidence.contains(RedactionTests.secret), "\(evidence)")
      let found = try await Self.check(["--evidence", "e.json"], in: directory.path)
      Self.expectSame(found, expected, "\(report)")
    }
  }

  @Test("a verdict from evidence can be verified, and rests on the evidence")
  func verify() async throws {
    let directory = try Jobs.directory()
    try await Jobs.collect(in: directory)
    let check = try await Self.check(["--evidence", "linux.json", "mac.json"], in: directory.path)
    #expect(check.status == 0, "\(check.terminal)\(check.stderr)")
    try TestFiles.remove(directory.path + "/linux.xml")
    let verify = ["verify", "verdict.json"]
    let holds = try await Program.run(verify, in: directory.path)
    #expect(holds.output.hasPrefix("HOLDS  pass again, from the same 5 files"), "\(holds.output)")
    let evidence = try TestFiles.text(directory.path + "/mac.json")
    try directory.write(evidence.replacing("passed", with: "failed"), to: "mac.json")
    let broken = try await Program.run(verify, in: directory.path)
    #expect(broken.status == 1)
    #expect(broken.output.contains("changed     mac.json (evidence)"), "\(broken.output)")
  }

  // MARK: - What is missing

  /// Two jobs, each with a report of its own.
  private enum Jobs {
    static func directory() throws -> TemporaryDirectory {
      let directory = try TemporaryDirectory()
      for name in ["linux", "mac"] {
        try directory.write(
          "<testsuite name=\"\(name)\"><testcase classname=\"C\" name=\"\(name)\"/></testsuite>",
          to: "\(name).xml")
      }
      try directory.write(
        """
        { "version": 1,
          "reports": { "unit": { "files": "*.xml", "jobs": ["linux", "mac"] } },
          "gates": { "tests": { "rules": [{ "metric": "tests.failed", "max": 0 }] } } }
        """, to: "policy.json")
      return directory
    }

    /// Each job sees its own report only.
    static func collect(in directory: TemporaryDirectory) async throws {
      for (name, other) in [("linux", "mac"), ("mac", "linux")] {
        let hidden = try TestFiles.text("\(directory.path)/\(other).xml")
        try TestFiles.remove("\(directory.path)/\(other).xml")
        let result = try await Program.run(
          ["collect", "--output", "\(name).json"], in: directory.path)
        #expect(result.output == "collected 1 report of job '\(name)' in \(name).json\n")
        try directory.write(hidden, to: "\(other).xml")
      }
    }
  }

  @Test("a job whose evidence is missing is incomplete, by name")
  func missingJob() async throws {
    let directory = try Jobs.directory()
    try await Jobs.collect(in: directory)
    let check = try await Self.check(["--evidence", "mac.json"], in: directory.path)
    #expect(check.status == 1)
    #expect(
      check.terminal.contains(
        "reports/unit is incomplete: job 'linux' left no evidence".prefix(40)),
      "\(check.terminal)")
    #expect(check.verdict.contains("job 'linux' left no evidence"))
  }

  @Test("a job that has none of a report is incomplete, by name")
  func emptyJob() async throws {
    let directory = try Jobs.directory()
    try await Jobs.collect(in: directory)
    try TestFiles.remove(directory.path + "/mac.xml")
    try TestFiles.remove(directory.path + "/linux.xml")
    let collect = try await Program.run(["collect", "--output", "mac.json"], in: directory.path)
    #expect(
      collect.output == "job 'mac' has no report that the policy declares, as mac.json says\n")
    let check = try await Self.check(
      ["--evidence", "mac.json", "linux.json"], in: directory.path)
    #expect(check.status == 1)
    #expect(check.verdict.contains("job 'mac' has none of it"))
  }

  @Test("evidence of nothing is no evidence")
  func nothing() async throws {
    let directory = try Jobs.directory()
    for file in ["mac.xml", "linux.xml"] { try TestFiles.remove("\(directory.path)/\(file)") }
    let text = try TestFiles.text(directory.path + "/policy.json")
    try directory.write(
      text.replacing(#", "jobs": ["linux", "mac"]"#, with: ""), to: "policy.json")
    _ = try await Program.run(["collect", "--output", "mac.json"], in: directory.path)
    let check = try await Self.check(["--evidence", "mac.json"], in: directory.path)
    #expect(check.status == 1)
    #expect(check.verdict.contains("no file matches *.xml"))
  }

  // MARK: - What is refused

  @Test(
    "what nobody can judge is refused",
    arguments: [
      (["nowhere.json"], "nowhere.json: no such file"),
      (
        ["mac.json", "./mac.json"],
        "./mac.json: is of job 'mac' as mac.json is, give one file for each job"
      ),
      (
        ["policy.json"],
        "policy.json: has no schema, expected 'verdict-evidence/1' or "
          + "'verdict-evidence/2'"
      ),
      (
        ["newer.json"],
        "newer.json: was written by a newer verdict (format 3), this one reads formats up to 2: "
          + "update verdict or collect the evidence again"
      ),
      (["cut.json"], "cut.json:1:35: not valid JSON: unterminated string, expected '\"'"),
      (
        ["other.json"],
        "other.json: reports/unit was read by another policy, with other files, format or variant: "
          + "collect it by the policy that judges"
      ),
      (
        ["mac.json", "elsewhere.json"],
        "elsewhere.json: job 'linux' measured commit bbbbbbbb, expected aaaaaaaa"
      ),
    ])
  func refusals(files: [String], words: String) async throws {
    let directory = try Jobs.directory()
    try await Jobs.collect(in: directory)
    let text = try TestFiles.text(directory.path + "/linux.json")
    let mac = try TestFiles.text(directory.path + "/mac.json")
    try directory.write(#"{"schema": "verdict-evidence/3"}"#, to: "newer.json")
    try directory.write(String(text.prefix(40)), to: "cut.json")
    try directory.write(text.replacing("*.xml", with: "l*.xml"), to: "other.json")
    let commit = { (text: String, digit: String) in
      "{\"commit\":\"\(String(repeating: digit, count: 40))\"," + text.dropFirst()
    }
    try directory.write(commit(text, "b"), to: "elsewhere.json")
    if files.contains("elsewhere.json") { try directory.write(commit(mac, "a"), to: "mac.json") }
    let check = try await Self.check(["--evidence"] + files, in: directory.path)
    #expect(check.status == 2)
    #expect(check.stderr == "verdict: \(words)\n")
  }
}
