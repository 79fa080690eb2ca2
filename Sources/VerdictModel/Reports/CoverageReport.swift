/// Coverage of a set of files, from one report or merged from many.
package struct CoverageReport: Hashable, Sendable {
  /// Sorted by path, one entry a path.
  package private(set) var files: [FileCoverage]
  /// Directories that paths may be relative to (Cobertura's `<source>`), in the report's order.
  package var roots: [String]

  /// Sorts the files and merges those with equal paths.
  package init(files: [FileCoverage], roots: [String] = []) {
    self.files = Self.unite(files)
    self.roots = roots
  }

  /// Not a single file, which is a gap and neither 0 % nor 100 %.
  package static let empty = CoverageReport(files: [])

  /// The coverage of a path; `nil` if the report does not mention it.
  package func file(at path: String) -> FileCoverage? {
    let index = files.partitioningIndex(where: { $0.path >= path })
    return index < files.count && files[index].path == path ? files[index] : nil
  }

  /// The sum over all files, so that a long file weighs more than a short one.
  package func tally(_ measure: CoverageMeasure) -> Tally {
    files.reduce(.none) { $0 + $1.tally(measure) }
  }

  /// The union: every line of either report once, its counts added up (saturating).
  package func merged(with other: Self) -> Self {
    Self(files: files + other.files, roots: [])
  }

  /// The same report under other names; files that get the same name are merged.
  package func renamingFiles(_ name: (String) -> String) -> Self {
    Self(
      files: files.map { file in
        var renamed = file
        renamed.path = name(file.path)
        return renamed
      })
  }

  private static func unite(_ files: [FileCoverage]) -> [FileCoverage] {
    if zip(files, files.dropFirst()).allSatisfy({ $0.path < $1.path }) { return files }
    var united: [FileCoverage] = []
    united.reserveCapacity(files.count)
    let sorted = files.sorted { $0.path < $1.path }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].path == sorted[start].path { end += 1 }
      united.append(merge(sorted[start..<end]))
      start = end
    }
    return united
  }

  /// Merges in halves: a file in a thousand parts is copied ten times, not a thousand times.
  private static func merge(_ parts: ArraySlice<FileCoverage>) -> FileCoverage {
    guard parts.count > 1 else { return parts[parts.startIndex] }
    let middle = parts.startIndex + parts.count / 2
    var merged = merge(parts[..<middle])
    merged.merge(merge(parts[middle...]))
    return merged
  }
}

/// The ways to count a file's coverage.
package enum CoverageMeasure: String, CaseIterable, Sendable {
  /// Lines with a count above 0 of all coverable lines.
  case lines
  /// Branch outcomes taken of those known.
  case branches
  /// Like `lines`, but a line with an untaken branch is not covered (Codecov, pycobertura).
  case strict
  /// Functions called at least once of all that the reports know.
  case functions
}

/// The coverage of one file.
package struct FileCoverage: Hashable, Sendable {
  /// Relative to the repository's root once resolved; as the report has it before.
  package var path: String
  /// The coverable lines; empty if the report names the file and no line of it.
  package var lines: LineTable
  /// The branch outcomes of its lines; empty if the report knows none.
  package var branches: BranchTable
  /// Its functions, each an outcome that has the function's name on its first line, and was taken if
  /// the function was called; empty if the report knows none.
  package var functions: BranchTable

  package init(
    path: String, lines: LineTable, branches: BranchTable, functions: BranchTable = .empty
  ) {
    self.path = path
    self.lines = lines
    self.branches = branches
    self.functions = functions
  }

  /// Adds what another report says of the same file; the order does not matter.
  package mutating func merge(_ other: Self) {
    lines = lines.merged(with: other.lines)
    branches = branches.merged(with: other.branches)
    functions = functions.merged(with: other.functions)
  }

  /// How many of how many, in the measure's unit; 0 of 0 if the file has nothing to count.
  package func tally(_ measure: CoverageMeasure) -> Tally {
    switch measure {
    case .lines: return lines.tally
    case .branches: return branches.tally
    case .strict:
      var partial = 0
      forEachPartialLine { _ in partial += 1 }
      return Tally(covered: lines.tally.covered - partial, total: lines.count)
    case .functions: return functions.tally
    }
  }

  /// Lines that were executed although a branch of theirs was never taken, ascending.
  package var partialLines: [Int] {
    var partial: [Int] = []
    forEachPartialLine { partial.append($0) }
    return partial
  }

  /// Lines and branches are both in order, so that one walk over both finds them.
  @inline(__always)
  private func forEachPartialLine(_ take: (Int) -> Void) {
    var index = 0
    branches.forEachLine { line, tally in
      if tally.missed > 0, lines.hits(of: line, from: &index) ?? 0 > 0 { take(line) }
    }
  }

  /// Only the lines for which the test holds, with their branches, and the functions that begin
  /// there.
  package func keeping(_ isIncluded: (Int) -> Bool) -> Self {
    Self(
      path: path, lines: lines.keeping(isIncluded), branches: branches.keeping(isIncluded),
      functions: functions.keeping(isIncluded))
  }
}
