import VerdictModel

/// Branches as a baseline writes them, `6:1/2 9:0+,1-`, and line numbers as older ones have them,
/// `1-40,43-60`.
enum LineText {
  /// - Throws: `CorruptValue` unless the ranges are of lines ≥ 1, ascend and do not overlap.
  static func lines(_ text: String) throws(CorruptValue) -> LineRanges {
    var ranges: [ClosedRange<Int>] = []
    var scanner = PartScanner(text, separator: ",")
    while scanner.next() {
      guard let first = scanner.number(), let last = scanner.take("-") ? scanner.number() : first,
        scanner.isAtEnd, first >= 1, first <= last, first > ranges.last?.upperBound ?? 0
      else {
        throw CorruptValue(
          "cannot read '\(scanner.part)', expected ascending lines such as '1-40,43'")
      }
      ranges.append(Int(first)...Int(last))
    }
    return LineRanges(ranges: ranges)
  }

  /// A line at a time: how many outcomes were taken of how many known, where a report only counts
  /// them, then each outcome that a report names, in base 36, with `+` if it was taken and `-` if
  /// not. Summing up what is named would lose which outcomes another report adds.
  static func text(of branches: BranchTable) -> String {
    let counted = branches.counted.map { (line: $0.line, text: "\($0.taken)/\($0.known)") }
    let named = branches.named.map { outcome in
      (line: outcome.line, text: String(outcome.name, radix: 36) + (outcome.taken ? "+" : "-"))
    }
    return Dictionary(grouping: counted + named, by: \.line).sorted { $0.key < $1.key }
      .map { line, outcomes in "\(line):" + outcomes.map(\.text).joined(separator: ",") }
      .joined(separator: " ")
  }

  /// - Throws: `CorruptValue` unless lines are ≥ 1 and ascend, no more outcomes are taken than
  ///   known, and the names of a line ascend.
  static func branches(_ text: String) throws(CorruptValue) -> BranchTable {
    var named: [BranchTable.Named] = []
    var counted: [BranchTable.Counted] = []
    var lastLine: UInt32 = 0
    var scanner = PartScanner(text, separator: " ")
    while scanner.next() {
      guard let line = scanner.number(), line > lastLine, scanner.take(":"),
        takeOutcomes(of: line, from: &scanner, &named, &counted)
      else {
        throw CorruptValue(
          "cannot read '\(scanner.part)', expected ascending lines such as '6:1/2 9:0+,1-'")
      }
      lastLine = line
    }
    return BranchTable(named: named, counted: counted)
  }

  /// - Returns: Whether the rest of the part is well formed.
  private static func takeOutcomes(
    of line: UInt32, from scanner: inout PartScanner, _ named: inout [BranchTable.Named],
    _ counted: inout [BranchTable.Counted]
  ) -> Bool {
    if let (taken, known) = scanner.pair(separatedBy: "/") {
      guard taken <= known else { return false }
      counted.append(BranchTable.Counted(line: line, taken: taken, known: known))
      if scanner.isAtEnd { return true }
      guard scanner.take(",") else { return false }
    }
    var lastName: UInt32?
    repeat {
      guard let name = scanner.number(radix: 36), name <= maxName,
        lastName.map({ $0 < name }) ?? true
      else { return false }
      let taken = scanner.take("+")
      guard taken || scanner.take("-") else { return false }
      named.append(BranchTable.Named(line: line, name: UInt64(name), taken: taken))
      lastName = name
    } while scanner.take(",")
    return scanner.isAtEnd
  }

  /// What a name of 31 bits can be at most.
  static let maxName = UInt32.max >> 1
}
