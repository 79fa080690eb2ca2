package import VerdictModel

extension Report {
  /// Gives the report the repository's paths; what could not be resolved is a notice.
  package mutating func resolvePaths(with resolver: PathResolver) {
    switch content {
    case .coverage(let coverage):
      let paths = PathTable(coverage.files.map(\.path), roots: coverage.roots, resolver)
      content = .coverage(coverage.renamingFiles(paths.path))
      notices += paths.notices
    case .findings(var report):
      // Nobody else holds the findings then, so that they are not copied to be changed.
      content = .findings(.empty)
      notices += report.resolvePaths(with: resolver)
      content = .findings(report)
    case .tests(var tests):
      // Where tests stand is shown and never judged, so nobody need be told what is not known.
      let paths = PathTable(tests.cases.details.compactMap(\.file), roots: [], resolver)
      content = .tests(.empty)
      tests.cases.mapDetails { details in
        details.file.map { details.inFile(paths.path(of: $0)) } ?? details
      }
      content = .tests(tests)
    case .benchmarks, .facts: break
    }
  }
}

extension FindingsReport {
  /// - Returns: What could not be resolved.
  fileprivate mutating func resolvePaths(with resolver: PathResolver) -> [Notice] {
    let paths = PathTable(distinctPaths, roots: [], resolver)
    if paths.changesSome {
      for index in findings.indices {
        guard let path = findings[index].location?.path else { continue }
        let resolved = paths.path(of: path)
        if resolved != path { findings[index].location?.path = resolved }
      }
    }
    return paths.notices
  }

  private var distinctPaths: Set<String> {
    // Looked at in place: to copy findings takes longer than to resolve their paths.
    let findings = findings.span
    var paths: Set<String> = []
    for index in findings.indices {
      if let path = findings[index].location?.path { paths.insert(path) }
    }
    return paths
  }
}

/// What each path of one report means.
private struct PathTable {
  private var resolutions: [String: PathResolver.Resolution] = [:]

  init(_ paths: some Sequence<String>, roots: [String], _ resolver: PathResolver) {
    for path in paths where resolutions[path] == nil {
      resolutions[path] = resolver.resolve(path, roots: roots)
    }
    forgetNestedRoots()
  }

  func path(of path: String) -> String { resolutions[path]?.path ?? path }

  /// Whether any path is another one in the repository.
  var changesSome: Bool { resolutions.contains { $0.value.path != $0.key } }

  /// All absolute paths of a report begin with the same checkout. One for which more would have to
  /// be cut off, such as a package inside of it, is another file that happens to end alike.
  private mutating func forgetNestedRoots() {
    var roots: [String: String] = [:]
    for (path, resolution) in resolutions {
      guard case .resolved(let file) = resolution, path.hasSuffix("/" + file) else { continue }
      roots[path] = String(path.dropLast(file.count))
    }
    let all = Set(roots.values)
    for (path, root) in roots where all.contains(where: { $0 != root && root.hasPrefix($0) }) {
      resolutions[path] = .unresolved(path)
    }
  }

  var notices: [Notice] {
    var unresolved: [String] = []
    var ambiguous: [(path: String, candidates: [String])] = []
    for resolution in resolutions.values {
      switch resolution {
      case .resolved: continue
      case .unresolved(let path): unresolved.append(path)
      case .ambiguous(let path, let candidates): ambiguous.append((path, candidates))
      }
    }
    var notices: [Notice] = []
    if let example = unresolved.min() {
      notices.append(
        Notice(
          "\(unresolved.count) of \(resolutions.count) paths are no files of the repository, "
            + "such as '\(example)'"))
    }
    if let example = ambiguous.min(by: { $0.path < $1.path }) {
      notices.append(
        Notice(
          "\(ambiguous.count) of \(resolutions.count) paths could mean several files, such as "
            + "'\(example.path)': \(example.candidates.prefix(3).joined(separator: ", "))"))
    }
    return notices
  }
}
