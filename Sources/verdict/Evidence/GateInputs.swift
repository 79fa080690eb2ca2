import Files
import VerdictModel
import VerdictPolicy
import VerdictReports

/// What the command line names beside the policy and the reports.
extension Invocation {
  /// The change under judgement; `nil` if the user gave none, or an empty file: what a failed
  /// `git diff` leaves behind must not read as "nothing changed".
  func change(
    in repository: Repository, noting inputs: InputLedger
  ) async throws(NoDecision) -> ChangeSet? {
    if let base { return try await repository.change(since: base) }
    guard let diff else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try inputs.contents(of: diff, as: .diff, limit: Self.maxDiffSize)
    } catch {
      throw NoDecision(diff, error.problem)
    }
    if bytes.isEmpty { return nil }
    let change: ChangeSet
    do {
      change = try ChangeSet(parsing: bytes, origin: WorkingDirectory.shown(diff))
    } catch {
      throw NoDecision(diff, error)
    }
    do {
      return try change.relative(to: repository.git?.root ?? WorkingDirectory.path)
    } catch {
      throw NoDecision(diff, error)
    }
  }

  /// The baseline with its distance to the measured tree, and its line numbers where the change
  /// began; `nil` if nothing was saved yet. A file that the user names must be there.
  ///
  /// - Parameter absence: Is told what may be the matter if there is none.
  func baseline(
    of policy: PolicyFile, in repository: Repository, noting inputs: InputLedger,
    absence: inout [Notice]
  ) async throws(NoDecision) -> Baseline? {
    let location = try BaselineLocation(option: baseline, policy: policy, git: repository.git)
    let start: String? = if let base { try await repository.mergeBase(of: base) } else { nil }
    guard var loaded = try await location.load(for: start, noting: inputs) else {
      if let file = baseline { throw NoDecision(file, "no such file") }
      absence += location.absence.map { [Notice("no baseline: \($0)")] } ?? []
      return nil
    }
    let redacted = Set(policy.policy.reports.filter(\.isRedacted).map(\.id))
    loaded.evidence = Evidence(
      parts: loaded.evidence.parts.map { part in
        var part = part
        if redacted.contains(part.id) { part.content = part.content.redacted }
        return part
      })
    if let shift = try await repository.shift(from: loaded.reference.commit, to: start) {
      loaded.evidence = loaded.evidence.shifted(by: shift)
    }
    loaded.reference.distance = try await repository.distance(from: loaded.reference.commit)
    loaded.reference.age = Moment(loaded.reference.saved).map { Age(of: $0, at: now) }
    return loaded
  }

  /// What changed since the baseline was measured, where it is older than the change under
  /// judgement; `nil` if it is not, and where git is asked nothing.
  func change(
    since baseline: Baseline?, besides change: ChangeSet?, in repository: Repository
  ) async throws(NoDecision) -> ChangeSet? {
    guard diff == nil, let commit = baseline?.reference.commit, commit != change?.base else {
      return nil
    }
    return try await repository.change(sinceCommit: commit)?.afterRenaming(until: change)
  }

  /// What people review is far below.
  private static let maxDiffSize = 256 * 1024 * 1024
}

extension KnownFiles {
  /// The files of a change: not all there are, but those whose paths matter most.
  init(touchedBy change: ChangeSet) {
    self.init(change.files.map(\.path), isComplete: false)
  }
}
