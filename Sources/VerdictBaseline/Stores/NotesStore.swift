package import VerdictModel

extension BaselineStoreKind {
  /// Notes in the repository itself, which are shared as its branches are.
  package static let git = Self(
    id: "git", title: "notes on the commits of the repository itself, an entry for each run",
    example: "git:refs/notes/verdict"
  ) { location, place in
    NotesStore(notes: place.notes(location), name: location)
  }
}

/// Keeps a baseline for each commit that was measured, as a line of the commit's note.
///
/// Lines are only ever added, so that the union of two notes, which is what git makes of them, loses
/// nothing; of several on one commit the one that was saved last counts.
package struct NotesStore: BaselineStore {
  let notes: any CommitNotes
  /// The ref, for people.
  let name: String

  /// The nearest ancestor whose entry is whole: what fell short is history, and nothing to be
  /// measured by.
  package func entry(for commit: String?) async throws(BaselineError) -> StoreEntry? {
    let known = try await notes.all()
    if known.isEmpty { return nil }
    let ancestry = try await notes.ancestry(of: commit)
    for ancestor in ancestry.commits {
      guard let note = known[ancestor] else { continue }
      let entries = try await entries(of: ancestor, note)
      if let entry = entries.last(where: { $0.baseline.isWhole }) { return entry }
    }
    if ancestry.isCut { throw BaselineError(.cutHistory(commits: ancestry.commits.count)) }
    return nil
  }

  /// Every line of every note.
  package func entries() async throws(BaselineError) -> [StoreEntry] {
    var entries: [StoreEntry] = []
    for (commit, note) in try await notes.all() {
      entries += try await self.entries(of: commit, note)
    }
    return entries.sorted { $0.isBefore($1) }
  }

  /// Adds a line to the note on the commit.
  package func save(_ baseline: Baseline) async throws(BaselineError) {
    guard let commit = baseline.reference.commit else { throw BaselineError(.noCommit) }
    let line = try BaselineFormat.write(baseline, isIndented: false).dropLast()
    try await notes.add(Array(line), to: commit)
  }

  /// Removes the notes on all commits but those that were saved last.
  package func prune(keeping count: Int) async throws(BaselineError) -> Int {
    var seen: Set<String> = []
    // Of a commit with several entries the last one says how old it is.
    let newestFirst = try await entries().reversed().compactMap(\.commit)
      .filter { seen.insert($0).inserted }
    let old = Array(newestFirst.dropFirst(count))
    if !old.isEmpty { try await notes.remove(from: old) }
    return old.count
  }

  /// Sends the union of the notes here and there.
  package func push(to remote: String) async throws(BaselineError) {
    try await notes.push(to: remote)
  }

  /// Adds the notes of the remote repository.
  package func pull(from remote: String) async throws(BaselineError) -> Bool {
    try await notes.pull(from: remote)
  }

  /// Notes do not come with a clone by themselves.
  package var absence: String? {
    "no ancestor has an entry in \(name); 'verdict baseline pull' fetches what others saved"
  }

  /// The entries of a commit, the one that was saved last at the end.
  private func entries(
    of commit: String, _ note: String
  ) async throws(BaselineError) -> [StoreEntry] {
    var entries: [StoreEntry] = []
    for line in try await notes.lines(of: note) {
      do throws(BaselineError) {
        let baseline = try BaselineFormat.read(line)
        guard baseline.reference.commit == commit else {
          throw BaselineError(
            .corrupted(key: "commit", words: "is not the commit that the entry is kept with"))
        }
        entries.append(StoreEntry(baseline: baseline, bytes: line, commit: commit))
      } catch {
        throw BaselineError(.inEntry(of: commit, words: error.description))
      }
    }
    return entries.sorted { $0.isBefore($1) }
  }
}

extension StoreEntry {
  /// Whether it was saved before another one. What was saved in the same second has an order all the
  /// same.
  fileprivate func isBefore(_ other: Self) -> Bool {
    let (left, right) = (baseline.reference, other.baseline.reference)
    if (left.saved, left.commit) != (right.saved, right.commit) {
      return (left.saved, left.commit ?? "") < (right.saved, right.commit ?? "")
    }
    return bytes.lexicographicallyPrecedes(other.bytes)
  }
}
