import Files
import VerdictModel
import VerdictPolicy

/// Looks for what the change under judgement does to the policy, its waivers, and the baseline that
/// it compares with: a change must not be able to weaken its own gate unseen.
struct PolicyWatch {
  let judging: JudgingPolicy
  let invocation: Invocation
  let repository: Repository
  /// `nil` if no change was given.
  let changed: ChangedFiles?
  let waivers: WaiverFile

  /// - Returns: `nil` if nothing says what the change is.
  func trust() async throws(NoDecision) -> PolicyTrust? {
    if let source = judging.source { return try await trust(beside: source) }
    guard let changed else { return nil }
    return try await trust(in: changed)
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
      changes += waiverEdits
      let watched = watchedFiles + (waivers.isCompared ? [] : waiverFiles)
      for file in watched {
        guard let path = source.git.path(of: file) else { continue }
        // Behind a link another file decides, which the change may edit as well.
        let differs = try await source.git.differs(path, from: reference)
        if differs || changed?.touch(file) == true {
          changes.append(PolicyChange(.changed, .file(path), .rewritten))
        }
      }
      return PolicyTrust(
        origin: base.map { "merge base \($0.prefix(8))" } ?? source.words, changes: changes,
        whenChanged: rules.whenPolicyChanges, reviewers: rules.reviewers)
    } catch {
      throw NoDecision("--policy-from \(source.revision.name): \(error)")
    }
  }

  // MARK: - In the change that was given

  private func trust(in changed: ChangedFiles) async throws(NoDecision) -> PolicyTrust {
    let own = judging.policy.policy.trust
    let name = judging.policy.name
    var changes: [PolicyChange] = []
    // Without the old policy nobody knows what it asked for, and the new one must not say.
    var whenChanged = max(own.whenPolicyChanges, TrustRules.standard.whenPolicyChanges)
    var reviewers = own.reviewers
    let old = try await oldPolicy(at: changed.formerPaths(of: name))
    if changed.touch(name) {
      changes = [PolicyChange(.changed, .file(name), .rewritten)]
    }
    for file in Set(judging.policy.extended + (old?.extended ?? [])).sorted()
    where changed.touch(judging.policy.path(of: file.path)) {
      changes.append(PolicyChange(.changed, .file(file.name), .rewritten))
    }
    if let old {
      // Where a link takes the place of the file, that counts although both may say the same.
      let isRedirected = changed.redirect(name)
      let edits = changes.isEmpty ? [] : comparison(with: old, isLinkNew: isRedirected)
      if !(edits.isEmpty && isRedirected) { changes = edits }
      whenChanged = max(own.whenPolicyChanges, old.policy.trust.whenPolicyChanges)
      reviewers = old.policy.trust.reviewers
    }
    changes += waiverEdits
    for file in watchedFiles where changed.touch(file) {
      changes.append(PolicyChange(.changed, .file(file), .rewritten))
    }
    return PolicyTrust(
      origin: changed.change.origin, changes: changes, whenChanged: whenChanged,
      reviewers: reviewers)
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

  // MARK: - What the working tree has now

  /// How the working tree's policy differs from an old one.
  ///
  /// - Parameters:
  ///   - old: `nil` if it is not known, or cannot be read by this version.
  ///   - isLinkNew: Whether a link in its place was not there before, or led elsewhere.
  private func comparison(
    with old: PolicyFile?, isLinkNew: Bool = true
  ) -> [PolicyChange] {
    let name = judging.policy.name
    let subject = PolicySubject.file(name)
    let status = try? FileStatus(of: name, followingLinks: false)
    guard let status else { return [PolicyChange(.loosened, subject, .deleted)] }
    let link =
      isLinkNew && status.kind == .symbolicLink
      ? [PolicyChange(.changed, subject, .replacedByLink)] : []
    do throws(NoDecision) {
      let new = try PolicyFile(name)
      guard let old else { return link + [PolicyChange(.changed, subject, .rewritten)] }
      return link + policyChanges(from: old.policy, to: new.policy)
    } catch {
      return link + [PolicyChange(.changed, subject, .unreadable(error.description))]
    }
  }

  /// What the change does to waivers, as far as it is known what they were.
  private var waiverEdits: [PolicyChange] {
    if let before = waivers.before { return waiverChanges(from: before, to: waivers.waivers) }
    return (waivers.changedFiles ?? []).sorted().map { file in
      PolicyChange(.changed, .file(judging.policy.path(of: file)), .rewritten)
    }
  }

  /// All files of waivers, as the working directory sees them.
  private var waiverFiles: [String] {
    let settings = judging.policy.policy.waivers
    return settings.map { [$0.file] + $0.imports }.map { $0.map(judging.policy.path) } ?? []
  }

  /// The files beside the policy that decide as well, as the working directory sees them.
  private var watchedFiles: [String] {
    let location = try? BaselineLocation(of: judging.policy, git: nil)
    return [invocation.baseline ?? location.map { judging.policy.path(of: $0.name) }]
      .compactMap(\.self)
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
