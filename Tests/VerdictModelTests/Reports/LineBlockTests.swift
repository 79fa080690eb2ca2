import TestSupport
import Testing
import VerdictModel

@Suite("Blocks of lines")
struct LineBlockTests {
  private static func block(_ index: Int, _ coverable: UInt64, ran: UInt64) throws -> LineBlock {
    try #require(LineBlock(index: index, coverable: coverable, ran: ran))
  }

  @Test("have a bit for each line, and one for each that is coverable")
  func bits() throws {
    let lines: [(number: UInt32, count: UInt32)] = [(1, 7), (63, 0), (64, 1), (200, 0)]
    let blocks = [
      try Self.block(0, 1 << 63 | 2, ran: 0b01), try Self.block(1, 1, ran: 1),
      try Self.block(3, 1 << 8, ran: 0),
    ]
    #expect(LineTable(entries: lines).blocks == blocks)
    #expect(
      LineTable(blocks: blocks)
        == LineTable(entries: lines.map { (number: $0.number, count: min($0.count, 1)) }))
  }

  @Test("of no lines are none")
  func empty() {
    #expect(LineTable.empty.blocks.isEmpty)
    #expect(LineTable(blocks: []) == .empty)
  }

  @Test("reach as far as line numbers do")
  func largest() {
    let lines = LineTable(entries: [(number: .max, count: 1), (number: 1, count: 1)])
    #expect(lines.blocks.map(\.index) == [0, UInt32.max >> 6])
    #expect(LineTable(blocks: lines.blocks) == lines)
  }

  @Test("come back to the same lines", arguments: 1...100)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let largest = UInt32.random(in: 1...([200, 300, 70_000][Int(seed % 3)]), using: &generator)
    let lines = LineTable(
      entries: (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        (number: UInt32.random(in: 1...largest, using: &generator), count: 0)
      })
    let table = LineTable(
      entries: lines.numbers.map { ($0, UInt32.random(in: 0...1, using: &generator)) })
    #expect(LineTable(blocks: table.blocks) == table)
  }

  @Test("have no line 0, no line above 32 bits, and no line that ran and is not coverable")
  func impossible() {
    #expect(LineBlock(index: 0, coverable: 1, ran: 0) == nil)
    #expect(LineBlock(index: 0, coverable: 2, ran: 0) != nil)
    #expect(LineBlock(index: 1 << 26, coverable: 1, ran: 0) == nil)
    #expect(LineBlock(index: 1 << 26 - 1, coverable: 1, ran: 0) != nil)
    #expect(LineBlock(index: -1, coverable: 1, ran: 0) == nil)
    #expect(LineBlock(index: 1, coverable: 0, ran: 0) == nil)
    #expect(LineBlock(index: 1, coverable: 5, ran: 4) == nil)
    #expect(LineBlock(index: 1, coverable: 5, ran: 3) != nil)
    #expect(LineBlock(index: 1, coverable: .max, ran: .max) != nil)
  }
}
