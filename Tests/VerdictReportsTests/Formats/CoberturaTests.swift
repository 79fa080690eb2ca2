import Testing
import VerdictModel

@testable import VerdictReports

struct CoberturaTests {
  private func read(_ text: String, pieces size: Int = 64 * 1024) throws -> Report {
    try TextReports.read(text, as: .cobertura, pieces: size)
  }

  /// A report of one class with these lines.
  private func report(of lines: String) throws -> Report {
    try read("<coverage><class filename=\"a\">\n<lines>\(lines)</lines></class></coverage>")
  }

  static let document = """
    <?xml version="1.0" ?>
    <!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
    <!-- <!DOCTYPE clover> -->
    <coverage lines-valid="3" lines-covered="2" line-rate="0.6667" version="" timestamp="xx">
      <sources><source>
        /w/src </source><source/><source>--source</source></sources>
      <packages><package name="Lib &amp; gems" complexity="NaN"><classes>
        <class name="&lt;A&gt;" filename="pkg/a.py" complexity=""><methods/><lines>
          <line number="1" hits="1"/>
          <line number="2" hits="4" branch="True" condition-coverage="66.67% (2/3)"
              missing-branches="exit"><conditions><condition number="0" type="jump"
              coverage="not_a_number"/></conditions></line>
          <line number="3" hits="0" branch="false"/>
        </lines></class>
      </classes></package></packages>
    </coverage>
    """

  @Test(arguments: [1, 2, 3, 5, 7, 4096])
  func readsAReportHoweverItIsCut(size: Int) throws {
    let report = try read(Self.document, pieces: size)
    #expect(report.format == "cobertura")
    #expect(report.coverageTexts == ["pkg/a.py: 1×1 2×4 3×0; 2 2/3"])
    #expect(report.notices.isEmpty)
    #expect(report.damage == nil)
    guard case .coverage(let coverage) = report.content else { return }
    #expect(coverage.roots == ["/w/src", "--source"])
  }

  /// One `<line>` each: the element, what the file then holds, the notice.
  @Test(arguments: [
    (#"<line number="7" hits="1.0"/>"#, "7×1", nil),
    (#"<line number="7" hits="100000000000"/>"#, "7×4294967295", nil),
    (#"<line number="7" hits="-1"/>"#, "7×0", "a negative count is read as 0"),
    (#"<line number="7" hits="X"/>"#, "7×0", "a count that is no number is read as 0"),
    (#"<line number="7" hits=""/>"#, "7×0", "a count that is no number is read as 0"),
    (#"<line number="7"/>"#, "7×0", "a line without hits is read as never run"),
    ("<line/>", "", "a line without a number above 0 is ignored"),
    (#"<line number="0" hits="1"/>"#, "", "a line without a number above 0 is ignored"),
    (#"<line number="undefined" hits="1"/>"#, "", "a line without a number above 0 is ignored"),
    (#"<line number="-3" hits="1"/>"#, "", "a line without a number above 0 is ignored"),
    (#"<line hits="1" condition-coverage="0% (0/2)" number="7"/>"#, "7×1; 7 0/2", nil),
    (
      #"<line number="7" hits="0" branch="true" condition-coverage="100% (2/2)"/>"#, "7×0; 7 2/2",
      nil
    ),
    (
      #"<line number="7" hits="1" branch="true" condition-coverage="100.0% (1/1)"/>"#, "7×1; 7 1/1",
      nil
    ),
    (#"<line number="7" hits="1" branch="true" condition-coverage="(1/2)"/>"#, "7×1; 7 1/2", nil),
    (#"<line number="7" hits="1" branch="true" condition-coverage="100% (0/0)"/>"#, "7×1", nil),
    (
      #"<line number="7" hits="1" branch="true" condition-coverage="100% (3/2)"/>"#, "7×1; 7 2/2",
      "more conditions covered than there are, read as all"
    ),
    (
      #"<line number="7" hits="1" branch="true" condition-coverage="50%"/>"#, "7×1",
      "condition-coverage without a pair such as (1/2) is ignored"
    ),
    (
      #"<line number="7" hits="2" branch="TRUE"/>"#, "7×2",
      "a branch without condition-coverage is not counted"
    ),
  ])
  func readsALine(line: String, expected: String, notice: String?) throws {
    let report = try report(of: line)
    #expect(report.coverageTexts == ["a: \(expected)"])
    #expect(report.noticeTexts == (notice.map { ["2: \($0)"] } ?? []))
  }

  @Test func readsHugeNumbers() throws {
    let digits = String(repeating: "9", count: 10_000)
    let report = try report(
      of: "<line number=\"1\" hits=\"\(digits)\"/><line number=\"\(digits)\" hits=\"1\"/>"
        + "<line number=\"2\" hits=\"1e-\(digits)\"/>")
    #expect(report.coverageTexts == ["a: 1×4294967295 2×0"])
  }

  @Test func unitesClassesOfOneFile() throws {
    let report = try read(
      """
      <coverage><packages>
        <class filename="b.cs"><lines>
          <line number="81" hits="0"/><line number="10" hits="1"/><line number="81" hits="14"/>
          <line number="9" hits="1" branch="true" condition-coverage="50% (1/2)"/></lines></class>
        <package><class filename="a.cs"><lines/></class>
        <class filename="b.cs"><lines><line number="10" hits="2"/>
          <line number="9" hits="1" branch="true" condition-coverage="66% (2/3)"/></lines></class>
        </package></packages></coverage>
      """)
    #expect(report.coverageTexts == ["a.cs: ", "b.cs: 9×2 10×3 81×14; 9 2/3"])
  }

  @Test func linesOfMethodsCountOnlyWhereTheClassHasNone() throws {
    let method =
      "<methods><method><lines><line number=\"3\" hits=\"1\"/></lines></method></methods>"
    let report = try read(
      """
      <coverage>
        <class filename="own">\(method)<lines><line number="4" hits="0"/></lines></class>
        <class filename="after"><lines><line number="4" hits="0"/></lines>\(method)</class>
        <class filename="none">\(method)</class>
        <class filename="empty">\(method)<lines/></class>
      </coverage>
      """)
    #expect(report.coverageTexts == ["after: 4×0", "empty: 3×1", "none: 3×1", "own: 4×0"])
  }

  @Test func readsMethodsAsFunctions() throws {
    func method(_ attributes: String, _ lines: String) -> String {
      "<method \(attributes)><lines>\(lines)</lines></method>"
    }
    let ran = "<line number=\"4\" hits=\"0\"/><line number=\"3\" hits=\"2\"/>"
    let idle = "<line number=\"9\" hits=\"0\" branch=\"false\"/>"
    let report = try read(
      """
      <coverage><class filename="a"><methods>\(method("name='f' signature='()'", ran))
      \(method("name='f' signature='(I)'", idle))\(method("name='g'", idle))\(method("name='h'", ""))
      </methods><lines>\(ran)</lines></class>
      <class filename="a"><methods>\(method("name='g'", idle.replacing("0", with: "1")))</methods></class>
      <class filename="b"><methods/><lines>\(ran)</lines></class></coverage>
      """)
    #expect(report.functionTexts == ["a: 3 1/1, 9 1/2", "b: "])
    #expect(report.notices.isEmpty)
  }

  @Test func keepsClassesWithoutAFileName() throws {
    let line = "<line number=\"3\" hits=\"0\"/>"
    let report = try read(
      "<coverage><class filename=\"\" name=\"X\">\(line)</class><class>\(line)</class></coverage>")
    #expect(report.coverageTexts == ["(unnamed): 3×0", "X: 3×0"])
    #expect(report.noticeTexts == ["1: a class without a file name goes by its own name (2 times)"])
  }

  @Test func saysThatTheHeaderDiffers() throws {
    let report = try read(
      """
      <!-- -->
      <coverage lines-valid="42" lines-covered="30">
      <class filename="a"><line number="1" hits="1"/></class></coverage>
      """)
    #expect(report.noticeTexts == ["2: the header says 30 of 42 lines, the lines say 1 of 1"])
  }

  @Test(arguments: [
    ("0.0702", ["1: the header says a line-rate of 0.0702, the lines say 2 of 3"]),
    ("1", ["1: the header says a line-rate of 1, the lines say 2 of 3"]),
    ("66.67", ["1: the header says a line-rate of 66.67, the lines say 2 of 3"]),
    ("0.67", []), ("0,6666", []), ("0.66", []), ("NaN", []), ("", []),
  ])
  func saysThatTheRateDiffersWithoutTotals(rate: String, notices: [String]) throws {
    let report = try read(
      """
      <coverage line-rate="\(rate)"><class filename="a"><line number="1" hits="1"/>
      <line number="2" hits="1"/><line number="3" hits="0"/></class></coverage>
      """)
    #expect(report.noticeTexts == notices)
  }

  @Test(arguments: [
    "<coverage lines-valid=\"82\" lines-covered=\"63\" line-rate=\"1\"></coverage>",
    "<coverage line-rate=\"1\"><packages><package><classes><class filename=\"a\"/></classes>"
      + "</package></packages></coverage>",
  ])
  func aHeaderIsNoData(text: String) throws {
    #expect(try read(text).content.isEmpty)
  }

  @Test(arguments: [
    (
      "</methods></coverage>",
      "2:26: not well-formed XML: Opening and ending tag mismatch: class line 2 and methods"
    ),
    ("<line number=\"2\" hi", "2: the file ends too early, expected </class>"),
    ("", "2: the file ends too early, expected </class>"),
    ("&a;", "2: entity 'a' is never followed"),
    ("<a x=\"<\"/>", "2:22: not well-formed XML: Unescaped '<' not allowed in attributes values"),
  ])
  func keepsWhatStandsBeforeDamage(rest: String, words: String) throws {
    let report = try read(
      """
      <coverage lines-valid="9" lines-covered="9"><class filename="a"><line number="1" hits="1"/></class>
      <class filename="b"><line number="1" hits="0"/>
      """.replacingLastLine(with: "<class name=\"\">" + rest))
    #expect(report.coverageTexts == ["(unnamed): ", "a: 1×1"])
    #expect(report.damage?.description == words)
  }

  @Test(arguments: [
    ("<scoverage/>", "1: found <scoverage>, expected Cobertura's <coverage>"),
    (
      "<coverage generated=\"1\" clover=\"3.2.0\"/>",
      "1: found a Clover report, expected Cobertura's <coverage>"
    ),
    ("<coverage line-", "1: the file ends too early, expected an element"),
    ("{}", "1: the file ends too early, expected an element"),
    ("{\"a\": 1}", "1:1: not well-formed XML: Document is empty"),
  ])
  func refusesWhatIsNoReport(text: String, words: String) {
    do {
      _ = try read(text)
      Issue.record("expected an error")
    } catch {
      #expect("\(error)" == words)
    }
  }

  @Test(arguments: [
    (document, "cobertura"),
    ("<coverage line-rate=\"0.9\" version=\"1.9\"/>", "cobertura"),
    ("<coverage><packages/></coverage>", "cobertura"),
    ("\n<?xml version=\"1.0\"?><coverage><sources/>", "cobertura"),
    ("<coverage generated=\"1\" clover=\"3.2.0\"><project><package/></project></coverage>", nil),
    ("<coverage generated=\"1\"><package/></coverage>", nil),
    ("<coverage version=\"1\"><file path=\"a\"><lineToCover/></file></coverage>", nil),
    ("<coverage/>", nil),
    ("<scoverage line-rate=\"1\"><packages/></scoverage>", nil),
    ("<phpunit><coverage line-rate=\"1\"/></phpunit>", nil),
  ])
  func recognisesReports(text: String, format: String?) {
    #expect(TextReports.recognised(Array(text.utf8)) == format)
  }

  @Test func recognisesOtherEncodings() throws {
    let text =
      "<coverage line-rate=\"1\"><class filename=\"é\"><line number=\"1\" hits=\"1\"/></class></coverage>"
    let units = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(TextReports.recognised(units) == "cobertura")
    #expect(try TextReports.read(units, as: nil).coverageTexts == ["é: 1×1"])
    #expect(TextReports.recognised([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "cobertura")
  }
}

extension String {
  fileprivate func replacingLastLine(with line: String) -> String {
    split(separator: "\n").dropLast().joined(separator: "\n") + "\n" + line
  }
}
