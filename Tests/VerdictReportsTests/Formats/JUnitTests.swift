import Testing
import VerdictModel

@testable import VerdictReports

struct JUnitTests {
  private func read(_ text: String, pieces size: Int = 64 * 1024) throws -> Report {
    try TextReports.read(text, as: .junit, pieces: size)
  }

  /// The one case of a report.
  private func testCase(_ element: String) throws -> TestCase {
    let report = try read("<testsuite>\(element)</testsuite>")
    #expect(report.tests.cases.count == 1)
    return try #require(report.tests.cases.first)
  }

  static let document = """
    <?xml version="1.0"?>
    <testsuites name="all" tests="4" failures="1" errors="1" skipped="1">
      <testsuite name="outer" tests="4" failures="1" errors="1" skipped="1" timestamp="x">
        <properties><property name="a">text</property></properties>
        <testcase name="passes" classname="pkg.A" time="0.25" assertions="2">
          <system-out><![CDATA[<failure message="no"/>]]></system-out>
        </testcase>
        <testsuite name="inner &amp; &lt;deep&gt;">
          <testcase name="fails" classname="pkg.A" time="1,234.5" file="a.py" line="12">
            <failure message="expected 1" type="AssertionError"> at a.py:12
        <![CDATA[a < b]]> </failure>
            <system-err>no</system-err>
          </testcase>
          <testcase name="breaks" classname="pkg.B"><error>
            first &#233;
            second</error></testcase>
          <testcase name="skips" classname=""><skipped/></testcase>
        </testsuite>
      </testsuite>
    </testsuites>
    """

  @Test(arguments: [1, 2, 3, 5, 7, 4096])
  func readsAReportHoweverItIsCut(size: Int) throws {
    let report = try read(Self.document, pieces: size)
    #expect(report.format == "junit")
    #expect(report.noticeTexts == [])
    #expect(report.damage == nil)
    #expect(report.tests.pseudoCases == [])
    #expect(
      report.tests.cases == [
        TestCase(
          suite: "outer", className: "pkg.A", name: "passes", outcome: .passed,
          duration: Picoseconds(250_000_000_000), details: nil),
        TestCase(
          suite: "outer › inner & <deep>", className: "pkg.A", name: "fails", outcome: .failed,
          duration: Picoseconds(1_234_500_000_000_000),
          details: TestDetails(
            message: "expected 1", type: "AssertionError", body: "at a.py:12\n    a < b",
            file: "a.py", line: 12)),
        TestCase(
          suite: "outer › inner & <deep>", className: "pkg.B", name: "breaks", outcome: .errored,
          duration: nil,
          details: TestDetails(
            message: "first é", type: "", body: "first é\n        second", file: nil, line: nil)),
        TestCase(
          suite: "outer › inner & <deep>", className: "", name: "skips", outcome: .skipped,
          duration: nil, details: nil),
      ])
  }

  @Test(arguments: [
    ("<testcase name='a'/>", TestOutcome.passed),
    ("<testcase name='a'><failure/></testcase>", .failed),
    ("<testcase name='a'><failure/><error/></testcase>", .errored),
    ("<testcase name='a'><error/><failure/></testcase>", .errored),
    ("<testcase name='a'><skipped/><failure/></testcase>", .failed),
    ("<testcase name='a'><failure/><skipped/></testcase>", .failed),
    ("<testcase name='a'><flakyFailure/></testcase>", .flaky),
    ("<testcase name='a'><flakyError/><flakyFailure/></testcase>", .flaky),
    ("<testcase name='a'><failure/><rerunFailure/><rerunError/></testcase>", .failed),
    ("<testcase name='a'><failure/><flakyFailure/></testcase>", .failed),
    ("<testcase name='a'><flakyFailure/><failure/></testcase>", .failed),
    ("<testcase name='a'><rerunFailure/></testcase>", .flaky),
    ("<testcase name='a' status='failed'/>", .failed),
    ("<testcase name='a' result='Failure'/>", .failed),
    ("<testcase name='a' status='errored'/>", .errored),
    ("<testcase name='a' status='failed'><skipped/></testcase>", .failed),
    ("<testcase name='a' status='passed'><failure/></testcase>", .failed),
    ("<testcase name='a' status='notrun' result='suppressed'/>", .skipped),
    ("<testcase name='a' status='run' result='completed'/>", .passed),
    ("<testcase name='a' status='run' result='skipped'><skipped/></testcase>", .skipped),
    ("<testcase name='a' status='DISABLED'/>", .skipped),
    ("<testcase name='a' result='Inconclusive'/>", .skipped),
    ("<testcase name='a' status='' />", .passed),
    ("<testcase name='a' status='notrun'><error/></testcase>", .errored),
    ("<testcase name='a' status='Unsuccessful'/>", .failed),
    ("<testcase name='a' status='aborted'/>", .errored),
    ("<testcase name='a' status='test-aborted'/>", .failed),
    ("<testcase name='a' status='SetUpError'/>", .failed),
    ("<testcase name='a' status='run' result='failed in setup'/>", .failed),
    ("<testcase name='a' status='BrokenTest'/>", .failed),
    ("<testcase name='a' result='timeout after 5 s'/>", .failed),
    ("<testcase name='a' status='crash'/>", .failed),
    ("<testcase name='a' status='xfail'/>", .skipped),
    ("<testcase name='a' success='false'/>", .failed),
    ("<testcase name='a' success='False' status='passed'/>", .failed),
    ("<testcase name='a' passed='false'/>", .failed),
    ("<testcase name='a' success='true' passed='TRUE'/>", .passed),
    ("<testcase name='a' success='false'><error/></testcase>", .errored),
    ("<testcase name='a'><Failure/></testcase>", .failed),
    ("<testcase name='a'><Error/></testcase>", .errored),
    ("<testcase name='a'><Skipped/></testcase>", .skipped),
    ("<testcase name='a'><FAILURE>x</FAILURE></testcase>", .failed),
    ("<testcase name='a'><ERROR/></testcase>", .errored),
    ("<testcase name='a'><SKIPPED/></testcase>", .skipped),
  ])
  func decidesTheOutcome(element: String, outcome: TestOutcome) throws {
    #expect(try testCase(element).outcome == outcome)
  }

  @Test(arguments: [
    ("0.25", 250_000_000_000), ("1", 1_000_000_000_000), ("0.", 0), (".5", 500_000_000_000),
    ("2,503.1", 2_503_100_000_000_000), ("1,234", 1_234_000_000_000_000),
    ("1,234,567", 1_234_567_000_000_000_000), ("0,25", 250_000_000_000),
    ("0,123", 123_000_000_000), ("12,5", 12_500_000_000_000),
    ("4.50611114501953e-05", 45_061_111), ("1E2", 100_000_000_000_000), ("+1", 1_000_000_000_000),
    ("-1", 0), ("5s", 5_000_000_000_000), ("5 ms", 5_000_000_000), (" 1 ", 1_000_000_000_000),
    ("1e300", Int64.max), ("31536000", Int64.max),
    ("", nil), ("x.x.x.x", nil), ("brrrr", nil), ("NaN", nil), ("1.2.3", nil), ("1,2,3", nil),
    ("1.5,3", nil), ("1,23.5", nil), ("0:00:01", nil), ("s", nil), ("1e", nil), (",", nil),
  ])
  func readsDurations(text: String, picoseconds: Int64?) throws {
    let report = try read("<testsuite><testcase name='a' time='\(text)'/></testsuite>")
    #expect(report.tests.cases.first?.duration == picoseconds.map(Picoseconds.init))
    let notices = picoseconds == nil ? ["1: a duration that is no number is unknown"] : []
    #expect(report.noticeTexts == notices)
  }

  @Test func aMissingDurationIsUnknown() throws {
    #expect(try testCase("<testcase name='a'/>").duration == nil)
    #expect(
      try testCase("<testcase name='a' duration='2'/>").duration == Picoseconds(2_000_000_000_000))
    #expect(try read("<testcase name='a'/>").notices.isEmpty)
  }

  @Test func joinsSeveralFailures() throws {
    let details = try testCase(
      """
      <testcase name="a" filepath="b.js" lineno="3"><skipped message="never"/>
        <failure message="one" type="T">x</failure><failure>y</failure><failure message="two"/>
        <rerunFailure message="again">z<system-out>no</system-out></rerunFailure></testcase>
      """
    ).details
    #expect(
      details
        == TestDetails(message: "one\ntwo", type: "T", body: "x\ny", file: "b.js", line: 3))
  }

  @Test func keepsWhatAnEarlierAttemptSaid() throws {
    let details = try testCase(
      """
      <testcase name="a"><flakyFailure message="first">trace<stackTrace> of it</stackTrace>
      <system-out>no</system-out></flakyFailure></testcase>
      """
    ).details
    #expect(
      details
        == TestDetails(message: "first", type: "", body: "trace of it", file: nil, line: nil))
  }

  @Test func saysWhereAStatusIsAllThereIs() throws {
    #expect(
      try testCase("<testcase name='a' status='failed'/>").details?.message
        == "reported as failed without a reason")
  }

  @Test func keepsBothEndsOfALongBody() throws {
    let body = "BEGIN" + String(repeating: "é", count: 50_000) + "END"
    for size in [1000, 65_536] {
      let report = try read(
        "<testsuite><testcase name='a'><failure><![CDATA[\(body)]]></failure></testcase></testsuite>",
        pieces: size)
      let kept = try #require(report.tests.cases.first?.details?.body)
      #expect(kept.hasPrefix("BEGINéé") && kept.hasSuffix("ééEND"))
      #expect(kept.contains("é\n… 91816 bytes left out …\né"))
      #expect(kept.utf8.count == 4095 + 4095 + "\n… 91816 bytes left out …\n".utf8.count)
    }
  }

  @Test func callsNamelessTestsByTheirPosition() throws {
    let report = try read(
      "<testsuite name='s'><testcase name='a'/><testcase/><testcase name=''/></testsuite>")
    #expect(report.tests.cases.map(\.name) == ["a", "#2", "#3"])
    #expect(
      report.noticeTexts == ["1: a test without a name is called by its position (2 times)"])
  }

  @Test func acceptsOtherRoots() throws {
    #expect(try read("<testcase name='a'><failure/></testcase>").tests.cases.count == 1)
    let report = try read(
      "<testrun name='r'><testsuite name='s'><testcase name='a' class='c'/></testsuite></testrun>")
    #expect(report.tests.cases.first?.suite == "s")
    #expect(report.tests.cases.first?.className == "c")
    let loose = try read("<testsuites><testcase name='a'><failure/></testcase></testsuites>")
    #expect(loose.tests.cases.first?.outcome == .failed)
  }

  @Test func ignoresNamespaces() throws {
    let report = try read(
      "<n:testsuite xmlns:n='http://check.sourceforge.net/ns'><n:testcase name='a'/></n:testsuite>")
    #expect(report.tests.cases.map(\.name) == ["a"])
  }

  @Test func takesASuitesFailureForATest() throws {
    let report = try read(
      """
      <testsuites><testsuite name="s" tests="1" errors="1" failures="0">
        <error message="no class" type="E">trace</error>
      </testsuite></testsuites>
      """)
    #expect(report.tests.cases.isEmpty)
    #expect(
      report.tests.pseudoCases == [
        TestCase(
          suite: "s", className: "", name: "(suite)", outcome: .errored, duration: nil,
          details: TestDetails(message: "no class", type: "E", body: "trace", file: nil, line: nil))
      ])
    #expect(
      report.noticeTexts == [
        "1: the totals of a suite differ from its cases",
        "2: a failure outside of test cases is taken for a failing test",
      ])
  }

  @Test func takesHiddenFailuresForATest() throws {
    let report = try read(
      """
      <testsuites failures="6"><testsuite name="s" tests="6" failures="5" errors="1"/>
      <testsuite name="t" tests="1" failures="1"><testcase name="a"/></testsuite></testsuites>
      """)
    #expect(
      report.tests.pseudoCases.map { "\($0.suite) \($0.name): \($0.details?.message ?? "")" } == [
        "s (totals): the suite's totals claim 6 failures that no case shows",
        "t (totals): the suite's totals claim a failure that no case shows",
      ])
    #expect(report.tests.pseudoCases.allSatisfy { $0.outcome == .failed })
  }

  /// As Surefire counts: each attempt is a test.
  @Test(arguments: [
    "<testsuite tests='2' failures='1'><testcase name='a'><flakyFailure/></testcase></testsuite>",
    """
    <testsuite tests='7' failures='5'><testcase name='a'/>
    <testcase name='b'><failure/><rerunFailure/><rerunFailure/></testcase>
    <testcase name='c'><flakyFailure/><flakyFailure/></testcase></testsuite>
    """,
    """
    <testsuite tests='3' failures='2'><testcase name='c'><flakyFailure/><flakyFailure/></testcase>
    </testsuite>
    """,
  ])
  func attemptsAreNoFurtherTests(text: String) throws {
    let report = try read(text)
    #expect(report.tests.pseudoCases == [])
    #expect(report.noticeTexts == [])
  }

  @Test(arguments: [
    // Swift counts assertions, and shows at least one failing case.
    "<testsuite tests='1' failures='3'><testcase name='a'><failure/></testcase></testsuite>",
    "<testsuite tests='2' failures='0'><testcase name='a'/></testsuite>",
    "<testsuite tests='1' skipped='1'><testcase name='a'/></testsuite>",
  ])
  func otherDifferencesAreNotices(text: String) throws {
    let report = try read(text)
    #expect(report.tests.pseudoCases == [])
    #expect(report.noticeTexts == ["1: the totals of a suite differ from its cases"])
  }

  @Test(arguments: [
    // A suite's total may or may not include nested suites.
    "<testsuite tests='1'><testcase name='a'/><testsuite><testcase name='b'/></testsuite></testsuite>",
    "<testsuite tests='2'><testcase name='a'/><testsuite><testcase name='b'/></testsuite></testsuite>",
    "<testsuite tests='' failures=''><testcase name='a'/></testsuite>",
    "<testsuite skips='1'><testcase name='a'><skipped/></testcase></testsuite>",
  ])
  func theseTotalsAgree(text: String) throws {
    #expect(try read(text).noticeTexts == [])
  }

  @Test(arguments: ["<testsuites/>", "<testsuite tests='6'/>", "<testsuite name='a'></testsuite>"])
  func anEmptyReportHasNoData(text: String) throws {
    let report = try read(text)
    #expect(report.content.isEmpty)
    #expect(report.tests.pseudoCases.isEmpty)
  }

  @Test(arguments: ["NaN", "many", "-1", "1,0,0"])
  func unreadableTotalsAreNotices(total: String) throws {
    let report = try read("<testsuite failures='\(total)'><testcase name='a'/></testsuite>")
    #expect(report.tests.pseudoCases == [])
    #expect(report.noticeTexts == ["1: a total that is no number is ignored"])
  }

  @Test func totalsMayBeGrouped() throws {
    let report = try read("<testsuite tests='1' failures='1,000'><testcase name='a'/></testsuite>")
    #expect(
      report.tests.pseudoCases.map(\.details?.message) == [
        "the suite's totals claim 1000 failures that no case shows"
      ])
  }

  // MARK: - Doubts

  @Test(arguments: [
    (
      "<testsuites><testsuite name='x' tests='500'/></testsuites>",
      "suite 'x' claims 500 tests and shows none"
    ),
    ("<testsuites tests='1'/>", "the suite on line 1 claims a test and shows none"),
    (
      "<testsuite name='x' tests='1,500'><properties/><system-out>ok</system-out></testsuite>",
      "suite 'x' claims 1500 tests and shows none"
    ),
    (
      "<testsuite name='x' tests='2'><testsuite name='y' tests='2'/></testsuite>",
      "suite 'x › y' claims 2 tests and shows none"
    ),
    (
      "<testsuite name='x' tests='2'><testsuite name='y'/></testsuite>",
      "suite 'x' claims 2 tests and shows none"
    ),
    (
      """
      <testsuites tests='6'><testsuite name='x' tests='2'/><testsuite name='y' tests='2'>
      <testcase name='a'/></testsuite><testsuite tests='2'/></testsuites>
      """, "suite 'x' claims 2 tests and shows none, and 1 more like it"
    ),
    ("<testsuite name='x' tests='2' failures='1'/>", nil),
    ("<testsuite name='x' tests='1'><error/></testsuite>", nil),
    ("<testsuite name='x' tests='2'><testcase name='a'/></testsuite>", nil),
    ("<testsuite name='x' tests='0'/>", nil),
    ("<testsuite name='x'/>", nil),
  ])
  func suitesThatShowNoneOfTheirTestsAreIncomplete(text: String, reason: String?) throws {
    #expect(try read(text).incomplete == (reason.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("status='unstable'", "", "test 'a' has the status 'unstable', which is unknown"),
    ("result='Odd'", "", "test 'a' has the status 'Odd', which is unknown"),
    ("status='run' result='odd'", "", "test 'a' has the status 'odd', which is unknown"),
    ("status='odd' result='completed'", "", "test 'a' has the status 'odd', which is unknown"),
    ("status='odd'", "<system-out/>", "test 'a' has the status 'odd', which is unknown"),
    ("status='odd' result='skipped'", "", nil),
    ("status='odd' success='false'", "", nil),
    ("status='odd'", "<skipped/>", nil),
    ("status='odd'", "<failure/>", nil),
    ("status='odd-failure'", "", nil),
  ])
  func unknownWordsAreNoPlainPass(attributes: String, children: String, reason: String?) throws {
    let report = try read(
      "<testsuite><testcase name='a' \(attributes)>\(children)</testcase></testsuite>")
    #expect(report.incomplete == (reason.map { [$0] } ?? []))
    #expect(report.notices.isEmpty)
    #expect((report.tests.cases.first?.outcome == .passed) == (reason != nil))
  }

  @Test func equalDoubtsAreCounted() throws {
    let cases = ["odd", "odd", "other"].map { "<testcase name='\($0)' status='\($0)'/>" }
    #expect(
      try read("<testsuite>\(cases.joined())</testsuite>").incomplete == [
        "test 'odd' has the status 'odd', which is unknown, and 2 more like it"
      ])
  }

  @Test func replacesForbiddenCharacters() throws {
    let report = try read("<testsuite>\n<testcase name='a\u{1B}[1m&#27;'/></testsuite>")
    #expect(report.tests.cases.map(\.name) == ["a\u{FFFD}[1m\u{FFFD}"])
    #expect(report.noticeTexts == ["2: characters that XML forbids are replaced by U+FFFD"])
  }

  @Test func understandsOtherEncodings() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?><testsuite><testcase name='é€'/></testsuite>"
    let units = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let report = try TextReports.read(units, as: nil)
    #expect(report.tests.cases.map(\.name) == ["é€"])
    let latin =
      "<?xml version='1.0' encoding='ISO-8859-1'?><testsuite><testcase name='é'/></testsuite>"
    let bytes = latin.unicodeScalars.map { UInt8($0.value) }
    #expect(try TextReports.read(bytes, as: nil).tests.cases.map(\.name) == ["é"])
  }

  @Test(arguments: [
    ("<testcase name='b'", "2: the file ends too early, expected </testsuite>", ["a"]),
    ("<testcase name='b'><fail", "2: the file ends too early, expected </testcase>", ["a"]),
    (
      "<testcase name='b'><failure>x", "2: the file ends too early, expected </failure>",
      ["a", "b"]
    ),
    ("<testcase name='b'/>", "2: the file ends too early, expected </testsuite>", ["a", "b"]),
    (
      "<testcase name='b < c'/></testsuite>",
      "2:19: not well-formed XML: Unescaped '<' not allowed in attributes values", ["a"]
    ),
    (
      "<testcase name='b'/>\0</testsuite>",
      "2:21: not well-formed XML: Char 0x0 out of allowed range", ["a", "b"]
    ),
    ("&xxe;</testsuite>", "2: entity 'xxe' is never followed", ["a"]),
  ])
  func keepsWhatStandsBeforeDamage(rest: String, words: String, names: [String]) throws {
    let report = try read("<testsuite tests='9' failures='3'><testcase name='a'/>\n" + rest)
    #expect(report.damage?.description == words)
    #expect(report.tests.cases.map(\.name) == names)
    #expect(report.tests.pseudoCases == [])
  }

  @Test(arguments: [
    ("<assemblies/>", "1: found <assemblies>, expected JUnit's <testsuites> or <testsuite>"),
    ("<?xml version=\"1.0\"?>\n", "2: the file ends too early, expected an element"),
    ("testsuites", "1:1: not well-formed XML: Document is empty"),
    (
      "<" + String(repeating: "a", count: 41) + "/>",
      "1: found <" + String(repeating: "a", count: 39)
        + "…>, expected JUnit's <testsuites> or <testsuite>"
    ),
  ])
  func refusesWhatIsNoReport(text: String, words: String) {
    do {
      _ = try read(text)
      Issue.record("expected an error")
    } catch {
      #expect("\(error)" == words)
    }
  }

  @Test func refusesDepth() throws {
    let report = try read(String(repeating: "<testsuite>\n", count: 200_000))
    #expect(
      report.damage?.description == "257: the depth of elements exceeds the limit of 256")
  }

  @Test func detailsAreBounded() throws {
    let body = String(repeating: "x", count: 8187)
    let elements = (1000..<3060).map { number in
      "<testcase name='a'><failure message='m'>\(number)\(body)</failure></testcase>\n"
    }
    let report = try read("<testsuite>\n\(elements.joined())</testsuite>")
    #expect(report.tests.cases.count == 2060)
    #expect(report.tests.cases.allSatisfy { $0.outcome == .failed })
    let kept = report.tests.cases.filter { $0.details != nil }
    #expect(kept.count == 2048)
    #expect(report.noticeTexts == ["2050: details beyond 16 MiB are left out (12 times)"])
  }

  @Test func equalDetailsAreKeptOnce() throws {
    let body = String(repeating: "x", count: 8191)
    let element = "<testcase name='a'><failure message='m'>\(body)</failure></testcase>\n"
    let report = try read(
      "<testsuite>\n" + String(repeating: element, count: 2060) + "</testsuite>")
    #expect(report.tests.cases.allSatisfy { $0.details?.body == body })
    #expect(report.noticeTexts == [])
  }

  @Test(arguments: [
    ("<testsuites/>", "junit"), ("<testsuite", "junit"), ("<testsuite>", "junit"),
    ("<testcase name='a'/>", "junit"), ("<testrun><testsuite/>", "junit"), ("<testrun/>", nil),
    ("<!-- <coverage/> -->\n<testsuites><x", "junit"), ("<test-results/>", nil),
    ("<TestRun/>", nil), ("testsuites", nil),
  ])
  func recognisesReports(text: String, format: String?) {
    #expect(TextReports.recognised(Array(text.utf8)) == format)
  }
}
