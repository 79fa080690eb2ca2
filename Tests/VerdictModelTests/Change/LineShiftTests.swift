import Testing
import VerdictModel

@Suite struct LineShiftTests {
  private static let shift = LineShift(
    ChangeSet(
      origin: "",
      files: [
        ChangedFile(
          path: "new.c", oldPath: "old.c", kind: .renamed, added: LineRanges([1, 2]),
          deleted: LineRanges([5])),
        ChangedFile(path: "gone.c", kind: .deleted, added: .none, deleted: LineRanges([1])),
      ]))

  @Test func followsFilesAndLines() {
    #expect(Self.shift.path(of: "old.c") == "new.c")
    #expect((1...7).map { Self.shift.line($0, of: "old.c") } == [3, 4, 5, 6, 6, 7, 8])
    #expect(Self.shift.path(of: "gone.c") == "gone.c")
    #expect(Self.shift.line(1, of: "gone.c") == 1)
    #expect(Self.shift.line(9, of: "other.c") == 9)
  }

  @Test func movesFindingsAndNamesOfCoveredFiles() throws {
    let run = ScanRun(tool: "t", category: "")
    let finding = Finding(
      run: run, rule: "r", message: "m", level: .error, severity: .high,
      location: FindingLocation(path: "old.c", line: 6, column: 2, endLine: 7, endColumn: 3))
    let lines = LineTable(entries: [(number: 6, count: 1)])
    let evidence = Evidence(parts: [
      EvidencePart(
        id: "a", sources: [], gaps: [],
        content: EvidenceContent(
          coverage: CoverageReport(files: [
            FileCoverage(path: "old.c", lines: lines, branches: .empty)
          ]),
          findings: FindingsReport(findings: [finding], runs: [run])))
    ])
    let content = try #require(evidence.shifted(by: Self.shift).part("a")?.content)
    #expect(
      content.findings?.findings.map(\.location)
        == [FindingLocation(path: "new.c", line: 7, column: 2, endLine: 8, endColumn: 3)])
    #expect(
      content.coverage
        == CoverageReport(files: [FileCoverage(path: "new.c", lines: lines, branches: .empty)]))
  }
}
