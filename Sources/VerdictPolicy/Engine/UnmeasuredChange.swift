import VerdictModel

/// Changed files that coverage reports say nothing about.
extension ChangeSet {
  /// Files with new lines that no report mentions although it mentions others of their extension,
  /// sorted. Files of other kinds (texts, settings) have no coverage to miss.
  func filesWithoutCoverage(in coverage: CoverageReport?) -> [String] {
    let known = Set(coverage?.files.map(\.path) ?? [])
    let extensions = Set(known.compactMap(\.fileExtension))
    return files.filter { file in
      file.kind != .deleted && !file.added.isEmpty && !known.contains(file.path)
        && file.path.fileExtension.map(extensions.contains) == true
    }.map(\.path)
  }

  /// The files among them that should have been measured: they lie beside or below measured ones,
  /// or a report has them under another path. What is left are files that nobody measures, such as
  /// the tests themselves.
  func unmeasuredFiles(in coverage: CoverageReport?) -> [String] {
    let measured = coverage?.files.map(\.path) ?? []
    let directories = Set(measured.map(\.directory))
    return filesWithoutCoverage(in: coverage).filter { path in
      directories.contains(path.directory) || path.ancestors.contains(where: directories.contains)
        || measured.contains { $0.hasSuffix("/" + path) || path.hasSuffix("/" + $0) }
    }
  }
}

extension String {
  /// What follows the last point of the last path part; `nil` if there is none.
  fileprivate var fileExtension: Substring? {
    let name = split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    return name[name.index(after: point)...]
  }

  /// The path without its last part; empty at the top level.
  fileprivate var directory: String {
    lastIndex(of: "/").map { String(self[..<$0]) } ?? ""
  }

  /// The directories that the path is in, innermost first.
  fileprivate var ancestors: [String] {
    var ancestors: [String] = []
    var directory = directory
    while !directory.isEmpty {
      ancestors.append(directory)
      directory = directory.directory
    }
    return ancestors
  }
}
