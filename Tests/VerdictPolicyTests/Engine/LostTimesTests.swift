import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Tests without times")
struct LostTimesTests {
  /// Two tests that took two seconds each; `nil` for no time.
  private static func tests(_ seconds: [Int64?]) -> EvidenceContent {
    let cases = seconds.enumerated().map { index, seconds in
      TestCase(
        suite: "", className: "C", name: "t\(index)", outcome: .passed,
        duration: seconds.map { Picoseconds($0 * 1_000_000_000_000) }, details: nil)
    }
    return EvidenceContent(tests: TestReport(cases: cases))
  }

  @Test("that had one leave it undecided whether anything is slower")
  func lost() throws {
    let rule = #"{ "metric": "tests.slower", "max": 0 }"#
    let gap = UndecidedReason.gap(
      report: "unit",
      gaps: [.incomplete(reason: "says no more how long it took: C › t1")])
    #expect(
      try checks(rule, head: Self.tests([2, nil]), baseline: Self.tests([2, 2])).map(\.status)
        == [.undecided(gap)])
    #expect(
      try checks(rule, head: Self.tests([2, nil]), baseline: Self.tests([2, nil])).map(\.status)
        == [.satisfied])
  }
}
