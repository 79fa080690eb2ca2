import Files
import VerdictModel
import VerdictPolicy

/// Looks for what the change under judgement does to the policy, and to the baseline that the
/// policy compares with: a change must not be able to weaken its own gate unseen.
struct PolicyWatch {
  let judging: JudgingPolicy
  let invocation: Invocation
  let repository: Repository
  /// `nil` if no change was given.
  let change: ChangeSet?

  /// - Returns: `nil` if nothing says what the change is.
  func trust() async throws(NoDecision) -> PolicyTrust? {
    if let source = judging.source { return try await trust(beside: source) }
    guard let change else { return nil }
    return try await trust(in: change)
  }

  // MARK: - Beside the policy of the target branch

  /// What differs since the merge base is the change's own doing; what the target branch did since
  /// then is not. Where the clone is too shallow to know, everything that differs counts.
  private func trust(beside source: JudgingPolicy.Source) async throws(NoDecision) -> PolicyTrust {
    let rules = judging.policy.policy.trust
    do throws(GitError) {
      let base = try await source.git.mergeBaseIfKnown(of: source.commit)
      let reference = base ?? source.commit
      var changes: [PolicyChange] = []
      let present = (try? PolicyFile(judging.policy.name))?.extended ?? []
      let extended = Set(judging.policy.extended + present).compactMap {
        source.git.path(of: $0.name)
      }
      for path in [source.path] + extended.sorted() {
        // What the target branch has by now, and what it had before, are both none of the change's.
        guard try await source.git.differs(path, from: source.commit),
          try await source.git.differs(path, from: reference)
        else { continue }
        let old = try await source.git.policy(at: source.path, in: reference, judging.policy.name)
        changes = comparison(with: old ?? judging.policy)
        break
      }
      for path in watchedFiles.compactMap(source.git.path)
      where try await source.git.differs(path, from: reference) {
        changes.append(PolicyChange(.changed, .file(path), .rewritten))
      }
      return PolicyTrust(
        origin: base.map { "merge base \($0.prefix(8))" } ?? source.words, changes: changes,
        whenChanged: rules.whenPolicyChanges, reviewers: rules.reviewers)
    } catch {
      throw NoDecision("--policy-from \(source.revision.name): \(error)")
    }
  }

  // MARK: - In the change that was given

  private func trust(in change: ChangeSet) async throws(NoDecision) -> PolicyTrust {
    let own = judging.policy.policy.trust
    let name = judging.policy.name
    var changes: [PolicyChange] = []
    // Without the old policy nobody knows what it asked for, and the new one must not say.
    var whenChanged = max(own.whenPolicyChanges, TrustRules.standard.whenPolicyChanges)
    var reviewers = own.reviewers
    let here = await workingDirectory()
    let old = try await oldPolicy(at: paths(of: name, from: here))
    if change.touches(anyOf: paths(of: name, from: here)) {
      changes = [PolicyChange(.changed, .file(name), .rewritten)]
    }
    for file in Set(judging.policy.extended + (old?.extended ?? [])).sorted()
    where change.touches(anyOf: paths(of: judging.policy.path(of: file.path), from: here)) {
      changes.append(PolicyChange(.changed, .file(file.name), .rewritten))
    }
    if let old {
      if !changes.isEmpty { changes = comparison(with: old) }
      whenChanged = max(own.whenPolicyChanges, old.policy.trust.whenPolicyChanges)
      reviewers = old.policy.trust.reviewers
    }
    for file in watchedFiles where change.touches(anyOf: paths(of: file, from: here)) {
      changes.append(PolicyChange(.changed, .file(file), .rewritten))
    }
    return PolicyTrust(
      origin: change.origin, changes: changes, whenChanged: whenChanged, reviewers: reviewers)
  }

  /// The policy before the change; `nil` if there was none, or if there is no git to ask.
  private func oldPolicy(at places: [String]) async throws(NoDecision) -> PolicyFile? {
    guard let revision = invocation.base, let git = repository.git else { return nil }
    do throws(GitError) {
      let base = try await git.mergeBase(of: revision.query)
      for path in places {
        if let policy = try await git.policy(at: path, in: base, judging.policy.name) {
          return policy
        }
      }
      return nil
    } catch {
      throw NoDecision("--base \(revision.name): \(error)")
    }
  }

  /// The repository as the working directory sees it; git is asked once.
  private func workingDirectory() async -> Git? {
    if judging.policy.directory == "." { return repository.git }
    return try? await Git.repository(containing: ".")
  }

  /// The paths by which the change may know a file: as its name is spelled, because a linked
  /// directory leads to a file that the change need not touch, and as git finds its directory.
  private func paths(of file: String, from here: Git?) -> [String] {
    let inDirectory = judging.policy.path(of: "")
    let beside = file.hasPrefix(inDirectory) ? String(file.dropFirst(inDirectory.count)) : file
    return [
      here?.path(of: file),
      repository.git.flatMap { $0.path(of: $0.root + "/" + $0.prefix + beside) },
      // A diff need not begin at the root of a repository.
      invocation.diff.flatMap { _ in Git.normalized(file) },
    ].compactMap(\.self)
  }

  // MARK: - What the working tree has now

  /// How the working tree's policy differs from an old one.
  ///
  /// - Parameter old: `nil` if it is not known, or cannot be read by this version.
  private func comparison(with old: PolicyFile?) -> [PolicyChange] {
    let name = judging.policy.name
    let subject = PolicySubject.file(name)
    let status = try? FileStatus(of: name, followingLinks: false)
    guard let status else { return [PolicyChange(.loosened, subject, .deleted)] }
    let link =
      status.kind == .symbolicLink ? [PolicyChange(.changed, subject, .replacedByLink)] : []
    do throws(NoDecision) {
      let new = try PolicyFile(name)
      guard let old else { return link + [PolicyChange(.changed, subject, .rewritten)] }
      return link + policyChanges(from: old.policy, to: new.policy)
    } catch {
      return link + [PolicyChange(.changed, subject, .unreadable(error.description))]
    }
  }

  /// The files beside the policy that decide as well, as the working directory sees them.
  private var watchedFiles: [String] {
    let location = try? BaselineLocation(of: judging.policy)
    return [invocation.baseline ?? location.map { judging.policy.path(of: $0.name) }]
      .compactMap(\.self)
  }
}

extension ChangeSet {
  /// Whether any of the paths is added, edited, moved or deleted.
  fileprivate func touches(anyOf paths: [String]) -> Bool {
    files.contains { file in
      paths.contains(file.path) || file.oldPath.map(paths.contains) == true
    }
  }
}

extension Git {
  /// The policy that a commit has at a path; `nil` if there is none that can be read.
  fileprivate func policy(
    at path: String, in commit: String, _ name: String
  ) async throws(GitError) -> PolicyFile? {
    guard case .file(let bytes) = try await entry(at: path, in: commit) else { return nil }
    return try? await policy(name, bytes: bytes, at: path, in: commit)
  }

  /// `nil` where there is no common history, or the clone does not have it.
  fileprivate func mergeBaseIfKnown(of commit: String) async throws(GitError) -> String? {
    do throws(GitError) {
      return try await mergeBase(of: commit)
    } catch {
      switch error {
      case .noMergeBase, .noCommit: return nil
      default: throw error
      }
    }
  }
}
