/// The branch outcomes of one file.
///
/// Some reports name each outcome (LCOV's block and branch), others only say how many of how many
/// were taken on a line (Cobertura). Both are kept as told, so that merging shards in any order
/// gives the same answer: named outcomes unite by name, counted ones by the larger number.
package struct BranchTable: Hashable, Sendable {
  /// One outcome that the report identifies, in 8 bytes.
  package struct Named: Hashable, Sendable, BranchEntry {
    /// A number for a name: a hash of its bytes (FNV-1a), in 30 bits, beyond the numbers below
    /// `1 << 30` that reports give themselves.
    package static func number(hashing name: Span<UInt8>) -> UInt64 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
      return 1 << 30 | (hash ^ hash >> 32) & (1 << 30 - 1)
    }

    /// The 1-based line on which the report has the outcome.
    package var line: UInt32
    /// The name, and in the lowest bit whether the outcome was taken.
    @usableFromInline private(set) var code: UInt32

    /// - Parameter name: The report's own name of the outcome as a number, or a hash of it; unique
    ///   within the line. Its lowest 31 bits are kept.
    @inlinable
    package init(line: UInt32, name: UInt64, taken: Bool) {
      self.line = line
      code = UInt32(truncatingIfNeeded: name << 1) | (taken ? 1 : 0)
    }

    /// - Parameter code: As another entry has it.
    init(line: UInt32, code: UInt32) {
      self.line = line
      self.code = code
    }

    /// The report's own name of the outcome, or a hash of it, in 31 bits; unique within the line.
    package var name: UInt64 { UInt64(code >> 1) }

    /// Whether it happened at least once.
    package var taken: Bool {
      get { code & 1 == 1 }
      set { code = code & ~1 | (newValue ? 1 : 0) }
    }

    /// Line and name as one number, in the order of the table.
    fileprivate var key: UInt64 { UInt64(line) << 32 | UInt64(code & ~1) }

    fileprivate mutating func combine(with other: Self) { taken = taken || other.taken }
  }

  /// The outcomes of one line where the report gives numbers only.
  package struct Counted: Hashable, Sendable, BranchEntry {
    /// 1-based, as in `LineTable.numbers`.
    package var line: UInt32
    /// How many of the `known` outcomes happened at least once.
    package var taken: UInt32
    /// How many outcomes the line has.
    package var known: UInt32

    package init(line: UInt32, taken: UInt32, known: UInt32) {
      self.line = line
      self.taken = taken
      self.known = known
    }

    fileprivate var tally: Tally { Tally(covered: Int(taken), total: Int(known)) }

    fileprivate var key: UInt64 { UInt64(line) }

    fileprivate mutating func combine(with other: Self) {
      taken = max(taken, other.taken)
      known = max(known, other.known)
    }
  }

  /// Sorted by line and name, without repetition.
  package let named: NamedOutcomes
  /// Sorted by line, one entry a line.
  package let counted: [Counted]

  /// No outcome known: the report says nothing about branches.
  package static let empty = BranchTable(named: [], counted: [])

  /// Sorts; a repeated outcome is taken if any repetition is, a repeated line keeps its larger
  /// numbers.
  package init(named: [Named], counted: [Counted]) {
    self.named = NamedOutcomes(Self.unite(named))
    self.counted = Self.unite(counted)
  }

  /// The entries in the order of their keys, those with equal ones combined.
  private static func unite<Entry: BranchEntry>(_ entries: [Entry]) -> [Entry] {
    if entries.indices.dropFirst().allSatisfy({ entries[$0 - 1].key < entries[$0].key }) {
      return entries
    }
    var united: [Entry] = []
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      if united.last?.key == entry.key {
        united[united.count - 1].combine(with: entry)
      } else {
        united.append(entry)
      }
    }
    return united
  }

  /// Whether no outcome of either form is known.
  package var isEmpty: Bool { named.isEmpty && counted.isEmpty }

  /// Outcomes taken of those known, a line at a time, ascending; where both kinds of report speak
  /// of a line, the larger numbers count.
  package var perLine: [(line: Int, tally: Tally)] {
    var lines: [(line: Int, tally: Tally)] = []
    forEachLine { lines.append(($0, $1)) }
    return lines
  }

  /// Calls with each entry of `perLine`, without gathering them.
  @inline(__always)
  func forEachLine(_ take: (_ line: Int, _ tally: Tally) -> Void) {
    if !named.isEmpty, !counted.isEmpty {
      for (line, tally) in united { take(line, tally) }
      return
    }
    for entry in counted { take(Int(entry.line), entry.tally) }
    var line: UInt32 = 0
    var tally = Tally.none
    named.forEachOutcome { next, isTaken in
      if next != line {
        if line > 0 { take(Int(line), tally) }
        (line, tally) = (next, .none)
      }
      tally += Tally(covered: isTaken ? 1 : 0, total: 1)
    }
    if line > 0 { take(Int(line), tally) }
  }

  /// The entries of `perLine` where a table has both forms.
  private var united: [(line: Int, tally: Tally)] {
    var lines = Dictionary(uniqueKeysWithValues: counted.map { (Int($0.line), $0.tally) })
    for (line, tally) in Self(named: Array(named), counted: []).perLine {
      let other = lines[line] ?? .none
      lines[line] = Tally(
        covered: max(tally.covered, other.covered), total: max(tally.total, other.total))
    }
    return lines.sorted { $0.key < $1.key }.map { (line: $0.key, tally: $0.value) }
  }

  /// Outcomes taken of those known, over all lines; 0 of 0 without branches.
  package var tally: Tally {
    // Only where both kinds speak of a line does it take a walk along the lines.
    if counted.isEmpty {
      return Tally(covered: named.countTaken, total: named.count)
    }
    var sum = Tally.none
    forEachLine { sum += $1 }
    return sum
  }

  /// Only the outcomes of the 1-based lines for which the test holds.
  package func keeping(_ isIncluded: (Int) -> Bool) -> Self {
    Self(
      named: named.filter { isIncluded(Int($0.line)) },
      counted: counted.filter { isIncluded(Int($0.line)) })
  }

  /// The union, by the rules of `init`; the order does not matter.
  package func merged(with other: Self) -> Self {
    if other.isEmpty { return self }
    if isEmpty { return other }
    return Self(named: Array(named) + other.named, counted: counted + other.counted)
  }
}

/// An entry of a branch table.
private protocol BranchEntry {
  /// What tells entries apart, in the table's order.
  var key: UInt64 { get }

  /// Takes up an entry with the same key.
  mutating func combine(with other: Self)
}
