import Files
import VerdictModel

/// What the command line names beside the policy and the reports.
extension GateOptions {
  /// The change under judgement; `nil` if the user gave none.
  func change(in repository: Repository) async throws(NoDecision) -> ChangeSet? {
    if let base { return try await repository.change(since: base) }
    guard let diff else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try ChunkedFile.contents(of: diff, limit: Self.maxDiffSize)
    } catch {
      throw NoDecision(diff, error.problem)
    }
    do {
      return try ChangeSet(parsing: bytes, origin: diff)
    } catch {
      throw NoDecision(diff, error)
    }
  }

  /// The repository's files; `nil` if there is no repository, or a diff stands for it.
  func files(of repository: Repository) async -> [String]? {
    diff == nil ? await repository.files() : nil
  }

  /// The baseline with its distance to the measured tree; `nil` if nothing was saved yet. A file
  /// that the user names must be there.
  func baseline(
    of policy: PolicyFile, in repository: Repository
  ) async throws(NoDecision)
    -> Baseline?
  {
    let location = try BaselineLocation(option: baseline, policy: policy)
    guard var loaded = try location.load() else {
      if let baseline { throw NoDecision(baseline, "no such file") }
      return nil
    }
    loaded.reference.distance = await repository.distance(from: loaded.reference.commit)
    return loaded
  }

  /// What people review is far below.
  private static let maxDiffSize = 256 * 1024 * 1024
}
