import Files
import VerdictModel
import VerdictPolicy
import VerdictReports

/// Finds and reads the reports that a policy declares, several at a time.
struct EvidenceCollector {
  let policy: PolicyFile
  /// The files that reports may speak of; `nil` if unknown.
  let files: KnownFiles?
  /// The commit that reports must not be older than; `nil` if there is none.
  let commit: MeasuredCommit?
  let inputs: InputLedger

  /// Reads everything. What is not there or cannot be read is a gap in the evidence, never an
  /// error.
  func collect() async -> Evidence {
    var parts: [EvidencePart] = []
    var reports: [Reading] = []
    for declaration in policy.policy.reports {
      let found = find(declaration)
      parts.append(
        EvidencePart(
          id: declaration.id, sources: [], gaps: found.gaps, content: EvidenceContent()))
      let resolver = PathResolver(strip: declaration.strip, repositoryFiles: files)
      for file in found.files {
        let size = try? FileStatus(of: policy.path(of: file))?.size
        reports.append(
          Reading(declaration: declaration, file: file, resolver: resolver, size: size ?? 0))
      }
    }
    // The largest first: whatever was begun last should not take longest.
    reports.sort { $0.size > $1.size }
    let read = await withTaskGroup(of: EvidencePart.self) { group in
      for report in reports {
        group.addTask { part(of: report.declaration, report.file, report.resolver) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return Evidence(parts: parts + read)
  }

  /// A report that is to be read.
  private struct Reading {
    let declaration: ReportDeclaration
    let file: String
    let resolver: PathResolver
    /// In bytes; of a directory it says nothing.
    let size: Int
  }

  /// The files of a declaration, and what is missing of them.
  private func find(_ declaration: ReportDeclaration) -> (files: [String], gaps: [EvidenceGap]) {
    do {
      let found = try FileFinder(base: policy.directory).find(declaration.files)
      return (found.files, gaps(in: declaration, found.files, unmatched: found.unmatched))
    } catch {
      let patterns = declaration.files.map(\.pattern).joined(separator: ", ")
      return ([], [.unreadable(file: patterns, reason: error.description)])
    }
  }

  /// Every pattern stands for a report: one that matches nothing is a report that is not there.
  private func gaps(
    in declaration: ReportDeclaration, _ files: [String], unmatched: [Glob]
  ) -> [EvidenceGap] {
    var gaps: [EvidenceGap] = []
    if !unmatched.isEmpty, files.isEmpty || !declaration.isOptional {
      gaps.append(.missing(patterns: unmatched.map(\.pattern)))
    }
    if let shards = declaration.shards, !files.isEmpty, files.count < shards {
      gaps.append(.missingShards(found: files.count, expected: shards))
    }
    return gaps
  }

  /// What one file of a declaration holds.
  private func part(
    of declaration: ReportDeclaration, _ file: String, _ resolver: PathResolver
  ) -> EvidencePart {
    var part = EvidencePart(id: declaration.id, sources: [], gaps: [], content: EvidenceContent())
    let format = declaration.format.flatMap { try? ReportFormats.named($0) }
    let path = policy.path(of: file)
    var read: [InputFile] = []
    let reportFile = ReportFile(path: path, format: format, testVariant: declaration.variant)
    let result = reportFile.read { path, sha256 in
      read.append(
        InputFile(
          .report, report: declaration.id, path: WorkingDirectory.shown(path), sha256: sha256,
          modified: inputs.modified(path)))
    }
    var timesMatter = false
    defer { inputs.note(read, withTimes: timesMatter) }
    switch result {
    case .failure(let error):
      let words = declaration.isRedacted ? error.redacted.description : error.description
      part.gaps = [.unreadable(file: file, reason: words)]
    case .success(var report):
      report.resolvePaths(with: resolver)
      if declaration.isRedacted { report = report.redacted }
      let written = read.compactMap(\.modified).max()
      let created = [report.created, written].compactMap(\.self).min()
      let isAgeJudged = commit != nil || declaration.maxAge != nil
      timesMatter = isAgeJudged && created != report.created
      part.sources = [
        EvidenceSource(
          file: file, format: report.format, notices: report.notices, created: created)
      ]
      part.gaps = report.incomplete.map { .incomplete(reason: "\(file): \($0)") }
      if let damage = report.damage {
        part.gaps.append(.unreadable(file: file, reason: damage.description))
      } else if report.content.isEmpty {
        part.gaps.append(.empty(file: file))
      }
      // The report is given away, and the content sorted here, where several files are at it at a
      // time, and without a copy.
      part.content = EvidenceContent(of: report)
      part.content.sort()
    }
    return part
  }
}
