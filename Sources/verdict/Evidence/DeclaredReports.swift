import Files
import VerdictModel
import VerdictPolicy
import VerdictReports

/// The reports that a policy declares under one name, where they lie.
struct DeclaredReports: Sendable {
  let declaration: ReportDeclaration
  let policy: PolicyFile
  /// Knows when files were written.
  let inputs: InputLedger

  /// How the policy has them read.
  var terms: ReadingTerms { ReadingTerms(declaration) }

  /// Looks for the files.
  func find() -> FoundReports {
    do {
      let found = try FileFinder(base: policy.directory).find(declaration.files + declaration.base)
      let beside = policy.undeclaredSwiftTests(beside: found.files, of: declaration)
      let files = (found.files + beside).sorted()
      let statuses = files.map { try? FileStatus(of: policy.path(of: $0)) }
      let sizes = Dictionary(statuses.compactMap { $0?.size }.map { ($0, 1) }, uniquingKeysWith: +)
      return FoundReports(
        reports: zip(files, statuses).map { file, status in
          let hashing = inputs.hashingReports || mayBeCopied(status, sizes)
          return FoundReports.Report(
            file: file, size: status?.size ?? 0, identity: status?.identity,
            read: { read(file, hashing: hashing) })
        }, unmatched: found.unmatched.map(\.pattern))
    } catch {
      return FoundReports(
        refusals: [(patterns: terms.files.joined(separator: ", "), reason: error.description)])
    }
  }

  /// Whether a report is perhaps a copy of another one, where those count once: then both are of the
  /// same size. Of directories that says nothing.
  ///
  /// - Parameter sizes: How many of the files have a size, in bytes.
  private func mayBeCopied(_ status: FileStatus?, _ sizes: [Int: Int]) -> Bool {
    guard declaration.shards != nil, let status else { return false }
    return status.kind == .directory || sizes[status.size, default: 0] > 1
  }

  /// What one of the files holds, with the paths that it has itself.
  private func read(_ file: String, hashing: Bool) -> CollectedReport {
    let path = policy.path(of: file)
    let format = declaration.format.flatMap { try? ReportFormats.named($0) }
    var read: [InputFile] = []
    let report = ReportFile(path: path, format: format, testVariant: declaration.variant)
    let result = report.read(hashing: hashing) { path, sha256 in
      read.append(
        InputFile(
          .report, report: declaration.id, path: WorkingDirectory.shown(path), sha256: sha256,
          modified: inputs.modified(path)))
    }
    return CollectedReport(file: file, inputs: read, result: result)
  }
}

extension ReadingTerms {
  init(_ declaration: ReportDeclaration) {
    self.init(
      files: (declaration.files + declaration.base).map(\.pattern), format: declaration.format,
      variant: declaration.variant)
  }
}
