import Testing
import VerdictModel

@testable import VerdictReports

/// What tells runs of the same tests apart, wherever producers write it.
struct JUnitVariantTests {
  private func read(_ text: String, variant: String) throws -> Report {
    let bytes = Array(text.utf8)
    var reader = ReportReader(
      format: .junit, hints: ReadingHints(size: bytes.count, testVariant: variant))
    // Cut anywhere, so that texts come in pieces.
    for start in stride(from: 0, to: bytes.count, by: 7) {
      try reader.consume(Array(bytes[start..<min(start + 7, bytes.count)]).span)
    }
    return try reader.finish()
  }

  private func labels(_ report: Report) -> [String] {
    TestResults(report.tests).map { "\($0.identity.label): \($0.outcome.name)" }
  }

  @Test func isTheAttributeOfASuite() throws {
    let report = try read(
      """
      <testsuites>
        <testsuite name="s" hostname="chromium"><testcase classname="c" name="t"/></testsuite>
        <testsuite name="s" hostname="firefox"><testcase classname="c" name="t"><failure/></testcase>
        </testsuite>
      </testsuites>
      """, variant: "hostname")
    #expect(labels(report) == ["c › t [chromium]: passed", "c › t [firefox]: failed"])
    #expect(report.incomplete == [])
  }

  @Test(arguments: [
    // Before the cases, behind them, with the value as text, of each case itself, inherited.
    "<testsuite><properties><property name='os' value='mac'/></properties>CASES</testsuite>",
    "<testsuite>CASES<properties><property name='os' value='mac'/></properties></testsuite>",
    "<testsuite><properties><property name='os'> mac </property></properties>CASES</testsuite>",
    "<testsuite><properties><property name='os' value='no'/></properties>OWN</testsuite>",
    "<testsuites><testsuite><properties><property name='os' value='mac'/></properties>"
      + "<testsuite name='i'>CASES</testsuite></testsuite></testsuites>",
  ])
  func isAProperty(text: String) throws {
    let own = "<properties><property name='os' value='mac'/></properties>"
    let report = try read(
      text.replacing("CASES", with: "<testcase classname='c' name='t' time='1'/>")
        .replacing("OWN", with: "<testcase classname='c' name='t' time='1'>\(own)</testcase>"),
      variant: "os")
    #expect(labels(report) == ["c › t [mac]: passed"])
    #expect(report.incomplete == [])
  }

  @Test func isThatOfAFailureOutsideOfCasesToo() throws {
    let report = try read(
      "<testsuite hostname='arm'><testcase classname='c' name='t'/><error message='no'/></testsuite>",
      variant: "hostname")
    #expect(labels(report) == ["(suite) [arm]: errored", "c › t [arm]: passed"])
  }

  /// Runs that are mixed up could hide that a test fails in a second one too.
  @Test func isMissedIfNothingSaysIt() throws {
    let report = try read(
      "<testsuite hostname='a'><testcase name='t'/></testsuite>", variant: "browser")
    #expect(labels(report) == ["t: passed"])
    #expect(
      report.incomplete == [
        "no suite and no test says 'browser', by which runs of the same tests are told apart"
      ])
  }

  @Test func isNothingUnlessAsked() throws {
    let report = try TextReports.read(
      """
      <testsuites><testsuite hostname="a"><testcase classname="c" name="t"/></testsuite>
      <testsuite hostname="b"><testcase classname="c" name="t"><failure/></testcase></testsuite>
      </testsuites>
      """, as: .junit)
    #expect(labels(report) == ["c › t: failed"])
  }
}
