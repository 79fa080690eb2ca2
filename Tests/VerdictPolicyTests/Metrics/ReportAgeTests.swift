import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("The age of reports")
struct ReportAgeTests {
  private func check(
    _ rule: String, hours: Int?, gaps: [String: [EvidenceGap]] = [:]
  ) throws -> Check {
    let checks = try checks(
      rule, head: .tests([.passed]), age: hours.map { Age(seconds: $0 * 3600) }, gaps: gaps)
    return try #require(checks.first)
  }

  @Test(
    "is compared with a limit in its own units",
    arguments: [
      (#""max": "1d""#, 24, CheckStatus.satisfied), (#""max": "1d""#, 25, .violated),
      (#""below": "1d""#, 24, .violated), (#""max": "2w", "each": "report""#, 337, .violated),
      // A hundred years, which are more picoseconds than a number holds.
      (#""max": "5200w""#, 876_000, .violated), (#""max": "5300w""#, 876_000, .satisfied),
    ])
  func limit(limit: String, hours: Int, status: CheckStatus) throws {
    #expect(try check(#"{ "metric": "report.age", \#(limit) }"#, hours: hours).status == status)
  }

  @Test("names the files, the oldest first")
  func places() throws {
    let check = try check(#"{ "metric": "report.age", "max": "1h" }"#, hours: 26)
    #expect(check.places.map(\.text) == ["unit.xml"])
    #expect(check.places.map(\.detail) == ["1 d 2 h"])
    #expect(check.value == .number(ExactDecimal(93_600), .seconds))
  }

  @Test("is no answer where a report is missing, and is one where it is stale")
  func gaps() throws {
    let rule = #"{ "metric": "report.age", "from": "unit", "max": "1d" }"#
    let broken = EvidenceGap.unreadable(file: "unit.xml", reason: "no")
    #expect(
      try check(rule, hours: 2, gaps: ["unit": [broken]]).status
        == .undecided(.gap(report: "unit", gaps: [broken])))
    let stale = EvidenceGap.stale(
      file: "unit.xml",
      .olderThan(allowed: Age(seconds: 60), age: Age(seconds: 7200)))
    #expect(try check(rule, hours: 2, gaps: ["unit": [stale]]).status == .satisfied)
  }

  @Test("a rule on it alone does not judge a report")
  func judgesNothing() throws {
    #expect(throws: PolicyErrors.self) {
      try PolicyReader(formats: testFormats).read(
        Array(
          #"""
          { "version": 1, "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
            "gates": { "g": { "rules": [{ "metric": "report.age", "max": "1d" }] } } }
          """#.utf8))
    }
  }
}
