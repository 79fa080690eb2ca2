import TestSupport
import Testing
import VerdictBaseline
import VerdictModel

/// Whatever parts a rule looks at, the baseline must count them as the run did that it was saved
/// of.
@Suite struct SameAsTheRunTests {
  @Test(arguments: 1...60)
  func everySubsetOfPartsCountsTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = (0..<4).map { randomPart("p\($0)", &random) }
    let run = Evidence(parts: parts)
    let loaded = try BaselineFormat.read(
      try BaselineFormat.write(
        Baseline(
          reference: BaselineReference(commit: nil, distance: nil, saved: ""), evidence: run))
    ).evidence
    for subset in 0..<(1 << parts.count) {
      let ids = parts.indices.filter { subset >> $0 & 1 == 1 }.map { "p\($0)" }
      #expect(Numbers(of: ids, in: loaded) == Numbers(of: ids, in: run), "parts \(ids)")
    }
  }

  /// A test of the test: what is random must be of every kind, and overlap.
  @Test func randomPartsOverlap() throws {
    var random = SeededGenerator(seed: 1)
    let parts = (0..<4).map { randomPart("p\($0)", &random) }
    let whole = Numbers(of: parts.map(\.id), in: Evidence(parts: parts))
    let apart = parts.map { Numbers(of: [$0.id], in: Evidence(parts: [$0])) }
    for measure in CoverageMeasure.allCases {
      let tally = try #require(whole.coverage[measure.rawValue])
      #expect(tally.covered > 0 && tally.missed > 0)
      #expect(tally.total < apart.reduce(0) { $0 + ($1.coverage[measure.rawValue]?.total ?? 0) })
    }
    #expect(whole.tests.count == TestOutcome.allCases.count)
    #expect(whole.identities.count < apart.reduce(0) { $0 + $1.identities.count })
    #expect(whole.identities.contains { $0.className == "C" && $0.suite.isEmpty })
    #expect(whole.identities.contains { $0.className == "C" && !$0.suite.isEmpty })
    #expect(whole.findings.count > 10)
  }

  // MARK: - What is counted

  private struct Numbers: Hashable {
    struct Rating: Hashable {
      var level: FindingLevel
      var severity: FindingSeverity
      var isSuppressed: Bool
    }

    var coverage: [String: Tally]
    var tests: [TestOutcome: Int]
    var identities: [TestIdentity]
    var findings: [Rating: Int]

    init(of ids: [String], in evidence: Evidence) {
      var content = EvidenceContent()
      for part in evidence.parts where ids.contains(part.id) { content.merge(part.content) }
      content.sort()
      let report = content.coverage ?? .empty
      var coverage: [String: Tally] = [:]
      for measure in CoverageMeasure.allCases {
        coverage[measure.rawValue] = report.tally(measure)
        for file in report.files {
          coverage["\(measure.rawValue) of \(file.path)"] = file.tally(measure)
        }
      }
      self.coverage = coverage
      let results = TestResults(content.tests ?? .empty)
      identities = results.map(\.identity)
      tests = Dictionary(grouping: results, by: \.outcome).mapValues(\.count)
      findings = Dictionary(grouping: content.findings?.findings ?? []) { finding in
        Rating(
          level: finding.level, severity: finding.severity,
          isSuppressed: finding.suppression != nil)
      }.mapValues(\.count)
    }
  }

  // MARK: - Random parts

  private func randomPart(_ id: String, _ random: inout SeededGenerator) -> EvidencePart {
    EvidencePart(
      id: id, sources: [EvidenceSource(file: id, format: "f", notices: [])], gaps: [],
      content: EvidenceContent(
        coverage: CoverageReport(files: ["a", "b", "c"].map { randomFile($0, &random) }),
        tests: TestReport(
          cases: (0..<12).map { _ in randomTest(&random) },
          pseudoCases: (0..<2).map { _ in randomTest(&random) }),
        findings: FindingsReport(
          findings: (0..<8).map { _ in randomFinding(&random) },
          runs: [ScanRun(tool: "t", category: "")])))
  }

  private func randomFile(_ path: String, _ random: inout SeededGenerator) -> FileCoverage {
    func number(_ range: ClosedRange<UInt32>) -> UInt32 { .random(in: range, using: &random) }
    let lines = (0..<8).map { _ in (number: number(1...15), count: number(0...4) / 3) }
    // Names as LCOV's block and branch make them, and hashes.
    let names: [UInt64] = [0, 1, 2, 65_536, 65_537, 2_147_483_647]
    let named = (0..<8).map { _ in
      BranchTable.Named(
        line: number(1...15), name: names[Int(number(0...5))], taken: number(0...1) == 1)
    }
    let counted = (0..<4).map { _ in
      let taken = number(0...2)
      return BranchTable.Counted(line: number(1...15), taken: taken, known: taken + number(0...2))
    }
    return FileCoverage(
      path: path, lines: LineTable(entries: lines),
      branches: BranchTable(named: named, counted: counted),
      functions: BranchTable(named: Array(named.reversed().prefix(5)), counted: []))
  }

  private func randomTest(_ random: inout SeededGenerator) -> TestCase {
    TestCase(
      suite: ["", "linux", "mac › all"].randomElement(using: &random) ?? "",
      className: ["", "C", "D"].randomElement(using: &random) ?? "",
      name: "t\(Int.random(in: 1...6, using: &random))",
      outcome: TestOutcome.allCases.randomElement(using: &random) ?? .passed,
      duration: Bool.random(using: &random) ? Picoseconds(5) : nil, details: nil)
  }

  private func randomFinding(_ random: inout SeededGenerator) -> Finding {
    Finding(
      run: ScanRun(tool: "t", category: ""), rule: "r", message: "m",
      level: FindingLevel.allCases.randomElement(using: &random) ?? .error,
      severity: FindingSeverity.allCases.randomElement(using: &random) ?? .high,
      location: Bool.random(using: &random) ? FindingLocation(path: "a", line: 1) : nil,
      suppression: Bool.random(using: &random)
        ? Suppression(kind: "inSource", justification: "") : nil)
  }
}
