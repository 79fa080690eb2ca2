import VerdictModel

/// The git repository around the policy, if there is one.
struct Repository {
  /// `nil` outside of a repository, or where git is not to be had.
  private let git: Git?
  /// Why there is no `git`, where somebody asks for what needs it.
  private let refusal: NoDecision?

  init(around directory: String) async {
    do {
      git = try await Git.repository(containing: directory)
      refusal = git == nil ? NoDecision("\(directory) is in no git repository") : nil
    } catch {
      git = nil
      refusal = NoDecision("\(error)")
    }
  }

  /// All files that reports may speak of: tracked ones, and new ones that git does not ignore.
  ///
  /// - Returns: `nil` where there is no repository to ask.
  func files() async -> [String]? {
    guard let git, let files = try? await git.files() else { return nil }
    return files
  }

  /// The commit that is checked out; `nil` outside of a repository or before the first commit.
  func headCommit() async -> String? {
    try? await git?.headCommit()
  }

  /// How many commits the working tree is ahead of a commit; `nil` if nobody can say.
  func distance(from commit: String?) async -> Int? {
    guard let git, let commit else { return nil }
    return try? await git.distance(from: commit)
  }

  /// What the working tree changes since its merge base with a revision.
  func change(since revision: String) async throws(NoDecision) -> ChangeSet {
    guard let git else {
      throw NoDecision("--base \(revision): \(refusal?.description ?? "no git repository")")
    }
    do {
      let base = try await git.mergeBase(of: revision)
      return try await git.change(
        since: base, origin: "merge base \(base.prefix(8)) with \(revision)")
    } catch {
      throw NoDecision("--base \(revision): \(error)")
    }
  }
}
