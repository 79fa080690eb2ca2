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
      return FoundReports(
        reports: (found.files + beside).sorted().map { file in
          FoundReports.Report(
            file: file, size: (try? FileStatus(of: policy.path(of: file))?.size) ?? 0,
            read: { read(file) })
        }, unmatched: found.unmatched.map(\.pattern))
    } catch {
      return FoundReports(
        refusals: [(patterns: terms.files.joined(separator: ", "), reason: error.description)])
    }
  }

  /// What one of the files holds, with the paths that it has itself.
  private func read(_ file: String) -> CollectedReport {
    let path = policy.path(of: file)
    let format = declaration.format.flatMap { try? ReportFormats.named($0) }
    var read: [InputFile] = []
    let report = ReportFile(path: path, format: format, testVariant: declaration.variant)
    let result = report.read(hashing: inputs.hashingReports) { path, sha256 in
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
