import VerdictModel
import VerdictPolicy

/// What the jobs of a pipeline left behind, to be judged instead of the reports themselves.
struct CollectedJobs: Sendable {
  /// In any order, each job once.
  let jobs: [JobEvidence]

  /// What all jobs together have of a declaration. A pattern is unmatched if no job has a file that
  /// matches it; a file that several jobs found, such as one of the repository, is one report.
  func find(_ declaration: ReportDeclaration) -> FoundReports {
    let parts = jobs.compactMap { job in job.parts.first { $0.id == declaration.id } }
    var found = FoundReports()
    found.unmatched = (declaration.files + declaration.base).map(\.pattern).filter { pattern in
      parts.allSatisfy { $0.unmatched.contains(pattern) }
    }
    found.refusals = Set(parts.compactMap(\.refusal)).sorted().map { reason in
      (patterns: declaration.files.map(\.pattern).joined(separator: ", "), reason: reason)
    }
    var known: Set<Content> = []
    for report in parts.flatMap(\.reports) where known.insert(Content(report)).inserted {
      found.reports.append(FoundReports.Report(file: report.file, size: 0) { report })
    }
    found.reports.sort { $0.file < $1.file }
    found.missingJobs = declaration.jobs.compactMap { name in
      guard let job = jobs.first(where: { $0.job == name }) else {
        return "job '\(name)' left no evidence"
      }
      let hasSome = job.parts.contains { $0.id == declaration.id && !$0.reports.isEmpty }
      return hasSome ? nil : "job '\(name)' has none of it"
    }
    return found
  }

  /// What makes two reports of two jobs the same one.
  private struct Content: Hashable {
    var file: String
    /// With their digests.
    var inputs: Set<String>

    init(_ report: CollectedReport) {
      file = report.file
      // What could not be read to its end is like nothing else.
      inputs = Set(report.inputs.map { "\($0.path) \($0.sha256 ?? $0.evidence ?? "")" })
    }
  }
}
