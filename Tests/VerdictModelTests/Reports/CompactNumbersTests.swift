import Testing
import VerdictModel

struct CompactNumbersTests {
  @Test(
    "gives back what it was given, whatever the width",
    arguments: [
      [], [0], [1, 0, 255], [255, 256, 3], [65_535], [65_536, 1], [.max, 0, 7],
    ] as [[UInt32]])
  func roundTrip(numbers: [UInt32]) {
    let compact = CompactNumbers(numbers)
    #expect(Array(compact) == numbers)
    #expect(compact.count == numbers.count)
    #expect(compact.count { $0 > 0 } == numbers.count { $0 > 0 })
  }

  @Test("equal lists are equal, whatever they were made of")
  func equality() {
    let wide = LineTable(entries: [(number: 1, count: 70_000), (number: 2, count: 1)])
    #expect(wide.keeping { $0 == 2 } == LineTable(numbers: [2], counts: [1]))
    #expect(wide.counts == [70_000, 1])
  }
}
