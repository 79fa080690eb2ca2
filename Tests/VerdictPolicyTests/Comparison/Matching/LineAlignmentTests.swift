import TestSupport
import Testing

@testable import VerdictPolicy

@Suite struct LineAlignmentTests {
  private func alignment(_ anchors: [(Int, Int)]) -> LineAlignment {
    LineAlignment(anchors.map { LineAlignment.Anchor(old: $0.0, new: $0.1) })
  }

  @Test func withoutAnchorsALineIsWhereItIs() {
    let alignment = alignment([])
    #expect(alignment.position(ofOld: 7) == 7)
    #expect(alignment.position(ofNew: 7) == 7)
    #expect(alignment.positionFromBelow(ofOld: 7) == nil)
  }

  @Test func knownLinesShareAPosition() {
    let alignment = alignment([(10, 20), (30, 35)])
    #expect(alignment.position(ofOld: 10) == alignment.position(ofNew: 20))
    #expect(alignment.position(ofOld: 13) == alignment.position(ofNew: 23))
    #expect(alignment.position(ofOld: 30) == alignment.position(ofNew: 35))
    #expect(alignment.position(ofOld: 99) == alignment.position(ofNew: 104))
    #expect(alignment.positionFromBelow(ofOld: 29) == alignment.positionFromBelow(ofNew: 34))
    #expect(alignment.positionFromBelow(ofOld: 30) == nil)
  }

  @Test func nothingCrossesAKnownLine() {
    let alignment = alignment([(10, 10), (20, 100)])
    #expect(alignment.position(ofNew: 99) < alignment.position(ofOld: 20))
  }

  @Test func whatCrossesTheOthersIsNoHelp() {
    let alignment = alignment([(10, 10), (15, 15), (20, 5), (30, 30)])
    #expect(alignment.position(ofOld: 20) == alignment.position(ofNew: 20))
  }

  @Test(arguments: 1...20)
  func theSidesAreAlike(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<20).map { _ in Int.random(in: 1...100, using: &random) }
    // Ascending on both sides, so that there is one way to keep all.
    let anchors = zip(Set(lines.prefix(10)).sorted(), Set(lines.suffix(10)).sorted()).map { $0 }
    let there = alignment(anchors)
    let back = alignment(anchors.map { ($0.1, $0.0) })
    for line in 1...120 {
      #expect(there.position(ofOld: line) == back.position(ofNew: line))
      #expect(there.positionFromBelow(ofNew: line) == back.positionFromBelow(ofOld: line))
    }
  }
}
