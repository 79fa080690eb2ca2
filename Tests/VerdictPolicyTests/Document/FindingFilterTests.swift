import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("The where of findings")
struct FindingFilterTests {
  private func finding(
    _ rule: String, _ level: FindingLevel, at path: String?, line: Int = 1, category: String = ""
  ) -> Finding {
    Finding(
      run: ScanRun(tool: "t", category: category), rule: rule, message: rule, level: level,
      severity: level == .error ? .high : .medium,
      location: path.map { FindingLocation(path: $0, line: line) })
  }

  private func report(_ findings: Finding...) -> EvidenceContent {
    EvidenceContent(
      findings: FindingsReport(findings: findings, runs: Array(Set(findings.map(\.run)))))
  }

  private func places(
    _ filter: String, head: EvidenceContent, before: EvidenceContent? = nil
  ) throws -> [String] {
    let rule = #"{ "metric": "findings", "where": { \#(filter) }, "max": 0 }"#
    return try #require(try checks(rule, head: head, baseline: before).first).places.map(\.text)
  }

  @Test(arguments: [
    ("new", ["added", "worse"]), ("escalated", ["worse"]), ("unchanged", ["same"]),
    ("all", ["added", "worse", "same"]),
  ])
  func states(state: String, expected: [String]) throws {
    let before = report(
      finding("same", .warning, at: "a"), finding("worse", .warning, at: "b"),
      finding("gone", .error, at: "c"))
    let head = report(
      finding("same", .warning, at: "a"), finding("worse", .error, at: "b"),
      finding("added", .error, at: "a"))
    #expect(try places(#""state": "\#(state)""#, head: head, before: before) == expected)
  }

  @Test(arguments: [
    ("new", ["shown"]), ("unsuppressed", ["shown"]),
    ("newly-suppressed", ["hidden", "born-hidden"]), ("unchanged", ["moved"]),
    ("moved", ["moved"]), ("escalated", []), ("all", ["moved", "shown"]),
  ])
  func statesOfSuppressions(state: String, expected: [String]) throws {
    let before = report(
      finding("moved", .warning, at: "a", line: 1), finding("shown", .warning, at: "b").suppressed,
      finding("hidden", .warning, at: "c"))
    let head = report(
      finding("moved", .warning, at: "a", line: 9), finding("shown", .warning, at: "b"),
      finding("hidden", .warning, at: "c").suppressed,
      finding("born-hidden", .warning, at: "d").suppressed)
    #expect(try places(#""state": "\#(state)""#, head: head, before: before) == expected)
  }

  @Test(arguments: [
    (#""path": "src/**""#, ["in", "nowhere", "elsewhere"]),
    (#""path": ["lib/**", "Cargo.lock"]"#, ["out", "nowhere", "elsewhere"]),
    (#""category": "images""#, ["nowhere"]),
  ])
  func whatCannotBePlacedCountsEverywhere(filter: String, expected: [String]) throws {
    let head = report(
      finding("in", .error, at: "src/a"), finding("out", .error, at: "lib/a"),
      finding("nowhere", .error, at: nil, category: "images"),
      finding("elsewhere", .error, at: "/usr/a"))
    #expect(try Set(places(filter, head: head)) == Set(expected))
  }
}

extension Finding {
  fileprivate var suppressed: Finding {
    var finding = self
    finding.suppression = Suppression(kind: "inSource", justification: "")
    return finding
  }
}
