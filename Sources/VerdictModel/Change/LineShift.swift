/// Where the lines of one commit are in a later one.
package struct LineShift: Sendable {
  /// A file that both commits have.
  struct File: Hashable, Sendable {
    var oldPath: String
    var path: String
    /// In the order of lines, without context.
    var hunks: [HunkHeader]
  }

  private let files: [String: File]

  /// Reads the diff between the two.
  ///
  /// - Parameter bytes: What `git diff --unified=0` prints: lines of context would be taken for
  ///   changed ones.
  package init(parsing bytes: [UInt8]) throws(DiffError) {
    var parser = UnifiedDiffParser()
    _ = try parser.files(of: bytes)
    files = Dictionary(
      parser.shifts.map { ($0.oldPath, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The path of a file in the later commit; the same if it was not renamed, or is gone.
  package func path(of path: String) -> String { files[path]?.path ?? path }

  /// The number of a line in the later commit. A line that was changed is taken for the one in its
  /// place, or before it, if there is none.
  package func line(_ line: Int, of path: String) -> Int {
    guard let hunks = files[path]?.hunks else { return line }
    // The last hunk that begins at the line or before it.
    var low = 0
    var high = hunks.count
    while low < high {
      let middle = (low + high) / 2
      if hunks[middle].firstOldLine <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return line }
    let hunk = hunks[low - 1]
    let offset = line - hunk.firstOldLine
    if offset >= hunk.oldCount { return hunk.firstNewLine + hunk.newCount + offset - hunk.oldCount }
    return max(1, hunk.firstNewLine + min(offset, hunk.newCount - 1))
  }
}

extension HunkHeader {
  /// The first line that is gone; without any the first one after the place.
  fileprivate var firstOldLine: Int { oldCount == 0 ? oldStart + 1 : oldStart }

  /// The first line that came; without any the first one after the place.
  fileprivate var firstNewLine: Int { newCount == 0 ? newStart + 1 : newStart }
}

extension Evidence {
  /// The same with what a later commit calls its files, and findings where they are in it. Coverage
  /// keeps its lines: a line that is gone was measured all the same.
  package func shifted(by shift: LineShift) -> Evidence {
    Evidence(
      parts: parts.map { part in
        var part = part
        part.content.coverage = part.content.coverage?.renamingFiles(shift.path)
        part.content.findings?.shift(by: shift)
        return part
      })
  }
}

extension FindingsReport {
  fileprivate mutating func shift(by shift: LineShift) {
    for index in findings.indices {
      guard let old = findings[index].location else { continue }
      findings[index].location = FindingLocation(
        path: shift.path(of: old.path), line: old.line.map { shift.line($0, of: old.path) },
        column: old.column, endLine: old.endLine.map { shift.line($0, of: old.path) },
        endColumn: old.endColumn)
    }
  }
}
