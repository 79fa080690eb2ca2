import Testing
import VerdictModel

@Suite struct LineMapTests {
  @Test(
    arguments: [
      ([], [], [1: 1, 9: 9]),
      // Line 1 becomes two lines.
      ([1], [1, 2], [1: nil, 2: 3, 9: 10]),
      // Two lines are put in front, one behind line 3 (now 5), and lines 5 and 6 go.
      ([5, 6], [1, 2, 6], [1: 3, 3: 5, 4: 7, 5: nil, 6: nil, 7: 8, 100: 101]),
    ] as [([Int], [Int], [Int: Int?])])
  func findsLines(deleted: [Int], added: [Int], expected: [Int: Int?]) {
    var map = LineMap(
      ChangedFile(
        path: "a", kind: .modified, added: LineRanges(added), deleted: LineRanges(deleted)))
    for (old, new) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(map.newLine(of: old) == new, "line \(old)")
    }
  }

  @Test func aFileThatIsNotTouchedKeepsItsLines() {
    var map = LineMap(nil)
    #expect(map.newLine(of: 7) == 7)
  }
}
