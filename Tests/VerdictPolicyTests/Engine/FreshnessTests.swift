import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Freshness")
struct FreshnessTests {
  static let commit = MeasuredCommit(
    id: "9f3c2ab1", time: Moment(seconds: testNow.seconds - 3600))

  /// The checks of `tests.failed` when the only report was made some seconds before now.
  static func checks(
    age: Int, commit: MeasuredCommit? = nil, maxAge: String = "", rule: String = ""
  ) throws -> [Check] {
    let policy = try policy(
      rules: #"{ "metric": "tests.failed", "max": 0\#(rule) }"#,
      reports: #""unit": { "format": "junit", "files": "unit.xml"\#(maxAge) }"#)
    let part = EvidencePart(
      id: "unit",
      sources: [
        EvidenceSource(
          file: "unit.xml", format: "junit", notices: [],
          created: Moment(seconds: testNow.seconds - age))
      ], gaps: [], content: .tests([.passed]))
    return evaluate(input(policy, evidence: Evidence(parts: [part]), commit: commit)).gates
      .flatMap(\.checks)
  }

  @Test(
    "a report older than the commit is stale, but for what clocks may differ",
    arguments: [(0, true), (3600, true), (3900, true), (3901, false), (86_400, false)])
  func commit(age: Int, isFresh: Bool) throws {
    let checks = try Self.checks(age: age, commit: Self.commit)
    let stale = EvidenceGap.stale(
      file: "unit.xml",
      .olderThanCommit(created: Moment(seconds: testNow.seconds - age), Self.commit))
    #expect(
      checks.map(\.status)
        == [isFresh ? .satisfied : .undecided(.gap(report: "unit", gaps: [stale]))])
    #expect(checks.map(\.action) == [isFresh ? .info : .block])
  }

  @Test(
    "a report older than its maxAge is stale",
    arguments: [(3600, true), (3601, false), (-60, true)])
  func maxAge(age: Int, isFresh: Bool) throws {
    let checks = try Self.checks(age: age, maxAge: #", "maxAge": "1h""#)
    let stale = EvidenceGap.stale(
      file: "unit.xml", .olderThan(allowed: Age(seconds: 3600), age: Age(seconds: age)))
    #expect(
      checks.map(\.status)
        == [isFresh ? .satisfied : .undecided(.gap(report: "unit", gaps: [stale]))])
  }

  @Test("the policy says what a stale report does")
  func action() throws {
    let checks = try Self.checks(
      age: 7200, maxAge: #", "maxAge": "1h""#, rule: #", "stale": "warn""#)
    #expect(checks.map(\.action) == [.warn])
  }

  @Test(
    "a report that is still to be made is told of",
    arguments: [(300, 0), (301, 1), (-3600, 0)])
  func future(ahead: Int, notices: Int) throws {
    let stated = StatedTime(Moment(seconds: testNow.seconds + ahead))
    let source = EvidenceSource(file: "unit.xml", format: "junit", notices: [], stated: stated)
    let part = EvidencePart(id: "unit", sources: [source], gaps: [], content: .tests([.passed]))
    let policy = try policy(
      rules: #"{ "metric": "tests.failed", "max": 0 }"#)
    let freshness = Freshness(now: testNow, commit: Self.commit)
    let marked = freshness.mark(Evidence(parts: [part]), by: policy)
    let unasked = Freshness(now: testNow, commit: nil).mark(Evidence(parts: [part]), by: policy)
    #expect(unasked.parts == [part])
    #expect(marked.parts.flatMap(\.sources).flatMap(\.notices).count == notices)
    #expect(
      marked.parts.flatMap(\.sources).flatMap(\.notices).allSatisfy {
        $0.message == "says that it was made at 2026-01-02T03:09:06Z, which is still to come: "
          + "its age is that of its file"
      })
  }

  @Test("without commit and maxAge any age will do")
  func anyAge() throws {
    #expect(try Self.checks(age: 1_000_000_000).map(\.status) == [.satisfied])
  }
}
