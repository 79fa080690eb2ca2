import Testing
import VerdictModel

@testable import VerdictRendering

@Suite("Uncovered blocks")
struct UncoveredBlockTests {
  private let places = [
    CheckPlace(path: "a.py", lines: LineRanges([1, 2, 3, 4, 8]), text: ""),
    CheckPlace(path: "b.py", lines: LineRanges([5, 6]), text: ""),
  ]

  @Test("are the largest first")
  func largest() {
    #expect(
      UncoveredBlock.blocks(in: places, nil).sorted().map(\.words)
        == ["a.py 1–4", "b.py 5–6", "a.py 8"])
  }

  @Test("are cut where the change begins or ends, and new ones come first")
  func new() {
    let change = ChangeSet(
      origin: "change.diff",
      files: [
        ChangedFile(
          path: "a.py", kind: .modified, added: LineRanges([3, 8, 9]), deleted: .none),
        ChangedFile(path: "b.py", kind: .added, added: LineRanges([4, 5, 6]), deleted: .none),
      ])
    #expect(
      UncoveredBlock.blocks(in: places, change).sorted().map(\.words)
        == ["b.py 5–6, new", "a.py 3, new", "a.py 8, new", "a.py 1–2", "a.py 4"])
  }
}
