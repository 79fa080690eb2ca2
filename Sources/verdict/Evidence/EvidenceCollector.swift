import Files
import VerdictModel
import VerdictPolicy
import VerdictReports

/// Finds and reads the reports that a policy declares, several at a time.
struct EvidenceCollector {
  let policy: PolicyFile
  /// The repository's files; `nil` if unknown.
  let files: [String]?

  /// Reads everything. What is not there or cannot be read is a gap in the evidence, never an error.
  func collect() async -> Evidence {
    let known = files.map { KnownFiles($0) }
    let parts = await withTaskGroup(of: EvidencePart.self) { group in
      for declaration in policy.policy.reports {
        let found = find(declaration)
        group.addTask { part(of: declaration, found) }
        let resolver = PathResolver(strip: declaration.strip, repositoryFiles: known)
        for file in found.files {
          group.addTask { part(of: declaration, file, resolver) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return Evidence(parts: parts)
  }

  /// Files of a declaration, or why they could not be looked for.
  private struct Found {
    var files: [String]
    var failure: String?
  }

  private func find(_ declaration: ReportDeclaration) -> Found {
    do {
      return Found(
        files: try FileFinder(base: policy.directory).find(declaration.files))
    } catch {
      return Found(files: [], failure: error.description)
    }
  }

  /// What can be said of a declaration before any of its files is read.
  private func part(of declaration: ReportDeclaration, _ found: Found) -> EvidencePart {
    var gaps: [EvidenceGap] = []
    let patterns = declaration.files.map(\.pattern)
    if let failure = found.failure {
      gaps.append(.unreadable(file: patterns.joined(separator: ", "), reason: failure))
    } else if found.files.isEmpty {
      gaps.append(.missing(patterns: patterns))
    } else if let shards = declaration.shards, found.files.count < shards {
      gaps.append(.incomplete(reason: "\(found.files.count) of \(shards) shards"))
    }
    return EvidencePart(
      id: declaration.id, sources: [], gaps: gaps, content: EvidenceContent())
  }

  /// What one file of a declaration holds.
  private func part(
    of declaration: ReportDeclaration, _ file: String, _ resolver: PathResolver
  )
    -> EvidencePart
  {
    var part = EvidencePart(id: declaration.id, sources: [], gaps: [], content: EvidenceContent())
    let format = declaration.format.flatMap { try? ReportFormats.named($0) }
    switch ReportFile(path: policy.path(of: file), format: format).read() {
    case .failure(let error):
      part.gaps = [.unreadable(file: file, reason: error.description)]
    case .success(let raw):
      let report = raw.resolvingPaths(with: resolver)
      part.sources = [EvidenceSource(file: file, format: report.format, notices: report.notices)]
      part.content = EvidenceContent(report.content)
      part.gaps = report.incomplete.map { .incomplete(reason: "\(file): \($0)") }
      if let damage = report.damage {
        part.gaps.append(.unreadable(file: file, reason: damage.description))
      } else if report.content.isEmpty {
        part.gaps.append(.empty(file: file))
      }
    }
    return part
  }
}
