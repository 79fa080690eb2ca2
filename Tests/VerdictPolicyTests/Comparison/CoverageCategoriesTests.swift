import Testing
import VerdictModel

@testable import VerdictPolicy

/// lcov's twelve categories, each in the smallest case that has it.
@Suite("Categories of coverage")
struct CoverageCategoriesTests {
  /// Lines as `number: hits`.
  private static func file(_ path: String, _ lines: [UInt32: UInt32]) -> FileCoverage {
    FileCoverage(
      path: path, lines: LineTable(entries: lines.map { (number: $0.key, count: $0.value) }),
      branches: BranchTable(
        named: [],
        counted: lines.map { BranchTable.Counted(line: $0.key, taken: min($0.value, 2), known: 2) })
    )
  }

  private static func words(_ categories: CoverageCategories?) -> String {
    guard let categories else { return "none" }
    return CoverageCategory.allCases.filter { categories[$0] > 0 }
      .map { "\($0.rawValue) \(categories[$0])" }.sorted().joined(separator: ", ")
  }

  private static func compare(
    _ before: [FileCoverage], _ after: [FileCoverage], _ files: [ChangedFile]
  ) -> CoverageComparison {
    CoverageComparison(
      before: CoverageReport(files: before), after: CoverageReport(files: after),
      change: ChangeSet(origin: "", files: files))
  }

  @Test(
    "tell what became of each line",
    arguments: [
      ([1: 1], [1: 5], "CBC 1"), ([1: 0], [1: 0], "UBC 1"), ([1: 1], [1: 0], "LBC 1"),
      ([1: 0], [1: 1], "GBC 1"), ([:], [1: 1], "GIC 1"), ([:], [1: 0], "UIC 1"),
      ([1: 1], [:], "ECB 1"), ([1: 0], [:], "EUB 1"),
      // Line 3 is replaced by two, so that what was line 4 is line 5.
      ([3: 1], [:], "DCB 1"), ([3: 0], [:], "DUB 1"), ([:], [3: 1, 4: 0], "GNC 1, UNC 1"),
      ([3: 0, 4: 1, 9: 0], [3: 1, 4: 1, 5: 0, 10: 1], "DUB 1, GBC 1, GNC 2, LBC 1"),
    ] as [([UInt32: UInt32], [UInt32: UInt32], String)])
  func lines(before: [UInt32: UInt32], after: [UInt32: UInt32], words: String) {
    let comparison = Self.compare(
      [Self.file("a", before)], [Self.file("a", after)],
      [
        ChangedFile(
          path: "a", kind: .modified, added: LineRanges([3, 4]), deleted: LineRanges([3]))
      ])
    #expect(Self.words(comparison.lines) == words)
  }

  @Test("follow renames, and know files that are new, deleted, or not measured any more")
  func files() {
    let comparison = Self.compare(
      [
        Self.file("old", [1: 1, 2: 0]), Self.file("gone", [1: 1]), Self.file("lost", [1: 1, 2: 0]),
        Self.file("same", [1: 1]),
      ],
      [Self.file("new", [1: 1, 3: 1]), Self.file("fresh", [1: 0]), Self.file("same", [1: 1])],
      [
        ChangedFile(
          path: "new", oldPath: "old", kind: .renamed, added: LineRanges([1]), deleted: .none),
        ChangedFile(path: "gone", kind: .deleted, added: .none, deleted: LineRanges([1])),
        ChangedFile(path: "fresh", kind: .added, added: LineRanges([1]), deleted: .none),
      ])
    #expect(
      comparison.files.map { "\($0.path): \(Self.words($0.lines))" } == [
        "fresh: UNC 1", "gone: DCB 1", "lost: ECB 1, EUB 1", "new: ECB 1, GBC 1, GNC 1",
      ])
    #expect(Self.words(comparison.lines) == "CBC 1, DCB 1, ECB 2, EUB 1, GBC 1, GNC 1, UNC 1")
  }

  @Test("take as few outcomes as possible for changed where they are only counted")
  func branches() {
    let comparison = Self.compare(
      [Self.file("a", [1: 2, 2: 0, 3: 1])], [Self.file("a", [1: 1, 2: 1, 3: 1])], [])
    #expect(Self.words(comparison.branches) == "CBC 2, GBC 1, LBC 1, UBC 2")
  }

  @Test("are not told where nobody knows what changed")
  func unknown() {
    let report = CoverageReport(files: [Self.file("a", [1: 1])])
    let comparison = CoverageComparison(before: report, after: .empty)
    #expect(comparison.lines == nil && comparison.branches == nil)
    #expect(comparison.files.map { Self.words($0.lines) } == ["none"])
  }
}
