import Files
import VerdictModel
import VerdictPolicy

extension PolicyFile {
  /// The waivers of the policy, with what is known of their version before the change.
  ///
  /// - Parameters:
  ///   - change: What is judged; `nil` if it is not known.
  ///   - base: The revision that it is compared with, where there is a repository to ask.
  func waivers(
    change: ChangeSet?, base: Revision?, in repository: Repository,
    noting inputs: InputLedger = InputLedger()
  ) async throws(NoDecision) -> WaiverFile {
    guard let settings = policy.waivers else { return .none }
    let path = path(of: settings.file)
    let bytes: [UInt8]
    do {
      if try FileStatus(of: path) == nil, !settings.isFileNamed { return .none }
      bytes = try inputs.contents(of: path, as: .waivers, limit: Self.maxWaivers)
    } catch {
      throw NoDecision(path, error.problem)
    }
    let reader = WaiverReader(policy: policy, settings: settings)
    let waivers: [Waiver]
    do {
      waivers = try reader.read(bytes)
    } catch {
      throw NoDecision(path, error)
    }
    let name = repository.directory == directory ? settings.file : path
    if let base {
      let old = try await repository.contents(of: name, atMergeBaseWith: base)
      // What cannot be read any more allowed nothing that anybody could name.
      return WaiverFile(waivers: waivers, before: old.map { (try? reader.read($0)) ?? [] } ?? [])
    }
    let isChanged = change.map { $0.touches(repository.path(of: name) ?? path) }
    return WaiverFile(waivers: waivers, before: nil, isChanged: isChanged)
  }

  /// Waivers are written by hand: more than this is something else.
  private static let maxWaivers = 4 * 1024 * 1024
}

extension ChangeSet {
  /// Whether a file of the measured tree is part of the change.
  fileprivate func touches(_ path: String) -> Bool {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return file(at: parts) != nil
  }
}
