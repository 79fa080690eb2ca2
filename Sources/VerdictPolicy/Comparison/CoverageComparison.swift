package import VerdictModel

extension CoverageComparison {
  /// Compares line coverage, file by file and in all. A file that was renamed is one entry.
  ///
  /// - Parameter change: What happened since the version that `before` is of; `nil` if it is not
  ///   known.
  package init(before: CoverageReport, after: CoverageReport, change: ChangeSet? = nil) {
    func categories(_ measure: CoverageMeasure) -> FileCategories? {
      change.map { FileCategories(measure, before: before, after: after, change: $0) }
    }
    let (lines, branches) = (categories(.lines), categories(.branches))
    let touched = change.map { Set($0.files.map(\.path)) }
    let renames = change?.renames ?? [:]
    // A file that is gone may have left its name to another one, which comes first.
    var old = before.files.map { (path: renames[$0.path] ?? $0.path, file: $0) }
      .sorted {
        ($0.path, $0.path == $0.file.path ? 1 : 0) < ($1.path, $1.path == $1.file.path ? 1 : 0)
      }[...]
    var new = after.files[...]
    var files: [File] = []
    // Both are sorted by path: a merge meets each path once, and twice that of a file that is gone.
    while let path = [old.first?.path, new.first?.path].compactMap(\.self).min() {
      let past = old.first?.path == path ? old.removeFirst() : nil
      let present = new.first?.path == path ? new.removeFirst() : nil
      let isFirst = files.last?.path != path
      let file = File(
        path: path, oldPath: past.map(\.file.path).flatMap { $0 == path ? nil : $0 },
        before: past?.file.tally(.lines), after: present?.tally(.lines),
        lines: isFirst ? lines?.files[path] : nil,
        branches: isFirst ? branches?.files[path] : nil, isTouched: touched?.contains(path))
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
