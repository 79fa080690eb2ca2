import Testing
import VerdictModel

@testable import VerdictReports

/// What producers of reports are known to write, besides what the tests of each format spell out.
@Suite struct ProducerTests {
  @Suite struct Cobertura {
    private func read(_ text: String) throws -> Report {
      try TextReports.read(text, as: .cobertura)
    }

    private static let body = """
      <packages><package name="p"><classes><class name="c" filename="a"><lines>
      <line number="1" hits="1"/><line number="2" hits="0"/></lines></class></classes></package>
      </packages></coverage>
      """

    /// Old Java and Python tools; a rate with a comma comes from coverlet on a German machine,
    /// `NaN` from gocover and MATLAB, floats and `branches-rate` from kcov.
    @Test(arguments: [
      #"<!DOCTYPE coverage\#n  SYSTEM "https://cobertura.sourceforge.net/xml/coverage-03.dtd"><coverage>"#,
      #"<coverage line-rate="0.497">"#, #"<coverage line-rate="0,5" branch-rate="NaN">"#,
      #"<coverage line-rate=".5" branch-rate="0.83010000001" version="">"#,
      #"<coverage lines-valid="2.0" lines-covered="1.0" branches-covered="1.0" branches-rate="1.0">"#,
      #"<coverage timestamp="1656158672.7938" complexity="NaN">"#,
      #"<coverage timestamp="0" lineRate="1.0">"#,
      "\r\n<?xml version='1.0'?>\r\n<coverage>\r\n",
    ])
    func onlyLinesCount(head: String) throws {
      let report = try read(head + Self.body)
      #expect(report.coverageTexts == ["a: 1×1 2×0"])
      #expect(report.noticeTexts == [])
      #expect(report.damage == nil)
      #expect(TextReports.recognised(Array((head + Self.body).utf8)) == "cobertura")
    }

    @Test func rootsAreKeptWhateverTheySay() throws {
      let report = try read(
        """
        <coverage><sources><source>$GOMODCACHE</source><source>.</source><source>--source</source>
        <source>altcover/Sample1</source><source>C:\\ws\\</source></sources>
        """ + Self.body)
      guard case .coverage(let coverage) = report.content else { return }
      #expect(
        coverage.roots == ["$GOMODCACHE", ".", "--source", "altcover/Sample1", #"C:\ws\"#])
    }

    /// PHPUnit counts code outside of classes in the header only.
    @Test func aHeaderWithoutLinesIsNoData() throws {
      let text =
        #"<coverage lines-valid="1" lines-covered="1"><packages><package/></packages></coverage>"#
      #expect(try read(text).content.isEmpty)
    }

    @Test(arguments: [
      "-", #"D:\Build\ws\Prime.cs"#, "/_/Lib/Keys.cs", "https://h/A.cs", "a\u{301}.c",
    ])
    func fileNamesAreKeptAsTheyAre(name: String) throws {
      let report = try read(
        "<coverage>" + Self.body.replacing("filename=\"a\"", with: "filename=\"\(name)\""))
      #expect(report.coverageTexts == ["\(name): 1×1 2×0"])
    }
  }

  @Suite struct LCOV {
    /// A line within a record: what the file then holds, the notice.
    @Test(arguments: [
      ("DA:6,2,yBzSqBHkFsnNVXGcE6HEoA", "6×2", nil),  // lcov and coverage.py
      ("DA:6,2,61c88453392c74ecd94f0057a8aedc7d", "6×2", nil),  // gcovr
      ("BRDA:12,0,jump to the function exit,0", "12 0/1", nil),  // coverage.py
      ("BRDA:40,0,!condition,0", "40 0/1", nil),  // ModelSim
      ("BRDA:1242,None,1,-", "1242 0/1", nil),  // gcovr 7.2
      ("BRDA:0,1,0,1", "", "a BRDA record without a line number above 0 is ignored"),
      ("FNDA:4,func_a(int, int)", "", "a function without a line number is counted on line 1"),
      ("FN:9,cubic-bezier(0.0, 0.0, 1.0, 1.0)", "", nil),
      ("MCDC:40,U2,f,0,1,'a' in 'a and b, c'", "", nil),
      ("TN:unit,diff", "", nil),
      ("FNE:3", "", "a record of an unknown kind is ignored"),
      ("", "", nil), ("\t ", "", nil), ("#", "", nil),
      ("DA:590", "590×0", "a count that is no number is read as 0"),
      ("DA:null,skipped", "", "a DA record without a line number above 0 is ignored"),
      ("DA:0,skipped", "", "a DA record without a line number above 0 is ignored"),
      ("DA:1.,2", "", "a DA record without a line number above 0 is ignored"),
      ("DA:12,1.0e+19", "12×4294967295", nil),
    ])
    func oneLine(line: String, expected: String, notice: String?) throws {
      let report = try TextReports.read("SF:a.js\n\(line)\nend_of_record\n", as: .lcov)
      #expect(report.coverageTexts == ["a.js: \(expected)"])
      #expect(report.noticeTexts == (notice.map { ["2: \($0)"] } ?? []))
      #expect(report.damage == nil)
    }

    /// coverlet and grcov count repetitions in LF, simplecov writes neither LF nor LH.
    @Test func totalsAreCountedAnew() throws {
      let text = "SF:a\nLF:4\nLH:3\nDA:1,1\nDA:2,0\nDA:1,1\nDA:1,0\nend_of_record\n"
      let report = try TextReports.read(text, as: .lcov)
      #expect(report.coverageTexts == ["a: 1×2 2×0"])
      #expect(report.notices == [])
    }

    /// `cat a.info b.info` of files that each begin with a byte order mark.
    @Test func eachOfSeveralFilesMayHaveAMark() throws {
      let text = "\u{FEFF}TN:\nSF:a\nDA:1,1\nend_of_record\n"
      let report = try TextReports.read(text + text, as: nil)
      #expect(report.coverageTexts == ["a: 1×2"])
      #expect(report.damage == nil)
    }

    /// The whole text is one line, the name of a test, to whoever does not know such line ends.
    @Test func linesMustEndInLineFeeds() throws {
      do {
        _ = try TextReports.read("TN:\rSF:a\rDA:1,0\rend_of_record\r", as: .lcov)
        Issue.record("expected an error")
      } catch {
        #expect(
          error.description
            == "1: cannot read the line, expected a line feed at the end of each record")
      }
    }

    @Test func aRecordMayHaveNoFile() throws {
      let text = "TN:\nend_of_record\nSF:a\nDA:1,1\nend_of_record\nTN:\nend_of_record\n"
      let report = try TextReports.read(text, as: nil)
      #expect(report.coverageTexts == ["a: 1×1"])
      #expect(report.incomplete == [])
    }

    /// `cat a.info b.info`, once for each test.
    @Test func filesMayBePutTogether() throws {
      let one = "TN:one\nSF:a\nVER:1\nVER:2\nDA:1,1\nDA:2,0\nend_of_record\n"
      let two = "TN:two\nSF:a\nDA:1,0\nDA:2,3\nBRDA:2,0,0,1\nend_of_record"
      let report = try TextReports.read("\u{FEFF}" + one + two, as: .lcov)
      #expect(report.coverageTexts == ["a: 1×1 2×3; 2 1/1"])
    }
  }

  @Suite struct JUnit {
    private func read(_ text: String) throws -> Report {
      try TextReports.read(text, as: .junit)
    }

    @Test(arguments: [
      ("result='Success'", TestOutcome.passed), ("result='Failed'", .failed),
      ("status='passed'", .passed), ("status='disabled'", .skipped), ("status='errored'", .errored),
      ("status='notrun' result='suppressed' value_param='1'", .skipped),
    ])
    func attributesMayDecide(attributes: String, outcome: TestOutcome) throws {
      let report = try read("<testsuite><testcase name='a' \(attributes)/></testsuite>")
      #expect(report.tests.cases.map(\.outcome) == [outcome])
    }

    /// pytest: a test that fails, and again when it is torn down.
    @Test func aTestMayBeThereTwice() throws {
      let report = try read(
        """
        <testsuite tests="1"><testcase classname="m" name="a"><failure message="1"/></testcase>
        <testcase classname="m" name="a"><error message="2"/></testcase>
        <testcase classname="m" name="b"><skipped type="pytest.xfail" message=""/></testcase>
        <testcase classname="" name="mod"><error message="collection failure"/></testcase></testsuite>
        """)
      #expect(report.tests.cases.map(\.outcome) == [.failed, .errored, .skipped, .errored])
    }

    @Test(arguments: ["skipped", "skip", "skips", "ignored", "disabled"])
    func skippedTestsAreCountedByManyNames(name: String) throws {
      let text =
        "<testsuite tests='1' \(name)='2'><testcase name='a'><skipped/></testcase></testsuite>"
      #expect(
        try read(text).noticeTexts == ["1: the totals of a suite differ from its cases"])
    }

    @Test(arguments: [
      "timestamp='0001-01-01 00:00:00Z'", "timestamp='2024-01-03T 12:40:13'", "flakes='1'",
      "hostname='chromium' id='' package='p' assertions='3'",
    ])
    func otherAttributesMeanNothing(attributes: String) throws {
      let report = try read(
        """
        \n<testsuite \(attributes)><properties><property name="x">text</property><property name="y"/>
        </properties><testcase name="a"><properties><property name="evals" value="1"/></properties>
        </testcase></testsuite>
        """)
      #expect(report.tests.cases.map(\.outcome) == [.passed])
      #expect(report.noticeTexts == [])
      #expect(TextReports.recognised(Array("\n<testsuite \(attributes)>".utf8)) == "junit")
    }
  }

  @Suite struct SARIF {
    private func read(_ run: String) throws -> Report {
      let text =
        #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "rules": ["#
        + #"{"id": "CSCAN0060", "defaultConfiguration": {"level": "error"}}]}}, \#(run)}]}"#
      return try TextReports.read(text, as: .sarif)
    }

    private func findings(_ result: String) throws -> [Finding] {
      guard case .findings(let report) = try read(#""results": [\#(result)]"#).content else {
        return []
      }
      return report.findings
    }

    @Test func hierarchicalRulesHaveTheLevelOfTheirBase() throws {
      #expect(try findings(#"{"ruleId": "CSCAN0060/0"}"#).map(\.level) == [.error])
    }

    /// dependency-check 7.1.0 leaks its template, which must not make a finding harmless.
    @Test func aTemplateIsNoSeverity() throws {
      let leak = #"{"properties": {"security-severity": "$enc.json($rule.cvssv2)"}}"#
      #expect(try findings(leak).map(\.severity) == [.high])
    }

    @Test(arguments: ["new", "unchanged", "updated", "existing"])
    func statesOfTheProducerAreKept(state: String) throws {
      let finding = try findings(#"{"baselineState": "\#(state)"}"#)
      #expect(finding.map(\.reportedState) == [state])
    }

    /// Clang-Tidy's offsets; a base that the log does not describe; flows of a taint analysis.
    @Test func offsetsAndFlowsAreNoLines() throws {
      let finding = try findings(
        #"""
        {"ruleId": "r", "locations": [{"physicalLocation": {"region": {"byteOffset": 55},
          "artifactLocation": {"uri": "src/a.c", "uriBaseId": "%SRCROOT%"}}}],
         "codeFlows": [{"threadFlows": [{"locations": [{"location": {"physicalLocation":
           {"artifactLocation": {"uri": "other.c"}, "region": {"startLine": 9}}}}]}]}]}
        """#)
      #expect(finding.map(\.location) == [FindingLocation(path: "src/a.c", line: nil)])
    }

    /// The schema requires it, Semgrep has left it out.
    @Test func anInvocationMayNotSayHowItEnded() throws {
      let report = try read(#""results": [], "invocations": [{}]"#)
      #expect(report.incomplete == [])
      #expect(
        report.noticeTexts == ["an invocation does not say whether it was successful"])
    }
  }

  @Suite struct Criterion {
    /// Directories are cut and cleaned names; blanks, brackets and letters of any kind stay.
    @Test(arguments: [
      ("flat/fib_with_slash/p q", #"flat/fib/with/slash/p q"#),
      ("Queries/[LIGHT] Bam query all", "Queries/[LIGHT] Bam query all"),
      ("größe #1", "größe #1"),
      (String(repeating: "x", count: 64), String(repeating: "x", count: 80)),
    ])
    func namesAreNotDirectories(directory: String, name: String) throws {
      var parser = CriterionParser()
      let identity =
        #"{"full_id": "\#(name)", "directory_name": "\#(directory)", "title": "\#(name)"}"#
      parser.consume(Array(identity.utf8).span, of: directory + "/new/benchmark.json")
      // Baselines may be called like a version, or have a slash in them.
      for slot in ["0.3.6", "feat/x y"] {
        parser.consume(Array(identity.utf8).span, of: "\(directory)/\(slot)/benchmark.json")
      }
      let sample = #"{"sampling_mode": "Flat", "iters": [2.0], "times": [3.0]}"#
      parser.consume(Array(sample.utf8).span, of: directory + "/new/sample.json")
      let report = try parser.finish()
      #expect(report.benchmarks.map(\.id) == [directory])
      #expect(report.benchmarks.map(\.name) == [name])
      #expect(report.incomplete == [])
    }
  }
}
