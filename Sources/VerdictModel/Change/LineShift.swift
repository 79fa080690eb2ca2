/// Where the files and lines of one commit are in a later one.
package struct LineShift: Sendable {
  /// By the path in the earlier commit; only files that both have.
  private let files: [String: (path: String, lines: LineMap)]

  /// - Parameter change: What happened from the one to the other.
  package init(_ change: ChangeSet) {
    let kept = change.files.filter { $0.kind == .modified || $0.kind == .renamed }
    files = Dictionary(
      kept.map { ($0.oldPath ?? $0.path, ($0.path, LineMap($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The path of a file in the later commit; the same if it was not renamed, or is gone.
  package func path(of path: String) -> String { files[path]?.path ?? path }

  /// The number of a line in the later commit. A line that was changed is taken for the one in its
  /// place, or before it, if there is none.
  package func line(_ line: Int, of path: String) -> Int {
    files[path]?.lines.place(of: line) ?? line
  }
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
