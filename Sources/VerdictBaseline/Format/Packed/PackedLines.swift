import VerdictModel

/// The lines of a file in packed coverage, in blocks of 64: how many blocks there are, then of each
/// how many were left out before it, a bit for each line that says whether it is coverable, and a bit
/// for each of those that says whether it ran.
enum PackedLines {
  static func append(_ lines: LineTable, to bytes: inout [UInt8]) {
    let blocks = lines.blocks
    bytes.append(packed: UInt32(blocks.count))
    var next: UInt32 = 0
    for block in blocks {
      bytes.append(packed: block.index - next)
      bytes.append(bits: block.coverable, count: 64)
      bytes.append(bits: block.ran, count: block.count)
      next = block.index + 1
    }
  }

  /// - Parameter budget: How many lines may still come; checked before any takes memory.
  static func read(
    _ reader: inout PackedReader, in bytes: Span<UInt8>, budget: inout Int
  ) throws(CorruptValue) -> LineTable {
    guard let count = reader.number(in: bytes) else { throw reader.damage }
    var blocks: [LineBlock] = []
    blocks.reserveCapacity(reader.capacity(for: count, ofSize: 10, in: bytes))
    var next = 0
    for _ in 0..<count {
      guard let gap = reader.number(in: bytes), let coverable = reader.bits(64, in: bytes),
        let ran = reader.bits(coverable.nonzeroBitCount, in: bytes),
        let block = LineBlock(index: next + Int(gap), coverable: coverable, ran: ran)
      else { throw reader.damage }
      budget -= block.count
      guard budget >= 0 else { throw StoredCoverage.tooManyLines }
      blocks.append(block)
      next = Int(block.index) + 1
    }
    return LineTable(blocks: blocks)
  }
}
