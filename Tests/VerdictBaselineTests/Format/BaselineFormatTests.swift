import Testing
import VerdictBaseline
import VerdictModel

@Suite struct BaselineFormatTests {
  @Test func writesTextThatPeopleCanRead() throws {
    var baseline = Baseline.sample
    baseline.evidence = Evidence(
      parts: [baseline.evidence.part("coverage"), baseline.evidence.part("speed")]
        .compactMap(\.self))
    let text = String(decoding: try BaselineFormat.write(baseline), as: UTF8.self)
    #expect(
      text == """
        {
          "commit" : "9f3c2ab1d0e4f5a6b7c8d9e0f1a2b3c4d5e6f708",
          "reports" : {
            "coverage" : {
              "files" : {
                "branches" : {
                  "src/a.rs" : "2:1/2 9:2/2"
                },
                "lines" : {
                  "src/a.rs" : "+2- 3- +",
                  "src/empty.rs" : ""
                }
              },
              "sources" : [
                {
                  "file" : "lcov.info",
                  "format" : "lcov"
                }
              ]
            },
            "speed" : {
              "benchmarks" : [
                {
                  "id" : "book/insert",
                  "name" : "book/insert",
                  "picoseconds" : {
                    "fifthPercentile" : 1100000,
                    "mean" : 1234567,
                    "median" : 1200000,
                    "standardDeviation" : 5
                  },
                  "samples" : 100,
                  "throughput" : {
                    "amount" : 18446744073709551615,
                    "unit" : "bytes"
                  }
                },
                {
                  "id" : "old",
                  "name" : "old",
                  "picoseconds" : {
                    "mean" : 1,
                    "median" : 9223372036854775807,
                    "standardDeviation" : 0
                  },
                  "samples" : 0
                }
              ],
              "sources" : [
                {
                  "file" : "target/criterion",
                  "format" : "criterion"
                }
              ]
            }
          },
          "saved" : "2026-01-02T03:04:05Z",
          "schema" : "verdict-baseline/1"
        }

        """)
  }

  @Test func equalBaselinesGiveEqualBytes() throws {
    let bytes = try BaselineFormat.write(.sample)
    #expect(try BaselineFormat.write(try BaselineFormat.read(bytes)) == bytes)
    var turned = Baseline.sample
    turned.evidence = Evidence(parts: turned.evidence.parts.reversed())
    #expect(try BaselineFormat.write(turned) == bytes)
  }

  /// What is not kept, and what it becomes.
  @Test func keepsWhatComparingNeeds() throws {
    let report = CoverageReport(
      files: [
        FileCoverage(
          path: "a", lines: LineTable(entries: [(number: 5, count: 77)]),
          branches: BranchTable(
            named: [
              BranchTable.Named(line: 5, name: 1, taken: true),
              BranchTable.Named(line: 5, name: 2, taken: false),
            ], counted: []))
      ], roots: ["/build"])
    let tests = TestReport(cases: [
      TestCase(
        suite: "wrapper", className: "C", name: "x", outcome: .passed,
        duration: Picoseconds(1), details: nil),
      TestCase(
        suite: "wrapper", className: "C", name: "x", outcome: .failed,
        duration: Picoseconds(9),
        details: TestDetails(message: "m\nn", type: "", body: "all", file: "a", line: 1)),
    ])
    let loaded = try read(
      EvidenceContent(coverage: report, tests: tests), notices: [Notice("a notice")])
    #expect(loaded.content.coverage?.files.first?.lines.counts == [1])
    #expect(loaded.content.coverage?.tally(.branches) == Tally(covered: 1, total: 2))
    #expect(loaded.content.coverage?.roots == [])
    #expect(
      loaded.content.tests?.cases == [
        TestCase(
          suite: "wrapper", className: "C", name: "x", outcome: .failed, duration: Picoseconds(9),
          details: TestDetails(message: "m", type: "", body: "", file: nil, line: nil))
      ])
    #expect(loaded.sources.first?.notices == [])
  }

  @Test func kindsWithoutContentAreNotKindsThatAreNotThere() throws {
    let empty = EvidenceContent(
      coverage: .empty, tests: .empty, findings: .empty, benchmarks: .empty)
    #expect(try read(empty).content == empty)
    #expect(try read(EvidenceContent()).content == EvidenceContent())
  }

  private func read(_ content: EvidenceContent, notices: [Notice] = []) throws -> EvidencePart {
    let part = EvidencePart(
      id: "x", sources: [EvidenceSource(file: "f", format: "g", notices: notices)], gaps: [],
      content: content)
    let baseline = Baseline(
      reference: BaselineReference(commit: nil, distance: 3, saved: ""),
      evidence: Evidence(parts: [part]))
    let loaded = try BaselineFormat.read(try BaselineFormat.write(baseline))
    #expect(loaded.reference.distance == nil)
    return try #require(loaded.evidence.part("x"))
  }

  private static let schemas = "'verdict-baseline/1' or 'verdict-baseline/2'"

  static let damaged: [(String, String)] = [
    ("{\n  \"schema\": x", "2:13: not valid JSON: found 'x', expected a value"),
    (
      "<<<<<<< HEAD\n{}", "1:1: not valid JSON: found '<', expected a value"
    ),
    (
      "{\"schema\": \"verdict-baseline/1\", \"saved\": \"\",\n \"reports\": {}, \"reports\": {}}",
      "2:17: duplicate key 'reports', first at line 2"
    ),
    ("{\"unknown\": {\"x\": 1,\n\"x\": 2}}", "2:1: duplicate key 'x', first at line 1"),
    ("[]", "has no schema, expected \(schemas)"),
    ("{}", "has no schema, expected \(schemas)"),
    ("{\"schema\": 1}", "has no schema, expected \(schemas)"),
    ("{\"schema\": \"sarif\"}", "has the schema 'sarif', expected \(schemas)"),
    (
      "{\"schema\": \"verdict-baseline/0\"}",
      "has the schema 'verdict-baseline/0', expected \(schemas)"
    ),
    ("{\"schema\": \"verdict-baseline/1\"}", "saved: is missing"),
    (
      "{\"schema\": \"verdict-baseline/1\", \"saved\": \"\", \"reports\": []}",
      "reports: expected an object"
    ),
    (
      "{\"schema\": \"verdict-baseline/1\", \"saved\": 5, \"reports\": {}}",
      "saved: expected a text"
    ),
    (
      "{\"schema\": \"verdict-baseline/1\", \"saved\": \"\", \"commit\": \"--x\", \"reports\": {}}",
      "commit: '--x' is no commit id"
    ),
  ]

  @Test(arguments: ["9223372036854775808", "1.5", "1e999"])
  func refusesNumbersThatAreNoWholeOnes(number: String) {
    let text =
      #"{"schema": "verdict-baseline/1", "saved": "", "reports": {"x": {"sources": [], "#
      + #""tests": [{"name": "a", "outcome": "passed", "picoseconds": "# + number + "}]}}}"
    let error = #expect(throws: BaselineError.self) { try BaselineFormat.read(Array(text.utf8)) }
    #expect(error?.description == "a number has a fraction or is out of range")
  }

  @Test(arguments: damaged)
  func refusesWhatIsNoBaseline(text: String, words: String) {
    let error = #expect(throws: BaselineError.self) { try BaselineFormat.read(Array(text.utf8)) }
    #expect(error?.description == words)
  }

  /// As baselines had it before they wrote columns.
  @Test func readsCoverageFileByFile() throws {
    let text =
      #"{"schema": "verdict-baseline/1", "saved": "", "reports": {"x": {"sources": [], "#
      + #""coverage": {"a": {"runs": "+-", "functions": "1:a+"}, "b": {"lines": "3"}}}}}"#
    let files = try BaselineFormat.read(Array(text.utf8)).evidence.part("x")?.content.coverage?
      .files
    #expect(files?.map(\.path) == ["a", "b"])
    #expect(
      files?.map(\.lines.tally) == [Tally(covered: 1, total: 2), Tally(covered: 1, total: 1)])
    #expect(files?.first?.functions.tally == Tally(covered: 1, total: 1))
  }

  static let corrupted: [(String, String)] = [
    (#""files": {}"#, "files.lines: is missing"),
    (#""files": {"lines": {"a": 1}}"#, "files.lines.a: expected a text"),
    (
      #""files": {"lines": {"a.c": "+2", "b": "5"}}"#,
      "files.lines.b: cannot read '5', expected runs of lines such as '+5-2 3+8'"
    ),
    (
      #""files": {"lines": {"a": "+60000000", "b": "+60000000"}}"#,
      "files.lines.b: more than 100000000 lines in all files"
    ),
    (
      #""files": {"lines": {"a.c": "+"}, "branches": {"a.c": "1:3/2"}}"#,
      #"files.branches["a.c"]: cannot read '1:3/2', expected ascending lines such as '6:1/2 9:0+,1-'"#
    ),
    (
      #""files": {"lines": {"a": "+"}, "functions": {"b": "1:a+"}}"#,
      "files.functions.b: is of a file that is not among 'lines'"
    ),
    (#""coverage": {"a.c": {}}"#, #"coverage["a.c"].runs: is missing"#),
    (#""coverage": {"a": {"lines": null}}"#, "coverage.a.runs: is missing"),
    (
      #""coverage": {"a": {"lines": "1-2,2"}}"#,
      "coverage.a.lines: cannot read '2', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "0"}}"#,
      "coverage.a.lines: cannot read '0', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "-1"}}"#,
      "coverage.a.lines: cannot read '-1', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "1,"}}"#,
      "coverage.a.lines: cannot read '', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "3-2"}}"#,
      "coverage.a.lines: cannot read '3-2', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "1-4294967296"}}"#,
      "coverage.a.lines: cannot read '1-4294967296', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "1-2-3"}}"#,
      "coverage.a.lines: cannot read '1-2-3', expected ascending lines such as '1-40,43'"
    ),
    (
      #""coverage": {"a": {"lines": "1-60000000"}, "b": {"lines": "1-60000000"}}"#,
      "coverage.b: more than 100000000 lines in all files"
    ),
    (
      #""coverage": {"a": {"lines": "1-4", "missed": "3-5"}}"#,
      "coverage.a.missed: has a line that is not among 'lines'"
    ),
    (
      #""coverage": {"a": {"lines": "1", "branches": "1:3/2"}}"#,
      "coverage.a.branches: cannot read '1:3/2', expected ascending lines such as '6:1/2 9:0+,1-'"
    ),
    (
      #""coverage": {"a": {"lines": "1", "branches": "2:1/2 1:1/2"}}"#,
      "coverage.a.branches: cannot read '1:1/2', expected ascending lines such as '6:1/2 9:0+,1-'"
    ),
    (
      #""coverage": {"a": {"lines": "1", "branches": "1/1:2"}}"#,
      "coverage.a.branches: cannot read '1/1:2', expected ascending lines such as '6:1/2 9:0+,1-'"
    ),
    (
      #""tests": [{"name": "a", "outcome": "passed"}, {"name": "b", "outcome": "Passed"}]"#,
      "tests[1].outcome: 'Passed' is no outcome"
    ),
    (
      #""tests": [{"name": "a", "outcome": "passed", "picoseconds": -1}]"#,
      "tests[0].picoseconds: found -1, expected 0 or more"
    ),
    (#""tests": {}"#, "tests: expected a list"),
    (
      #""findings": {"runs": [], "results": [{"run": {"tool": "t"}, "message": "", "level": "bad", "severity": "low"}]}"#,
      "findings.results[0].level: 'bad' is no level"
    ),
    (
      #""findings": {"runs": [], "results": [{"run": {"tool": "t"}, "message": "", "level": "note", "severity": "bad"}]}"#,
      "findings.results[0].severity: 'bad' is no severity"
    ),
    (
      #""findings": {"runs": [], "results": [{"run": {"tool": "t"}, "message": "", "level": "note", "severity": "low", "source": "0x1 +2"}]}"#,
      "findings.results[0].source: cannot read '0x1 +2', expected two hashes in hexadecimal"
    ),
    (
      #""findings": {"runs": [], "results": [{"run": {"tool": "t"}, "message": "", "level": "note", "severity": "low", "line": 0}]}"#,
      "findings.results[0].line: found 0, expected 1 or more"
    ),
    (
      #""benchmarks": [{"id": "b", "name": "b", "samples": 1, "picoseconds": {"mean": 1, "median": -2, "standardDeviation": 0}}]"#,
      "benchmarks[0].picoseconds.median: found -2, expected 0 or more"
    ),
    (
      #""benchmarks": [{"id": "b", "name": "b", "samples": -1, "picoseconds": {"mean": 1, "median": 1, "standardDeviation": 0}}]"#,
      "benchmarks[0].samples: found -1, expected 0 or more"
    ),
    (
      #""benchmarks": [{"id": "b", "name": "b", "samples": 1, "picoseconds": {"mean": 1, "median": 1, "standardDeviation": 0}}, {"id": "b", "name": "b", "samples": 2, "picoseconds": {"mean": 1, "median": 1, "standardDeviation": 0}}]"#,
      "benchmarks: two benchmarks have the same id"
    ),
    (#""facts": [{"key": "a", "number": "8,4"}]"#, "facts[0].number: '8,4' is no number"),
    (
      #""facts": [{"key": "a", "number": "8", "text": "8"}]"#,
      "facts[0]: expected one of 'text', 'number' and 'boolean'"
    ),
    (#""gaps": [{"kind": "lost"}]"#, "gaps[0].kind: 'lost' is no gap"),
  ]

  @Test(arguments: corrupted)
  func namesTheKeyOfACorruptValue(part: String, words: String) {
    let text =
      #"{"schema": "verdict-baseline/1", "saved": "", "reports": {"unit-x": {"sources": [], "#
      + part + "}}}"
    let error = #expect(throws: BaselineError.self) { try BaselineFormat.read(Array(text.utf8)) }
    let separator = words.hasPrefix("[") ? "" : "."
    #expect(error?.description == "reports.unit-x\(separator)\(words)")
  }
}
