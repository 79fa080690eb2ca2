import TestSupport
import Testing

/// What the store and the reports of two runs say side by side.
@Suite("verdict trend and verdict compare")
struct HistoryTests {
  private static let policy = """
    { "version": 1,
      "reports": { "unit": { "files": "unit.xml" } },
      "gates": { "tests": { "rules": [{ "metric": "tests.failed", "max": 9 }] } },
      "baseline": { "store": "git:refs/notes/verdict" } }
    """

  private static func report(_ count: Int, failing: Bool = false) -> String {
    let cases = (0..<count).map { number in
      "<testcase classname=\"C\" name=\"t\(number)\">"
        + (failing && number == 0 ? "<failure message=\"m\"/>" : "") + "</testcase>"
    }
    return "<testsuite name=\"s\">\(cases.joined())</testsuite>"
  }

  /// A repository with an entry for each of three commits, with 2, 3 and 5 tests.
  private static func repository() async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.write(policy, to: "policy.json")
    try repository.write("unit.xml\n", to: ".gitignore")
    for (hour, count) in [(1, 2), (2, 3), (3, 5)] {
      try await repository.commit("\(count)")
      try repository.write(report(count, failing: count == 5), to: "unit.xml")
      let save = try await Program.run(
        ["baseline", "save", "--now", "2036-01-01T0\(hour):00:00Z"], in: repository.path)
      #expect(save.status == 0, "\(save.diagnostics)")
    }
    return repository
  }

  @Test("a metric is shown over all entries")
  func trend() async throws {
    let repository = try await Self.repository()
    let text = try await Program.run(["trend", "tests.total"], in: repository.path)
    #expect(
      text.output.hasPrefix("tests.total    ▁▃█    2 tests → 5 tests    3 runs\n\n"),
      "\(text.output)\(text.diagnostics)")
    let csv = try await Program.run(
      ["trend", "tests.failed", "--output", "csv"], in: repository.path)
    #expect(
      csv.output.split(separator: "\r\n").map { $0.split(separator: ",")[2] }
        == ["value", "0", "0", "1"])
    let json = try await Program.run(
      ["trend", "tests.total", "--output", "json"], in: repository.path)
    #expect(json.output.contains("\"count\" : 3"))
  }

  @Test(
    "what has no value by itself is refused",
    arguments: [
      (["tests.tot"], "unknown metric 'tests.tot', did you mean 'tests.total'?"),
      (
        ["benchmark.time"],
        "benchmark.time has no total, name one with --of: a benchmark"
      ),
      (["coverage.lines", "--of", "src/a.c"], ""),
    ])
  func refusals(arguments: [String], words: String) async throws {
    let repository = try await Self.repository()
    let result = try await Program.run(["trend"] + arguments, in: repository.path)
    #expect(result.status == (words.isEmpty ? 0 : 64))
    #expect(result.diagnostics.contains(words))
  }

  @Test("two commits, two files and two directories compare the same")
  func compare() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.report(2), to: "old/unit.xml")
    try repository.write(Self.report(5, failing: true), to: "new/unit.xml")
    _ = try await Program.run(
      ["collect", "--output", "job.json"], in: repository.path)
    let expected = """
        tests       1 newly failing, 3 added
          newly failing: C › t0
          added: C › t2
          added: C › t3
          added: C › t4

      """
    let pairs = [
      ("HEAD~2", "HEAD"), ("old", "new"), ("old/unit.xml", "new/unit.xml"), ("HEAD~2", "job.json"),
      ("old", "HEAD"),
    ]
    for (old, new) in pairs {
      let result = try await Program.run(["compare", old, new], in: repository.path)
      #expect(result.output == "\(old) → \(new)\n\(expected)", "\(result.diagnostics)")
      #expect(result.status == 0)
    }
    let same = try await Program.run(["compare", "new", "HEAD"], in: repository.path)
    #expect(same.output.hasSuffix("  nothing differs\n") || same.output.contains("still failing"))
    let json = try await Program.run(
      ["compare", "old", "new", "--output", "json"], in: repository.path)
    #expect(json.output.contains("\"schema\" : \"verdict-compare/1\""))
  }

  @Test(
    "what cannot be compared is refused",
    arguments: [
      (["unit.xml", "cut.xml"], "cut.xml:1: the file ends too early"),
      (["unit.xml", "nowhere"], "nowhere: unknown revision"),
      (["unit.xml", "scan.sarif"], "have nothing in common that could be compared"),
      (["empty", "unit.xml"], "empty: there is no report"),
    ])
  func incomparable(runs: [String], words: String) async throws {
    let repository = try await Self.repository()
    try repository.write(String(Self.report(3).dropLast(40)), to: "cut.xml")
    let scan =
      #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": []}]}"#
    try repository.write(scan, to: "scan.sarif")
    try repository.write("x", to: "empty/readme.txt")
    let result = try await Program.run(["compare"] + runs, in: repository.path)
    #expect(result.status == 2)
    #expect(result.diagnostics.contains(words), "\(result.diagnostics)")
  }
}
