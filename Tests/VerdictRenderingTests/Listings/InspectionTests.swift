import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct InspectionTests {
  private let coverage = Report(
    format: "lcov",
    content: .coverage(
      CoverageReport(files: [
        FileCoverage(
          path: "a.c",
          lines: LineTable(entries: [
            (number: 1, count: 2), (number: 2, count: 0), (number: 3, count: 1),
          ]),
          branches: BranchTable(
            named: [], counted: [BranchTable.Counted(line: 1, taken: 1, known: 2)]))
      ])), notices: [Notice("odd line ignored", line: 7), Notice("odd file")])

  private func test(_ name: String, _ outcome: TestOutcome) -> TestCase {
    TestCase(
      suite: "", className: "", name: name, outcome: outcome, duration: nil, details: nil)
  }

  private var tests: Report {
    Report(
      format: "junit",
      content: .tests(
        TestReport(
          cases: [
            test("a", .passed), test("a", .passed), test("b", .flaky), test("c", .failed),
            test("d", .errored), test("e", .skipped),
          ], pseudoCases: [test("suite", .failed)])),
      damage: ReportError(.truncated(expected: "</testsuite>"), line: 9))
  }

  private var findings: Report {
    var suppressed = makeFinding("R", "m")
    suppressed.suppression = Suppression(kind: "inSource", justification: "")
    suppressed.level = .note
    return Report(
      format: "sarif",
      content: .findings(FindingsReport(findings: [makeFinding("R", "m"), suppressed], runs: [])))
  }

  private let benchmarks = Report(
    format: "criterion",
    content: .benchmarks(
      BenchmarkReport(benchmarks: [makeBenchmark("a", median: nanoseconds(1))])))

  private var all: [Inspection] {
    [
      Inspection(file: "a.info", report: coverage), Inspection(file: "b.xml", report: tests),
      Inspection(file: "c.sarif", report: findings),
      Inspection(file: "criterion", report: benchmarks),
      Inspection(
        file: "d.txt", format: nil,
        error: ReportError(.unknownFormat(expected: ["junit", "lcov"]))),
      Inspection(
        file: "tree", format: "criterion",
        error: ReportError(
          .malformedJSON("no"), at: SourcePosition(line: 1, column: 2), in: "new/sample.json")),
    ]
  }

  @Test func jsonHasOnlyTheKeysThatApply() {
    #expect(
      Inspection.json(all)
        == """
        [
          {
            "coverage" : {
              "branches" : {
                "covered" : 1,
                "total" : 2
              },
              "files" : 1,
              "functions" : {
                "covered" : 0,
                "total" : 0
              },
              "lines" : {
                "covered" : 2,
                "total" : 3
              },
              "strict" : {
                "covered" : 1,
                "total" : 3
              }
            },
            "file" : "a.info",
            "format" : "lcov",
            "notices" : [
              {
                "line" : 7,
                "message" : "odd line ignored"
              },
              {
                "message" : "odd file"
              }
            ]
          },
          {
            "error" : {
              "line" : 9,
              "message" : "the file ends too early, expected </testsuite>"
            },
            "file" : "b.xml",
            "format" : "junit",
            "tests" : {
              "errored" : 1,
              "failed" : 1,
              "flaky" : 1,
              "passed" : 3,
              "skipped" : 1,
              "total" : 6
            }
          },
          {
            "file" : "c.sarif",
            "findings" : {
              "error" : 1,
              "none" : 0,
              "note" : 1,
              "suppressed" : 1,
              "total" : 2,
              "warning" : 0
            },
            "format" : "sarif"
          },
          {
            "benchmarks" : {
              "total" : 1
            },
            "file" : "criterion",
            "format" : "criterion"
          },
          {
            "error" : {
              "message" : "no known report format, expected one of junit, lcov, or name it with --format or in the policy"
            },
            "file" : "d.txt"
          },
          {
            "error" : {
              "column" : 2,
              "line" : 1,
              "message" : "new/sample.json: not valid JSON: no"
            },
            "file" : "tree",
            "format" : "criterion"
          }
        ]

        """)
  }

  @Test func textIsForPeople() {
    #expect(
      Inspection.text(all, options: RenderOptions(width: 80, color: false))
        == """
        a.info (lcov)
          files       1
          lines       66.66 % (2 of 3)
          branches    50 % (1 of 2)
          strict      33.33 % (1 of 3)
          functions   no data
          notice      line 7: odd line ignored
          notice      odd file

        b.xml (junit)
          error       9: the file ends too early, expected </testsuite>
          tests       6: 3 passed, 1 failed, 1 errored, 1 skipped, 1 flaky

        c.sarif (sarif)
          findings    2: 1 error, 1 note, 1 suppressed

        criterion (criterion)
          benchmarks  1

        d.txt
          error       no known report format, expected one of junit, lcov, or name it
                      with --format or in the policy

        tree (criterion)
          error       new/sample.json: 1:2: not valid JSON: no

        """)
  }

  @Test func manyNoticesAreCounted() {
    var report = coverage
    report.notices = (1...12).map { Notice("odd", line: $0) }
    let output = Inspection.text(
      [Inspection(file: "a", report: report)], options: RenderOptions(width: 80, color: false))
    #expect(output.contains("  notice      line 10: odd\n              and 2 more notices\n"))
  }

  @Test(arguments: hostileTexts)
  func hostileTextsStayTexts(text: String) {
    var report = coverage
    report.format = text
    report.notices = [Notice(text)]
    report.damage = ReportError(.malformedXML(text), line: 1)
    let inspections = [
      Inspection(file: text, report: report),
      Inspection(file: text, format: text, error: ReportError(.unreadable(text), in: text)),
    ]
    #expect(
      isHarmless(Inspection.text(inspections, options: RenderOptions(width: 80, color: false))))
    #expect(isHarmless(Inspection.json(inspections)))
  }
}
