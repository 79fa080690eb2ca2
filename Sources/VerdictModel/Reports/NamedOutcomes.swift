/// The named outcomes of a file in two columns, three to six bytes each: large tracefiles have
/// millions of them.
package struct NamedOutcomes: Hashable, Sendable {
  private let lines: CompactNumbers
  private let codes: CompactNumbers

  /// - Parameter entries: In the order of their lines.
  init(_ entries: [BranchTable.Named]) {
    lines = CompactNumbers(count: entries.count, largest: entries.last?.line ?? 0) { take in
      for entry in entries { take(entry.line) }
    }
    let largest = entries.reduce(0) { $0 | $1.code }
    codes = CompactNumbers(count: entries.count, largest: largest) { take in
      for entry in entries { take(entry.code) }
    }
  }

  /// How many of them were taken.
  var countTaken: Int { codes.count { $0 & 1 == 1 } }

  /// Calls with the line of each, and whether it was taken.
  @inline(__always)
  func forEachOutcome(_ take: (_ line: UInt32, _ isTaken: Bool) -> Void) {
    lines.forEach(with: codes) { line, code in take(line, code & 1 == 1) }
  }
}

extension NamedOutcomes: RandomAccessCollection {
  /// Always 0.
  package var startIndex: Int { 0 }

  /// How many there are.
  package var endIndex: Int { lines.endIndex }

  /// The outcome at an index, counted from 0.
  package subscript(index: Int) -> BranchTable.Named {
    BranchTable.Named(line: lines[index], code: codes[index])
  }
}
