import VerdictModel

/// Line numbers and branches as a baseline writes them: `1-40,43-60` and `6:1/2 9:2/2`.
enum LineText {
  static func text(of lines: LineRanges) -> String {
    lines.ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ",")
  }

  /// - Throws: `CorruptValue` unless the ranges are of lines ≥ 1, ascend and do not overlap.
  static func lines(_ text: String) throws(CorruptValue) -> LineRanges {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(number)
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first >= 1, first <= last, first > ranges.last?.upperBound ?? 0
      else {
        throw CorruptValue("cannot read '\(part)', expected ascending lines such as '1-40,43'")
      }
      ranges.append(Int(first)...Int(last))
    }
    return LineRanges(ranges: ranges)
  }

  static func text(of branches: BranchTable) -> String {
    branches.perLine.map { "\($0.line):\($0.tally.covered)/\($0.tally.total)" }
      .joined(separator: " ")
  }

  /// - Throws: `CorruptValue` unless lines are ≥ 1 and ascend and no more outcomes are taken than known.
  static func branches(_ text: String) throws(CorruptValue) -> BranchTable {
    var entries: [BranchTable.Counted] = []
    for part in text.split(separator: " ", omittingEmptySubsequences: false) where !text.isEmpty {
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
        .flatMap { $0.split(separator: "/", omittingEmptySubsequences: false) }.map(number)
      guard numbers.count == 3, let line = numbers[0], let taken = numbers[1],
        let known = numbers[2], part == "\(line):\(taken)/\(known)",
        line >= 1, taken <= known, line > entries.last?.line ?? 0
      else { throw CorruptValue("cannot read '\(part)', expected ascending lines such as '6:1/2'") }
      entries.append(BranchTable.Counted(line: line, taken: taken, known: known))
    }
    return BranchTable(named: [], counted: entries)
  }

  /// Digits only: `UInt32` itself would take a sign.
  private static func number(_ text: Substring) -> UInt32? {
    text.first == "+" ? nil : UInt32(text)
  }
}
