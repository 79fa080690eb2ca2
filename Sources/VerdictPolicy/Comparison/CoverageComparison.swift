package import VerdictModel

extension CoverageComparison {
  /// Compares line coverage, file by file and in all.
  ///
  /// - Parameter change: What happened since the version that `before` is of; `nil` if it is not
  ///   known.
  package init(before: CoverageReport, after: CoverageReport, change: ChangeSet? = nil) {
    func categories(_ measure: CoverageMeasure) -> FileCategories? {
      change.map { FileCategories(measure, before: before, after: after, change: $0) }
    }
    let (lines, branches) = (categories(.lines), categories(.branches))
    var files: [File] = []
    var old = before.files[...]
    var new = after.files[...]
    // Both are sorted by path: a merge meets each path once.
    while let path = [old.first?.path, new.first?.path].compactMap(\.self).min() {
      let file = File(
        path: path,
        before: old.first?.path == path ? old.removeFirst().tally(.lines) : nil,
        after: new.first?.path == path ? new.removeFirst().tally(.lines) : nil,
        lines: lines?.files[path], branches: branches?.files[path])
      if file.before != file.after || file.lines?.isUnchanged == false
        || file.branches?.isUnchanged == false
      {
        files.append(file)
      }
    }
    self.init(
      before: before.tally(.lines), after: after.tally(.lines), files: files,
      lines: lines?.total, branches: branches?.total)
  }
}
