import TestSupport
import Testing

/// Ways in which a gate could turn green that nobody meant, each with the answer that keeps it red.
@Suite("No false green")
struct FalseGreenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// What somebody did, forgot or lost.
    var testDescription: String
    var reports: String
    var rule: String
    var extra = ""
    var files: [String: String]
    var arguments: [String] = []
    /// Words that the output must have.
    var says: String

    init(
      _ description: String, reports: String, rule: String, extra: String = "",
      files: [String: String], arguments: [String] = [], says: String
    ) {
      testDescription = description
      self.reports = reports
      self.rule = rule
      self.extra = extra
      self.files = files
      self.arguments = arguments
      self.says = says
    }
  }

  static let covered = "SF:src/a.py\nDA:1,1\nDA:2,1\nend_of_record\n"
  static let passing = #"<testsuite name="s"><testcase classname="C" name="t"/></testsuite>"#
  static let failing =
    #"<testsuite><testcase classname="C" name="t"><failure message="no"/></testcase></testsuite>"#

  static func sarif(uri: String?, tool: String = "scanner") -> String {
    let location = uri.map {
      #", "locations": [{"physicalLocation": {"artifactLocation": {"uri": "\#($0)"}}}]"#
    }
    return """
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "\(tool)"}}, "results": [
        {"ruleId": "R", "level": "error", "message": {"text": "m"}\(location ?? "")}]}]}
      """
  }

  static let cases: [Case] = [
    Case(
      "one of the files of a list is missing",
      reports: #""coverage": { "files": ["a.info", "web/b.info"] }"#,
      rule: #"{ "metric": "coverage.lines", "min": "80%" }"#, files: ["a.info": covered],
      says: "no file matches web/b.info"),
    Case(
      "a report without a format cannot be read",
      reports: #""py": { "files": "*.info" }, "all": { "files": "junit/*.xml" }"#,
      rule: #"{ "metric": "tests.failed", "max": 0 }"#,
      files: ["a.info": covered, "b.info": "garbage", "junit/t.xml": passing],
      says: "cannot be read: b.info"),
    Case(
      "a report is not in the encoding that it declares",
      reports: #""all": { "files": "t.xml" }"#, rule: #"{ "metric": "tests.failed", "max": 0 }"#,
      files: [
        // The last byte of ā is no character of windows-1252.
        "t.xml": #"<?xml version="1.0" encoding="windows-1252"?><testsuite>"#
          + #"<testcase name="s"/><testcase name="ā"><failure/></testcase></testsuite>"#
      ], says: "cannot be read: t.xml"),
    Case(
      "a job was skipped", reports: #""jobs": { "format": "facts", "files": "f.json" }"#,
      rule: #"{ "metric": "fact", "each": "mypy", "equals": "success" }"#,
      files: ["f.json": #"{"mypy": "skipped"}"#], says: "skipped ≠ success"),
    Case(
      "a job says nothing any more", reports: #""jobs": { "format": "facts", "files": "f.json" }"#,
      rule: #"{ "metric": "fact", "each": ["mypy", "ruff"], "equals": "success" }"#,
      files: ["f.json": #"{"mypy": "success"}"#], says: "no report has the key"),
    Case(
      "no job says anything", reports: #""jobs": { "format": "facts", "files": "f.json" }"#,
      rule: #"{ "metric": "fact", "each": "mypy", "equals": "success" }"#,
      files: ["f.json": "{}"], says: "nothing to judge in f.json"),
    Case(
      "a job failed, and a later one says otherwise in the same file",
      reports: #""jobs": { "format": "facts", "files": "f.json" }"#,
      rule: #"{ "metric": "fact", "each": "mypy", "equals": "success" }"#,
      files: ["f.json": #"{"mypy": "failure", "mypy": "success"}"#], says: "duplicate key"),
    Case(
      "a job failed in one of two files",
      reports: #""jobs": { "format": "facts", "files": "[ab].json" }"#,
      rule: #"{ "metric": "fact", "each": "mypy", "equals": "success" }"#,
      files: ["a.json": #"{"mypy": "failure"}"#, "b.json": #"{"mypy": "success"}"#],
      says: "failure ≠ success"),
    Case(
      "a number lost its unit", reports: #""load": { "format": "facts", "files": "f.json" }"#,
      rule: #"{ "metric": "value", "each": "p95", "max": "100ms" }"#,
      files: ["f.json": #"{"p95": 90}"#], says: "value and limit are in different units"),
    Case(
      "a mistyped pattern chooses no test", reports: #""unit": { "files": "unit.xml" }"#,
      rule: #"{ "metric": "tests.failed", "where": { "class": "Cc" }, "max": 0 }"#,
      files: ["unit.xml": failing], says: "the reports have nothing of what is asked"),
    Case(
      "no report says how long a test took", reports: #""unit": { "files": "unit.xml" }"#,
      rule: #"{ "metric": "tests.duration", "max": "1s" }"#,
      files: ["unit.xml": passing], says: "the reports have nothing of what is asked"),
    Case(
      "a report holds something else now",
      reports: #""unit": { "files": "unit.xml" }"#,
      rule: #"{ "metric": "tests.failed", "from": "unit", "max": 0 }"#,
      files: ["unit.xml": covered], says: "holds coverage, not tests"),
    Case(
      "the component is a directory",
      reports: #""scan": { "format": "sarif", "files": "s.sarif" }"#,
      rule: #"{ "metric": "findings", "in": "app", "max": 0 }"#,
      extra: #""components": { "app": "src/app" },"#,
      files: ["s.sarif": sarif(uri: "src/app/a.py")], says: "1 > 0"),
    Case(
      "the finding has a path of another machine",
      reports: #""scan": { "format": "sarif", "files": "s.sarif" }"#,
      rule: #"{ "metric": "findings", "in": "app", "max": 0 }"#,
      extra: #""components": { "app": "src/app/**" },"#,
      files: ["s.sarif": sarif(uri: "file:///builds/g/p/src/app/a.py")], says: "1 > 0"),
    Case(
      "the finding has no place",
      reports: #""scan": { "format": "sarif", "files": "s.sarif" }"#,
      rule: #"{ "metric": "findings", "in": "app", "max": 0 }"#,
      extra: #""components": { "app": "src/app/**" },"#, files: ["s.sarif": sarif(uri: nil)],
      says: "1 > 0"),
    Case(
      "no tool has the name that is asked for",
      reports: #""scan": { "format": "sarif", "files": "s.sarif" }"#,
      rule: #"{ "metric": "findings", "where": { "tool": "semgrep" }, "max": 0 }"#,
      files: ["s.sarif": sarif(uri: "a.py", tool: "Semgrep OSS")],
      says: "the reports have nothing of what is asked"),
    Case(
      "new code is measured in part",
      reports: #""coverage": { "files": "a.info" }"#,
      rule: #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }"#,
      files: [
        "a.info": covered,
        "d.diff": """
        --- a/src/a.py
        +++ b/src/a.py
        @@ -1 +1,2 @@
         one
        +two
        --- /dev/null
        +++ b/src/new.py
        @@ -0,0 +1,2 @@
        +one
        +two

        """,
      ], arguments: ["--diff", "d.diff"], says: "says nothing of src/new.py"),
    Case(
      "the diff is an empty file",
      reports: #""coverage": { "files": "a.info" }"#,
      rule: #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }"#,
      extra: #""defaults": { "noChange": "block" },"#, files: ["a.info": covered, "d.diff": ""],
      arguments: ["--diff", "d.diff"], says: "it is not known what changed"),
    Case(
      "the paths of a coverage report are those of another machine",
      reports: #""coverage": { "files": "a.info" }"#,
      rule: #"{ "metric": "coverage.lines", "each": "file", "min": "10%" }"#,
      files: ["a.info": "SF:/build/x/src/a.py\nDA:1,1\nend_of_record\n"],
      says: "say with 'strip' what to cut off"),
    Case(
      "the same benchmark is there twice, and once it is slow",
      reports: #""bench": { "format": "criterion", "files": ["a", "b"] }"#,
      rule: #"{ "metric": "benchmark.time", "each": "benchmark", "max": "10ms" }"#,
      files: [
        "a/parse/new/benchmark.json": benchmark, "a/parse/new/sample.json": sample("1000"),
        "b/parse/new/benchmark.json": benchmark, "b/parse/new/sample.json": sample("90000000"),
      ], says: "90 ms"),
    Case(
      "a suite is cut off in the middle",
      reports: #""unit": { "format": "junit", "files": "t.xml" }"#,
      rule: #"{ "metric": "tests.failed", "max": 0 }"#,
      files: ["t.xml": String(passing.dropLast(12))], says: "cannot be read"),
    Case(
      "a failure stands beside a skip",
      reports: #""unit": { "format": "junit", "files": "t.xml" }"#,
      rule: #"{ "metric": "tests.failed", "max": 0 }"#,
      files: ["t.xml": failing.replacing("<failure", with: "<skipped/><failure")],
      says: "1 > 0"),
    Case(
      "an attempt that failed is followed by one that passed",
      reports: #""unit": { "format": "junit", "files": "*.xml" }"#,
      rule: #"{ "metric": "tests.failed", "max": 0 }"#,
      files: ["a.xml": failing, "b.xml": passing], says: "1 > 0"),
  ]

  static let benchmark =
    #"{"group_id":"parse","function_id":null,"value_str":null,"throughput":null,"#
    + #""full_id":"parse","directory_name":"parse","title":"parse"}"#

  static func sample(_ nanoseconds: String) -> String {
    #"{"sampling_mode":"Flat","iters":[1.0,1.0],"times":[\#(nanoseconds),\#(nanoseconds)]}"#
  }

  @Test("blocks, and says why", arguments: cases)
  func blocks(_ example: Case) async throws {
    let directory = try TemporaryDirectory()
    for (name, text) in example.files { try directory.write(text, to: name) }
    try directory.write(
      """
      {
        "version": 1,
        \(example.extra)
        "reports": { \(example.reports) },
        "gates": { "gate": { "rules": [\(example.rule)
          \(example.reports.contains("\"py\"") ? coverageRule : "")] } }
      }
      """, to: "policy.json")
    let result = try await Program.run(["explain"] + example.arguments, in: directory.path)
    #expect(result.output.contains(example.says), "\(result.output)\(result.diagnostics)")
    let check = try await Program.run(["check"] + example.arguments, in: directory.path)
    #expect(check.status == 1)
  }

  private let coverageRule = #", { "metric": "coverage.lines", "from": "py", "min": "0%" }"#
}
