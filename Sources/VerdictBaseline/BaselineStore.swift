package import VerdictModel

/// A place that keeps the evidence of runs for later ones.
package protocol BaselineStore: Sendable {
  /// What a change is compared with.
  ///
  /// - Parameter commit: The full id of the commit at which the change began, where the store keeps
  ///   an entry for each: the nearest of its ancestors that has one counts, itself included. `nil`
  ///   for what is checked out.
  /// - Returns: `nil` if nothing was saved yet. What cannot be read is an error and never `nil`: a
  ///   lost baseline must not look like a first run.
  func entry(for commit: String?) async throws(BaselineError) -> StoreEntry?

  /// Everything that is kept, what was saved first at the beginning.
  func entries() async throws(BaselineError) -> [StoreEntry]

  /// Adds an entry, or replaces the only one; whatever interrupts it leaves what was there.
  func save(_ baseline: Baseline) async throws(BaselineError)

  /// Removes the entries of all commits but those that were saved last.
  ///
  /// - Returns: Of how many commits.
  func prune(keeping count: Int) async throws(BaselineError) -> Int

  /// Gives others what was saved here. What they save at the same time is kept.
  ///
  /// - Parameter remote: Where to, as git knows it.
  func push(to remote: String) async throws(BaselineError)

  /// Takes up what others gave.
  ///
  /// - Returns: Whether there was anything.
  func pull(from remote: String) async throws(BaselineError) -> Bool

  /// What may be the matter if there is no entry; `nil` if nothing was saved, and that is all.
  var absence: String? { get }
}

extension BaselineStore {
  /// The baseline of what is checked out; `nil` if none was saved yet.
  package func load() async throws(BaselineError) -> Baseline? {
    try await entry(for: nil)?.baseline
  }
}

/// One run's evidence as a store has it.
package struct StoreEntry: Hashable, Sendable {
  /// What it means.
  package var baseline: Baseline
  /// As it is stored, in the format of `BaselineFormat`.
  package var bytes: [UInt8]
  /// The full id of the commit that it is kept with; `nil` where an entry is a file.
  package var commit: String?

  package init(baseline: Baseline, bytes: [UInt8], commit: String? = nil) {
    self.baseline = baseline
    self.bytes = bytes
    self.commit = commit
  }
}
