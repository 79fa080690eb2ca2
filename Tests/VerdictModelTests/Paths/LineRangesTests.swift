import Testing
import VerdictModel

@Suite("Line ranges")
struct LineRangesTests {
  @Test(
    "join neighbours, whatever the order",
    arguments: [
      ([3, 1, 2, 7], [1...3, 7...7]), ([5, 5, 5], [5...5]), ([Int](), []),
    ])
  func joining(lines: [Int], ranges: [ClosedRange<Int>]) {
    #expect(LineRanges(lines).ranges == ranges)
    #expect(LineRanges(lines).count == Set(lines).count)
  }

  @Test("join overlapping ranges")
  func overlapping() {
    #expect(LineRanges(ranges: [5...9, 1...3, 4...6, 20...20]).ranges == [1...9, 20...20])
  }

  @Test("know their members")
  func membership() {
    let ranges = LineRanges(ranges: [2...4, 9...9])
    #expect((1...10).filter(ranges.contains) == [2, 3, 4, 9])
  }
}
