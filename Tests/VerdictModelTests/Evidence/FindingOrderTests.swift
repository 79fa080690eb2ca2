import TestSupport
import Testing
import VerdictModel

@Suite("Order of findings")
struct FindingOrderTests {
  /// Findings that share paths, lines, rules and messages with one another.
  static func finding(_ number: Int) -> Finding {
    let path = ["b.py", "a/z.py", "", "a.py"][number % 4]
    return Finding(
      run: ScanRun(tool: ["t", "s"][number / 2 % 2], category: ""),
      rule: ["R2", "R10", ""][number / 3 % 3], message: "m\(number / 5 % 2)",
      level: [.error, .note][number / 7 % 2], severity: .medium,
      location: path.isEmpty
        ? nil : FindingLocation(path: path, line: [9, 10, nil][number / 4 % 3], column: number % 3))
  }

  @Test("is by place and then by what was found, in whatever order they came")
  func canonical() {
    var generator = SeededGenerator(seed: 7)
    let findings = (0..<500).map(Self.finding)
    let expected = findings.sorted(by: Finding.canonicalOrder)
    for _ in 0..<5 {
      var content = EvidenceContent(
        findings: FindingsReport(findings: findings.shuffled(using: &generator), runs: []))
      content.sort()
      #expect(content.findings?.findings == expected)
      content.sort()
      #expect(content.findings?.findings == expected)
    }
  }
}
