import ArgumentParser
import VerdictBaseline
import VerdictModel
import VerdictRendering

/// `verdict baseline show`.
struct ShowBaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Says what the baseline holds.",
    discussion: """
      Where the store keeps an entry for each commit, that is the one of the nearest
      ancestor that has one.

      EXAMPLES
        verdict baseline show
        verdict baseline show origin/main
        verdict baseline show --baseline .verdict/baseline.json
      """)

  @Argument(help: ArgumentHelp("A commit, instead of what is checked out.", valueName: "rev"))
  var revision: String?

  @OptionGroup var files: PolicyOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location = try await files.baselineLocation()
      let commit = try await revision.commit(around: PolicyFile.directory(of: files.policy))
      guard let baseline = try await location.load(for: commit) else {
        let hint = location.absence.map { ": \($0)" } ?? ""
        throw NoDecision(
          location.name, "there is no baseline, make one with verdict baseline save\(hint)")
      }
      try StandardOutput.write(BaselineText.render(baseline, options: Terminal.renderOptions))
    }
  }
}

extension String? {
  /// The full id of the commit that a revision on the command line names; `nil` without one.
  func commit(around directory: String) async throws(NoDecision) -> String? {
    guard let revision = self else { return nil }
    do throws(GitError) {
      guard let git = try await Git.repository(containing: directory) else {
        throw .noRepository
      }
      return try await git.commit(revision)
    } catch {
      throw NoDecision("\(revision): \(error)")
    }
  }
}
