import Files
import VerdictModel

/// Reads the source that findings are in, so that they are known again when the lines around them
/// move.
struct FlaggedSource {
  let repository: Repository
  let inputs: InputLedger

  /// The same evidence with what stands at each finding.
  ///
  /// - Parameter baseline: Nothing is read unless it has such contexts too: there would be nothing
  ///   to compare them with.
  func read(for evidence: Evidence, besides baseline: Baseline?) -> Evidence {
    baseline?.evidence.hasSourceContexts == true ? read(for: evidence) : evidence
  }

  /// The same evidence with what stands at each finding.
  func read(for evidence: Evidence) -> Evidence {
    evidence.addingSourceContexts(text)
  }

  /// The text of a file of the repository; `nil` if it cannot be read, or is not below the working
  /// directory: what a verdict rests on has to have a name that means the same everywhere.
  private func text(of path: String) -> SourceText? {
    let file = repository.git.map { "\($0.root)/\(path)" } ?? path
    let shown = WorkingDirectory.shown(file)
    guard !shown.hasPrefix("/"), !shown.hasPrefix(WorkingDirectory.elsewhere),
      let bytes = try? inputs.contents(of: shown, as: .source, limit: Self.maxSize)
    else { return nil }
    return SourceText(bytes)
  }

  /// People do not write longer files, and what programs write is seldom flagged.
  private static let maxSize = 8 * 1024 * 1024
}
