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

  private static func unite(_ files: consuming [FileCoverage]) -> [FileCoverage] {
    if files.isStrictlyAscending { return files }
    files.sort { $0.path < $1.path }
    if files.isStrictlyAscending { return files }
    var united: [FileCoverage] = []
    var start = 0
    while start < files.count {
      var end = start + 1
      while end < files.count, files[end].path == files[start].path { end += 1 }
      united.append(merge(files[start..<end]))
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

extension [FileCoverage] {
  fileprivate var isStrictlyAscending: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1].path < self[$0].path }
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
