import VerdictBaseline
import VerdictModel
import VerdictPolicy

/// Where the baseline is, and how to say so.
struct BaselineLocation {
  /// As the user or the policy names it, such as `.verdict/baseline.json`.
  let name: String
  /// As the working directory sees it.
  private let path: String
  private let store: any BaselineStore

  /// The file that `--baseline` names.
  init(file: String) throws(NoDecision) {
    do {
      self.init(
        name: file, path: file, store: try BaselineStores.store(named: "file:" + file, in: "."))
    } catch {
      throw NoDecision("--baseline", error)
    }
  }

  /// The store that the policy names.
  init(of policy: PolicyFile) throws(NoDecision) {
    let reference = policy.policy.baselineStore
    do {
      let location = String(reference.drop { $0 != ":" }.dropFirst())
      self.init(
        name: location, path: policy.path(of: location),
        store: try BaselineStores.store(named: reference, in: policy.directory))
    } catch {
      throw NoDecision(policy.name, error)
    }
  }

  /// The file of the option, if there is one, or the store of the policy.
  init(option: String?, policy: PolicyFile) throws(NoDecision) {
    if let option { try self.init(file: option) } else { try self.init(of: policy) }
  }

  private init(name: String, path: String, store: any BaselineStore) {
    self.name = name
    self.path = path
    self.store = store
  }

  /// - Returns: `nil` if nothing was saved yet.
  func load(noting inputs: InputLedger = InputLedger()) throws(NoDecision) -> Baseline? {
    do {
      guard let bytes = try store.contents() else { return nil }
      inputs.note(bytes, as: .baseline, path: path)
      return try BaselineFormat.read(bytes)
    } catch {
      throw NoDecision(name, error)
    }
  }

  /// Replaces what was saved before.
  func save(_ baseline: Baseline) throws(NoDecision) {
    do {
      try store.save(baseline)
    } catch {
      throw NoDecision(name, error)
    }
  }
}
