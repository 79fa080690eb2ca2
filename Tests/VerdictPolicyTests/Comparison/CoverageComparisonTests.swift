import Testing
import VerdictModel
import VerdictPolicy

@Suite struct CoverageComparisonTests {
  @Test func listsFilesWhoseNumbersDiffer() {
    let comparison = CoverageComparison(
      before: CoverageReport(files: [
        file("a", [1: 1, 2: 0]), file("b", [1: 1]), file("gone", [1: 0]),
      ]),
      after: CoverageReport(files: [
        file("a", [1: 1, 2: 5]), file("b", [7: 3]), file("new", [1: 0, 2: 1]),
      ]))
    #expect(comparison.before == Tally(covered: 2, total: 4))
    #expect(comparison.after == Tally(covered: 4, total: 5))
    #expect(
      comparison.files == [
        .init(
          path: "a", before: Tally(covered: 1, total: 2), after: Tally(covered: 2, total: 2)),
        .init(path: "gone", before: Tally(covered: 0, total: 1), after: nil),
        .init(path: "new", before: nil, after: Tally(covered: 1, total: 2)),
      ])
  }

  @Test func followsRenamesAndKnowsWhatTheChangeTouches() {
    let change = ChangeSet(
      origin: "diff",
      files: [
        ChangedFile(
          path: "b", oldPath: "a", kind: .renamed, added: LineRanges([2]), deleted: .none),
        ChangedFile(path: "b", kind: .deleted, added: .none, deleted: LineRanges([1, 2, 3])),
      ])
    let comparison = CoverageComparison(
      before: CoverageReport(files: [
        file("a", [1: 1]), file("b", [1: 0, 2: 0, 3: 0]), file("c", [1: 1]),
      ]),
      after: CoverageReport(files: [file("b", [1: 1, 2: 0]), file("c", [1: 0])]), change: change)
    #expect(
      comparison.files.map {
        [$0.path, $0.oldPath ?? "–", "\($0.isTouched.map { "\($0)" } ?? "–")"]
      }
        == [["b", "a", "true"], ["b", "–", "true"], ["c", "–", "false"]])
    #expect(
      comparison.files.map(\.before) == [
        Tally(covered: 1, total: 1), Tally(covered: 0, total: 3), Tally(covered: 1, total: 1),
      ])
    #expect(
      comparison.files.map(\.after) == [
        Tally(covered: 1, total: 2), nil, Tally(covered: 0, total: 1),
      ])
  }

  @Test func nothingDiffersFromItself() {
    let report = CoverageReport(files: [file("a", [1: 1]), file("empty", [:])])
    #expect(CoverageComparison(before: report, after: report).files.isEmpty)
    #expect(CoverageComparison(before: .empty, after: .empty).after == .none)
  }
}
