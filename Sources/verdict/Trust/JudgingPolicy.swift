import VerdictModel
import VerdictPolicy

/// The policy to judge by: that of the working tree, or the one of the branch that the change is
/// for, which the change cannot edit.
struct JudgingPolicy {
  let policy: PolicyFile
  /// `nil` for the policy of the working tree.
  let source: Source?

  /// Where a policy of another branch was taken from.
  struct Source {
    let git: Git
    /// As the user named it.
    let revision: Revision
    /// Its full commit id.
    let commit: String
    /// Relative to the repository's root.
    let path: String

    /// `origin/main (9f3c2ab1)`.
    var words: String { "\(revision.name) (\(commit.prefix(8)))" }
  }

  /// - Parameter inputs: Notes every file of the policy.
  init(_ invocation: Invocation, noting inputs: InputLedger) async throws(NoDecision) {
    guard let revision = invocation.policyFrom else {
      policy = try PolicyFile(invocation.policy, noting: inputs)
      source = nil
      return
    }
    let file = invocation.policy
    let (bytes, source) = try await Self.read(file, of: revision)
    self.source = source
    do {
      policy = try await source.git.policy(
        file, bytes: bytes, at: source.path, in: source.commit, noting: inputs)
    } catch {
      throw NoDecision(file, error, of: source.words)
    }
  }

  /// The revision's own version, not that of the merge base: what the target branch asks today is
  /// asked of every change.
  private static func read(
    _ file: String, of revision: Revision
  ) async throws(NoDecision) -> ([UInt8], Source) {
    do throws(GitError) {
      guard let git = try await Git.repository(containing: ".") else { throw .noRepository }
      guard let path = git.path(of: file) else { throw .outsideRepository(file) }
      let commit = try await git.commit(revision.query)
      switch try await git.entry(at: path, in: commit) {
      case .file(let bytes):
        return (bytes, Source(git: git, revision: revision, commit: commit, path: path))
      case .other(let what): throw .noFile(path, found: what)
      case nil: throw .noFile(path, found: nil)
      }
    } catch {
      throw NoDecision("--policy-from \(revision.name): \(error)")
    }
  }
}

extension Git {
  /// The policy of a commit, with everything that it extends as the same commit has it.
  ///
  /// - Parameters:
  ///   - file: The policy as the user named it.
  ///   - bytes: What it holds.
  ///   - path: Where it is, relative to the root.
  ///   - inputs: Notes every file of it.
  func policy(
    _ file: String, bytes: [UInt8], at path: String, in commit: String,
    noting inputs: InputLedger = InputLedger()
  ) async throws(PolicyErrors) -> PolicyFile {
    inputs.note(bytes, as: .policy, path: file, commit: commit)
    var assembly = try PolicyAssembly(bytes, of: file)
    while let base = assembly.next {
      let bytes = try await base.contents(in: commit, of: self, besidePolicyAt: path)
      inputs.note(bytes, as: .policy, path: base.name, commit: commit)
      try assembly.add(bytes)
    }
    return try PolicyFile(file, assembly)
  }
}
