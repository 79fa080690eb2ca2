import VerdictBaseline
import VerdictModel
import VerdictPolicy

/// Where the baseline is, and how to say so.
struct BaselineLocation {
  /// The path as the user or the policy names it.
  let name: String
  private let store: any BaselineStore

  /// The file that `--baseline` names.
  init(file: String) {
    name = file
    store = FileStore(path: file)
  }

  /// The file of the option, or the store of the policy.
  init(option: String?, policy: PolicyFile) throws(NoDecision) {
    if let option {
      self.init(file: option)
      return
    }
    name = policy.policy.baselineStore
    do {
      store = try BaselineStores.store(named: policy.policy.baselineStore, in: policy.directory)
    } catch {
      throw NoDecision(policy.name, error)
    }
  }

  /// - Returns: `nil` if nothing was saved yet.
  func load() throws(NoDecision) -> Baseline? {
    do {
      return try store.load()
    } catch {
      throw NoDecision(name, error)
    }
  }

  func save(_ baseline: Baseline) throws(NoDecision) {
    do {
      try store.save(baseline)
    } catch {
      throw NoDecision(name, error)
    }
  }
}
