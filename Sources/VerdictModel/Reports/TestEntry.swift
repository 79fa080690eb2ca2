/// What a `TestTable` keeps of a case, in 24 bytes: reports have hundreds of thousands, and to be
/// handed memory takes up to a fifth of the time in which one is read.
struct TestEntry {
  /// A name longer than this is cut, in bytes: 16 MiB.
  private static let nameLimit = 1 << nameBits - 1
  private static let nameBits = 24
  private static let outcomeMask: UInt32 = 1 << outcomeBits - 1
  private static let outcomeBits = 3

  var group: TestTable.GroupNumber
  /// Where the name begins, and in the lowest bits how long it is.
  private var name: UInt64
  /// Of the duration; below 0 if none is known.
  private var picoseconds: Int64
  /// `details`, and in the lowest bits how the case ended.
  private var ending: UInt32

  /// A case that passed, until something else is known of it.
  ///
  /// - Parameter nameRange: Where the name is among those of the table.
  init(group: TestTable.GroupNumber, nameRange: Range<Int>, duration: Picoseconds?) {
    self.group = group
    name =
      UInt64(nameRange.lowerBound) << Self.nameBits | UInt64(min(nameRange.count, Self.nameLimit))
    picoseconds = max(-1, duration?.count ?? -1)
    ending = UInt32(TestOutcome.passed.rawValue)
  }

  /// Where the name is among those of the table.
  var nameRange: Range<Int> {
    let start = Int(name >> Self.nameBits)
    return start..<start + Int(name) & Self.nameLimit
  }

  /// `nil` if none is known.
  var duration: Picoseconds? { picoseconds < 0 ? nil : Picoseconds(picoseconds) }

  /// How the case ended.
  var outcome: TestOutcome { TestOutcome(rawValue: Int(ending & Self.outcomeMask)) ?? .errored }

  /// Where its details are in the table; `nil` if there are none.
  var details: Int? { ending >> Self.outcomeBits > 0 ? Int(ending >> Self.outcomeBits) - 1 : nil }

  /// - Parameter details: Where its details are in the table; `nil` if there are none.
  mutating func end(_ outcome: TestOutcome, details: Int?) {
    let place = details.map { $0 + 1 } ?? 0
    ending = UInt32(truncatingIfNeeded: place << Self.outcomeBits | outcome.rawValue)
  }

  /// Takes over the duration of the one that took longer.
  mutating func takeLonger(of left: Self, _ right: Self) {
    picoseconds = max(left.picoseconds, right.picoseconds)
  }

  /// Takes the entry over into a table that has so many bytes of names and so many details already.
  mutating func move(behindNames names: Int, details count: Int) {
    name += UInt64(names) << Self.nameBits
    if let details { end(outcome, details: details + count) }
  }
}
