import Testing
import VerdictModel

@Suite("Evidence")
struct EvidenceTests {
  /// Parts as many report files would give them, each kind split over several.
  static let parts: [EvidencePart] = (0..<8).map { index in
    let lines = LineTable(entries: [(number: UInt32(index % 3 + 1), count: UInt32(index % 2))])
    let run = ScanRun(tool: "tool\(index % 2)", category: "")
    return EvidencePart(
      id: index % 2 == 0 ? "left" : "right",
      sources: [EvidenceSource(file: "r\(index).xml", format: "x", notices: [])],
      gaps: index == 5 ? [.incomplete(reason: "a"), .missing(patterns: ["b"])] : [],
      content: EvidenceContent(
        coverage: CoverageReport(files: [
          FileCoverage(path: "f\(index % 3)", lines: lines, branches: .empty)
        ]),
        tests: TestReport(cases: [
          TestCase(
            suite: "", className: "C", name: "t\(index % 5)", outcome: .passed, duration: nil,
            details: nil)
        ]),
        findings: FindingsReport(
          findings: [
            Finding(
              run: run, rule: "R\(index)", message: "m", level: .error, severity: .high,
              location: FindingLocation(path: "f", line: 8 - index))
          ], runs: [run])))
  }

  @Test("is the same whatever the order of its parts", arguments: 1...8)
  func anyOrder(seed: Int) {
    var generator = LinearGenerator(state: UInt64(seed))
    let shuffled = Self.parts.shuffled(using: &generator)
    let cut = shuffled.count / 2
    let whole = Evidence(parts: Self.parts)
    #expect(Evidence(parts: shuffled) == whole)
    #expect(
      Evidence(parts: Array(shuffled[..<cut])).merged(
        with: Evidence(parts: Array(shuffled[cut...])))
        == whole)
  }

  @Test("keeps where each part came from, sorted")
  func sources() {
    let whole = Evidence(parts: Self.parts)
    #expect(whole.parts.map(\.id) == ["left", "right"])
    #expect(whole.part("right")?.sources.map(\.file) == ["r1.xml", "r3.xml", "r5.xml", "r7.xml"])
    #expect(whole.part("right")?.gaps == [.missing(patterns: ["b"]), .incomplete(reason: "a")])
  }
}
