import Testing
import VerdictModel

@testable import VerdictPolicy

/// Test verdicts are given on 2026-01-02.
@Suite("enforceFrom")
struct EnforceFromTests {
  @Test(
    "a rule only informs before its day",
    arguments: [
      ("2026-01-03", Action.info, ["block from 2026-01-03 on"]), ("2026-01-02", .block, []),
      ("2025-12-31", .block, []),
    ])
  func violated(day: String, action: Action, remarks: [String]) throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "enforceFrom": "\#(day)" }"#, head: .tests([.failed]))
    #expect(checks.map(\.status) == [.violated])
    #expect(checks.map(\.action) == [action])
    #expect(checks.map(\.remarks) == [remarks])
  }

  @Test("nor does a report that is not there count before its day")
  func undecided() throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "enforceFrom": "2026-01-03" }"#,
      head: EvidenceContent(), gaps: ["unit": [.missing(patterns: ["unit.xml"])]])
    #expect(checks.map(\.action) == [.info])
    #expect(checks.map(\.remarks) == [["block from 2026-01-03 on"]])
  }

  @Test("what holds is not announced")
  func satisfied() throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "enforceFrom": "2026-01-03" }"#,
      head: .tests([.passed]))
    #expect(checks.map(\.remarks) == [[]])
  }
}
