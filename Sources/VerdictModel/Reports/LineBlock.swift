/// The coverable ones of 64 lines in a row, and which of them ran.
package struct LineBlock: Hashable, Sendable {
  /// What all its line numbers are when divided by 64.
  package let index: UInt32
  /// Bit 0 is set if line `64 * index` is coverable, bit 1 for the line after it, and so on; at least
  /// one is set.
  package let coverable: UInt64
  /// Bit 0 is set if the first coverable line ran, bit 1 for the second one, and so on.
  package let ran: UInt64

  /// - Returns: `nil` for what no block can be: there is no line 0, lines are numbered in 32 bits, and
  ///   only coverable lines run.
  package init?(index: Int, coverable: UInt64, ran: UInt64) {
    guard 0...Int(UInt32.max >> 6) ~= index, coverable != 0, index > 0 || coverable & 1 == 0,
      ran >> coverable.nonzeroBitCount == 0
    else { return nil }
    self.index = UInt32(index)
    self.coverable = coverable
    self.ran = ran
  }

  /// How many of its lines are coverable, 1 … 64.
  package var count: Int { coverable.nonzeroBitCount }

  fileprivate var last: UInt32 { index << 6 | UInt32(63 - coverable.leadingZeroBitCount) }
}

extension LineTable {
  /// The lines in blocks, ascending, without empty ones. How often a line ran is lost.
  package var blocks: [LineBlock] {
    var blocks: [LineBlock] = []
    var index = 0
    while index < count {
      let block = numbers[index] >> 6
      var coverable: UInt64 = 0
      var ran: UInt64 = 0
      var line: UInt64 = 1
      while index < count, numbers[index] >> 6 == block {
        coverable |= 1 << UInt64(numbers[index] & 63)
        if counts[index] > 0 { ran |= line }
        line <<= 1
        index += 1
      }
      blocks += LineBlock(index: Int(block), coverable: coverable, ran: ran).map { [$0] } ?? []
    }
    return blocks
  }

  /// The lines of blocks; those that ran did so once.
  ///
  /// - Parameter blocks: Ascending, each index once.
  package init(blocks: [LineBlock]) {
    let count = blocks.reduce(0) { $0 + $1.count }
    let hasRun = blocks.contains { $0.ran != 0 }
    self.init(
      numbers: CompactNumbers(count: count, largest: blocks.last?.last ?? 0) { take in
        for block in blocks {
          var rest = block.coverable
          while rest != 0 {
            take(block.index << 6 | UInt32(truncatingIfNeeded: rest.trailingZeroBitCount))
            rest &= rest - 1
          }
        }
      },
      counts: CompactNumbers(count: count, largest: hasRun ? 1 : 0) { take in
        for block in blocks {
          var rest = block.ran
          for _ in 0..<block.count {
            take(UInt32(truncatingIfNeeded: rest & 1))
            rest >>= 1
          }
        }
      })
  }
}
