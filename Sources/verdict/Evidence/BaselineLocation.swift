import VerdictBaseline
import VerdictModel
import VerdictPolicy

/// Where baselines are, and how to say so.
struct BaselineLocation {
  /// As the user or the policy names it, such as `.verdict/baseline.json`.
  let name: String
  /// As the working directory sees it.
  private let path: String
  private let store: any BaselineStore

  /// The file that `--baseline` names.
  init(file: String) throws(NoDecision) {
    do {
      let place = Self.place(".", git: nil)
      self.init(
        name: file, path: file, store: try BaselineStores.store(named: "file:" + file, in: place))
    } catch {
      throw NoDecision("--baseline", error)
    }
  }

  /// The store that the policy names.
  ///
  /// - Parameter git: The repository that it may be in.
  init(of policy: PolicyFile, git: Git?) throws(NoDecision) {
    let reference = policy.policy.baselineStore
    do {
      let location = String(reference.drop { $0 != ":" }.dropFirst())
      self.init(
        name: location, path: policy.path(of: location),
        store: try Self.store(of: policy, git: git))
    } catch {
      throw NoDecision(policy.name, error)
    }
  }

  /// The file of the option, if there is one, or the store of the policy.
  init(option: String?, policy: PolicyFile, git: Git?) throws(NoDecision) {
    if let option { try self.init(file: option) } else { try self.init(of: policy, git: git) }
  }

  private init(name: String, path: String, store: any BaselineStore) {
    self.name = name
    self.path = path
    self.store = store
  }

  /// The store that a policy names.
  static func store(
    of policy: PolicyFile, git: Git?
  ) throws(BaselineError) -> any BaselineStore {
    try BaselineStores.store(
      named: policy.policy.baselineStore, in: place(policy.directory, git: git))
  }

  private static func place(_ directory: String, git: Git?) -> StorePlace {
    StorePlace(directory: directory, notes: { GitNotes(git: git, ref: $0) })
  }

  /// What may be the matter if there is no baseline; `nil` if none was saved, and that is all.
  var absence: String? { store.absence }

  /// - Parameter commit: The commit at which the change began; `nil` for what is checked out.
  /// - Returns: `nil` if nothing was saved yet.
  func load(
    for commit: String? = nil, noting inputs: InputLedger = InputLedger()
  ) async throws(NoDecision) -> Baseline? {
    try await asking { store throws(BaselineError) in
      guard let entry = try await store.entry(for: commit) else { return nil }
      inputs.note(
        entry.bytes, as: .baseline, path: entry.commit == nil ? path : name, commit: entry.commit)
      return entry.baseline
    }
  }

  /// Does something with the store; what goes wrong names it.
  func asking<Value>(
    _ work: (any BaselineStore) async throws(BaselineError) -> Value
  ) async throws(NoDecision) -> Value {
    do throws(BaselineError) {
      return try await work(store)
    } catch {
      throw NoDecision(name, error)
    }
  }
}
