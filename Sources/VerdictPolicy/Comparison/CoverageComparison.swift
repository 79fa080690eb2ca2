package import VerdictModel

extension CoverageComparison {
  /// Compares line coverage, file by file and in all.
  package init(before: CoverageReport, after: CoverageReport) {
    var files: [File] = []
    var old = before.files[...]
    var new = after.files[...]
    // Both are sorted by path: a merge meets each path once.
    while let path = [old.first?.path, new.first?.path].compactMap(\.self).min() {
      let file = File(
        path: path,
        before: old.first?.path == path ? old.removeFirst().tally(.lines) : nil,
        after: new.first?.path == path ? new.removeFirst().tally(.lines) : nil)
      if file.before != file.after { files.append(file) }
    }
    self.init(before: before.tally(.lines), after: after.tally(.lines), files: files)
  }
}
