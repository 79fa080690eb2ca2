import VerdictBaseline

/// Notes under one ref of a repository, as a store of baselines asks for them.
struct GitNotes: CommitNotes {
  /// `nil` where there is no repository.
  let git: Git?
  /// Such as `refs/notes/verdict`.
  let ref: String

  func all() async throws(BaselineError) -> [String: String] {
    try await reading { git throws(GitError) in try await git.notes(under: ref) }
  }

  func lines(of note: String) async throws(BaselineError) -> [[UInt8]] {
    try await reading { git throws(GitError) in try await git.lines(ofNote: note) }
  }

  func ancestry(of commit: String?) async throws(BaselineError) -> CommitAncestry {
    try await reading { git throws(GitError) in
      let start = if let commit { commit } else { try await git.headCommit() }
      return CommitAncestry(
        commits: try await git.ancestors(of: start), isCut: try await git.isShallow())
    }
  }

  func add(_ line: [UInt8], to commit: String) async throws(BaselineError) {
    try await writing { git throws(GitError) in
      try await git.addNote(line, to: commit, under: ref)
    }
  }

  func remove(from commits: [String]) async throws(BaselineError) {
    try await writing { git throws(GitError) in
      try await git.removeNotes(of: commits, under: ref)
    }
  }

  func push(to remote: String) async throws(BaselineError) {
    try await writing { git throws(GitError) in try await git.pushNotes(ref, to: remote) }
  }

  func pull(from remote: String) async throws(BaselineError) -> Bool {
    try await reading { git throws(GitError) in try await git.pullNotes(ref, from: remote) }
  }

  private func reading<Value>(
    _ work: (Git) async throws(GitError) -> Value
  ) async throws(BaselineError) -> Value {
    do throws(GitError) {
      return try await work(try usable())
    } catch {
      throw BaselineError(.unreadable(error.description))
    }
  }

  private func writing(
    _ work: (Git) async throws(GitError) -> Void
  ) async throws(BaselineError) {
    do throws(GitError) {
      try await work(try usable())
    } catch {
      throw BaselineError(.unwritable(error.description))
    }
  }

  /// git itself refuses to write notes elsewhere, but would read them there.
  private func usable() throws(GitError) -> Git {
    guard let git else { throw .noRepository }
    guard ref.hasPrefix("refs/notes/") else { throw .noNotesRef(ref) }
    return git
  }
}
