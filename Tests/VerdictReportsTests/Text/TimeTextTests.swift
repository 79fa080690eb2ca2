import Testing
import VerdictModel

@testable import VerdictReports

@Suite("When a report was made")
struct TimeTextTests {
  @Test(
    "in seconds or milliseconds since 1970",
    arguments: [
      ("1795215800", "2026-11-20T23:03:20Z"), ("1795215800015", "2026-11-20T23:03:20Z"),
      ("1795215800.5", "2026-11-20T23:03:20Z"), ("0", nil), ("1", nil), ("-1795215800", nil),
      ("", nil), ("today", nil), ("99999999999999999999999", nil),
    ] as [(String, String?)])
  func epoch(text: String, expected: String?) {
    #expect(TimeText.epoch(Array(text.utf8).span)?.latest.description == expected)
  }

  @Test(
    "without a zone is the time of any place on earth",
    arguments: [
      ("2026-11-20T23:10:23.630764+00:00", "2026-11-20T23:10:23Z", "2026-11-20T23:10:23Z"),
      ("2026-11-20T23:10:23", "2026-11-20T09:10:23Z", "2026-11-21T11:10:23Z"),
      ("2026-11-20T23:10:23.5", "2026-11-20T09:10:23Z", "2026-11-21T11:10:23Z"),
    ])
  func calendar(text: String, earliest: String, latest: String) {
    #expect(TimeText.calendar(text)?.earliest.description == earliest)
    #expect(TimeText.calendar(text)?.latest.description == latest)
  }

  @Test("is nothing where it cannot be true, or is no time")
  func implausible() {
    #expect(TimeText.calendar("1970-01-01T00:00:00") == nil)
    #expect(TimeText.calendar("today") == nil)
    #expect(TimeText.calendar("1970-01-01T00:00:00Z") == nil)
  }

  @Test("is what the report itself says")
  func reports() throws {
    let cobertura = #"""
      <coverage line-rate="1" timestamp="1795215800015"><packages/></coverage>
      """#
    let junit = #"""
      <testsuites><testsuite name="a" timestamp="2026-11-20T23:10:23Z"><testcase name="x"/></testsuite>
      <testsuite name="b" timestamp="2026-11-20T23:10:25Z"><testcase name="y"/></testsuite>
      <testsuite name="c" timestamp="2026-11-20T23:10:29"><testcase name="z"/></testsuite></testsuites>
      """#
    let sarif = #"""
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [],
        "invocations": [{"executionSuccessful": true, "startTimeUtc": "2026-11-20T23:10:24Z"},
          {"executionSuccessful": true, "endTimeUtc": "2026-11-20T23:10:27Z"}]}]}
      """#
    for (text, time) in [
      (cobertura, "2026-11-20T23:03:20Z"), (junit, "2026-11-21T11:10:29Z"),
      (sarif, "2026-11-20T23:10:27Z"),
    ] {
      var reader = ReportReader(format: nil)
      try reader.consume(Array(text.utf8).span)
      #expect(try reader.finish().created?.latest.description == time)
    }
  }
}
