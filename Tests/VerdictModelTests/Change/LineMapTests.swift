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
    let map = LineMap(
      ChangedFile(
        path: "a", kind: .modified, added: LineRanges(added), deleted: LineRanges(deleted)))
    for (old, new) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(map.newLine(of: old) == new, "line \(old)")
      if let new { #expect(map.place(of: old) == new, "line \(old)") }
    }
  }

  /// A line that is gone is taken for the one in its place, else for the one before it.
  @Test(
    arguments: [
      ([3, 4], [3, 4, 5], [3: 3, 4: 4]), ([3, 4, 5], [3], [3: 3, 4: 3, 5: 3]),
      ([3, 4], [], [2: 2, 3: 2, 4: 2, 5: 3]), ([1, 2], [], [1: 1, 2: 1, 3: 1]),
    ] as [([Int], [Int], [Int: Int])])
  func findsPlaces(deleted: [Int], added: [Int], expected: [Int: Int]) {
    let map = LineMap(
      ChangedFile(
        path: "a", kind: .modified, added: LineRanges(added), deleted: LineRanges(deleted)))
    for (old, place) in expected { #expect(map.place(of: old) == place, "line \(old)") }
  }

  @Test func aFileThatIsNotTouchedKeepsItsLines() {
    let map = LineMap(nil)
    #expect(map.newLine(of: 7) == 7)
  }
}
