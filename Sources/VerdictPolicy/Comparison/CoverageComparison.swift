package import VerdictModel

extension CoverageComparison {
  /// Compares line coverage, file by file and in all.
  ///
  /// - Parameter change: What happened since the version that `before` is of; `nil` if it is not
  ///   known.
  package init(before: CoverageReport, after: CoverageReport, change: ChangeSet? = nil) {
    let categories = change.map { FileCategories(before: before, after: after, change: $0) }
    var files: [File] = []
    var old = before.files[...]
    var new = after.files[...]
    // Both are sorted by path: a merge meets each path once.
    while let path = [old.first?.path, new.first?.path].compactMap(\.self).min() {
      let file = File(
        path: path,
        before: old.first?.path == path ? old.removeFirst().tally(.lines) : nil,
        after: new.first?.path == path ? new.removeFirst().tally(.lines) : nil,
        lines: categories?.lines[path], branches: categories?.branches[path])
      if file.before != file.after || file.lines?.isUnchanged == false
        || file.branches?.isUnchanged == false
      {
        files.append(file)
      }
    }
    self.init(
      before: before.tally(.lines), after: after.tally(.lines), files: files,
      lines: categories.map { Self.sum($0.lines) },
      branches: categories.map { Self.sum($0.branches) })
  }

  private static func sum(_ files: [String: CoverageCategories]) -> CoverageCategories {
    files.values.reduce(into: CoverageCategories()) { $0 += $1 }
  }
}
