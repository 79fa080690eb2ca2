/// The coverage of one file.
package struct FileCoverage: Sendable {
  /// Relative to the repository's root once resolved; as the report has it before.
  package var path: String
  /// Shared by all copies: those of twenty thousand files are moved and asked again and again.
  private var tables: Tables

  package init(
    path: String, lines: LineTable, branches: BranchTable, functions: BranchTable = .empty
  ) {
    self.path = path
    tables = Tables(lines: lines, branches: branches, functions: functions)
  }

  /// The coverable lines; empty if the report names the file and no line of it.
  package var lines: LineTable { tables.lines }
  /// The branch outcomes of its lines; empty if the report knows none.
  package var branches: BranchTable { tables.branches }
  /// Its functions, each an outcome that has the function's name on its first line, and was taken if
  /// the function was called; empty if the report knows none.
  package var functions: BranchTable { tables.functions }

  /// Adds what another report says of the same file; the order does not matter.
  package mutating func merge(_ other: Self) {
    tables = Tables(
      lines: lines.merged(with: other.lines), branches: branches.merged(with: other.branches),
      functions: functions.merged(with: other.functions))
  }

  /// How many of how many, in the measure's unit; 0 of 0 if the file has nothing to count.
  package func tally(_ measure: CoverageMeasure) -> Tally {
    switch measure {
    case .lines: tables.lineTally
    case .branches: tables.branchTally
    case .strict: tables.strictTally
    case .functions: tables.functionTally
    }
  }

  /// Lines that were executed although a branch of theirs was never taken, ascending.
  package var partialLines: [Int] {
    var partial: [Int] = []
    branches.forEachLine(in: lines) { line, _, isPartial in
      if isPartial { partial.append(line) }
    }
    return partial
  }

  /// Only the lines for which the test holds, with their branches, and the functions that begin
  /// there.
  package func keeping(_ isIncluded: (Int) -> Bool) -> Self {
    Self(
      path: path, lines: lines.keeping(isIncluded), branches: branches.keeping(isIncluded),
      functions: functions.keeping(isIncluded))
  }
}

extension FileCoverage: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.path == right.path && left.lines == right.lines && left.branches == right.branches
      && left.functions == right.functions
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(lines)
    hasher.combine(branches)
    hasher.combine(functions)
  }
}

extension FileCoverage {
  /// The tables and what they come to, counted once while they are at hand.
  private final class Tables: Sendable {
    let lines: LineTable
    let branches: BranchTable
    let functions: BranchTable
    let lineTally: Tally
    let branchTally: Tally
    let strictTally: Tally
    let functionTally: Tally

    init(lines: LineTable, branches: BranchTable, functions: BranchTable) {
      self.lines = lines
      self.branches = branches
      self.functions = functions
      lineTally = lines.tally
      functionTally = functions.tally
      var outcomes = Tally.none
      var partial = 0
      branches.forEachLine(in: lines) { _, tally, isPartial in
        outcomes += tally
        if isPartial { partial += 1 }
      }
      branchTally = outcomes
      strictTally = Tally(covered: lineTally.covered - partial, total: lineTally.total)
    }
  }
}

extension BranchTable {
  /// Calls with each entry of `perLine`, and whether its line ran although one of its outcomes was
  /// never taken: both tables are in order, so that one walk over both finds those.
  @inline(__always)
  fileprivate func forEachLine(
    in lines: LineTable, _ take: (_ line: Int, _ tally: Tally, _ isPartial: Bool) -> Void
  ) {
    var index = 0
    forEachLine { line, tally in
      take(line, tally, tally.missed > 0 && lines.hits(of: line, from: &index) ?? 0 > 0)
    }
  }
}
