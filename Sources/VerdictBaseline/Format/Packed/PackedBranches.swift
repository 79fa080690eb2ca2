import VerdictModel

/// The branches of a file in packed coverage: how many lines are counted, then of each how far it is
/// from the one before, how many outcomes were taken and how many are known; how many outcomes are
/// named, then of each how far its line is from the one before, and its name with 1 as the lowest bit
/// if it was taken. A name on the same line is written as how many are left out before it.
enum PackedBranches {
  static func append(_ branches: BranchTable, to bytes: inout [UInt8]) {
    bytes.append(packed: UInt32(branches.counted.count))
    var line: UInt32 = 0
    for counted in branches.counted {
      bytes.append(packed: counted.line - line)
      bytes.append(packed: counted.taken)
      bytes.append(packed: counted.known)
      line = counted.line
    }
    bytes.append(packed: UInt32(branches.named.count))
    line = 0
    var nextName: UInt64 = 0
    for named in branches.named {
      if named.line != line { nextName = 0 }
      bytes.append(packed: named.line - line)
      bytes.append(packed: UInt32(named.name - nextName) << 1 | (named.taken ? 1 : 0))
      line = named.line
      nextName = named.name + 1
    }
  }

  static func read(
    _ reader: inout PackedReader, in bytes: Span<UInt8>
  ) throws(CorruptValue) -> BranchTable {
    let counted = try counted(&reader, in: bytes)
    let named = try named(&reader, in: bytes)
    return counted.isEmpty && named.isEmpty ? .empty : BranchTable(named: named, counted: counted)
  }

  private static func counted(
    _ reader: inout PackedReader, in bytes: Span<UInt8>
  ) throws(CorruptValue) -> [BranchTable.Counted] {
    guard let count = reader.number(in: bytes) else { throw reader.damage }
    var entries: [BranchTable.Counted] = []
    entries.reserveCapacity(reader.capacity(for: count, ofSize: 3, in: bytes))
    var line: UInt32 = 0
    for _ in 0..<count {
      guard let gap = reader.number(in: bytes), gap > 0, gap <= .max - line,
        let taken = reader.number(in: bytes), let known = reader.number(in: bytes), taken <= known
      else { throw reader.damage }
      line += gap
      entries.append(BranchTable.Counted(line: line, taken: taken, known: known))
    }
    return entries
  }

  private static func named(
    _ reader: inout PackedReader, in bytes: Span<UInt8>
  ) throws(CorruptValue) -> [BranchTable.Named] {
    guard let count = reader.number(in: bytes) else { throw reader.damage }
    var entries: [BranchTable.Named] = []
    entries.reserveCapacity(reader.capacity(for: count, ofSize: 2, in: bytes))
    var line: UInt32 = 0
    var nextName: UInt64 = 0
    for _ in 0..<count {
      guard let gap = reader.number(in: bytes), gap > 0 || line > 0, gap <= .max - line,
        let code = reader.number(in: bytes)
      else { throw reader.damage }
      if gap > 0 { nextName = 0 }
      line += gap
      let name = nextName + UInt64(code >> 1)
      guard name <= LineText.maxName else { throw reader.damage }
      entries.append(BranchTable.Named(line: line, name: name, taken: code & 1 == 1))
      nextName = name + 1
    }
    return entries
  }
}
