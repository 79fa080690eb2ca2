package import VerdictModel

extension Report {
  /// The same report with the repository's paths; what could not be resolved is a notice.
  package func resolvingPaths(with resolver: PathResolver) -> Report {
    var resolved = self
    switch content {
    case .coverage(let coverage):
      let paths = PathTable(coverage.files.map(\.path), roots: coverage.roots, resolver)
      resolved.content = .coverage(coverage.renamingFiles(paths.path))
      resolved.notices += paths.notices
    case .findings(var findings):
      let paths = PathTable(findings.findings.compactMap(\.location?.path), roots: [], resolver)
      for index in findings.findings.indices {
        guard let path = findings.findings[index].location?.path else { continue }
        let resolved = paths.path(of: path)
        if resolved != path { findings.findings[index].location?.path = resolved }
      }
      resolved.content = .findings(findings)
      resolved.notices += paths.notices
    case .tests(var tests):
      // Where tests stand is shown and never judged, so nobody need be told what is not known.
      let paths = PathTable(tests.cases.details.compactMap(\.file), roots: [], resolver)
      tests.cases.mapDetails { details in
        details.file.map { details.inFile(paths.path(of: $0)) } ?? details
      }
      resolved.content = .tests(tests)
    case .benchmarks, .facts: break
    }
    return resolved
  }
}

/// What each path of one report means.
private struct PathTable {
  private var resolutions: [String: PathResolver.Resolution] = [:]

  init(_ paths: [String], roots: [String], _ resolver: PathResolver) {
    for path in paths where resolutions[path] == nil {
      resolutions[path] = resolver.resolve(path, roots: roots)
    }
    forgetNestedRoots()
  }

  func path(of path: String) -> String { resolutions[path]?.path ?? path }

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
