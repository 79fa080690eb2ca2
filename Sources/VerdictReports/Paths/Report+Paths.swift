package import VerdictModel

extension Report {
  /// The same report with the repository's paths; what could not be resolved is a notice.
  package func resolvingPaths(with resolver: PathResolver) -> Report {
    var resolved = self
    var tracker = ResolutionTracker(resolver: resolver)
    switch content {
    case .coverage(let coverage):
      resolved.content = .coverage(
        coverage.renamingFiles { tracker.resolve($0, roots: coverage.roots) })
    case .findings(var findings):
      for index in findings.findings.indices {
        guard let path = findings.findings[index].location?.path else { continue }
        findings.findings[index].location?.path = tracker.resolve(path, roots: [])
      }
      resolved.content = .findings(findings)
    case .tests, .benchmarks:
      return self
    }
    resolved.notices += tracker.notices
    return resolved
  }
}

/// Resolves each path once and counts what could not be.
private struct ResolutionTracker {
  let resolver: PathResolver
  private var seen: [String: PathResolver.Resolution] = [:]

  init(resolver: PathResolver) {
    self.resolver = resolver
  }

  mutating func resolve(_ path: String, roots: [String]) -> String {
    if let known = seen[path] { return known.path }
    let resolution = resolver.resolve(path, roots: roots)
    seen[path] = resolution
    return resolution.path
  }

  var notices: [Notice] {
    var unresolved: [String] = []
    var ambiguous: [(path: String, candidates: [String])] = []
    for resolution in seen.values {
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
          "\(unresolved.count) of \(seen.count) paths are no files of the repository, "
            + "such as '\(example)'"))
    }
    if let example = ambiguous.min(by: { $0.path < $1.path }) {
      notices.append(
        Notice(
          "\(ambiguous.count) of \(seen.count) paths could mean several files, such as "
            + "'\(example.path)': \(example.candidates.prefix(3).joined(separator: ", "))"))
    }
    return notices
  }
}
