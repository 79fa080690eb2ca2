/// What a store on git asks of a repository: notes on commits, a note being a set of lines.
package protocol CommitNotes: Sendable {
  /// The ids of all notes, by the full ids of the commits that they are on.
  func all() async throws(BaselineError) -> [String: String]

  /// The lines of a note, by its id.
  func lines(of note: String) async throws(BaselineError) -> [[UInt8]]

  /// A commit and everything before it; of what is checked out for `nil`.
  func ancestry(of commit: String?) async throws(BaselineError) -> CommitAncestry

  /// Adds a line to the note on a commit. Whoever else writes at the same time loses nothing.
  func add(_ line: [UInt8], to commit: String) async throws(BaselineError)

  /// Removes the notes on commits.
  func remove(from commits: [String]) async throws(BaselineError)

  /// Gives a remote repository the union of its notes and these.
  func push(to remote: String) async throws(BaselineError)

  /// Adds the notes of a remote repository to these.
  ///
  /// - Returns: Whether it has any.
  func pull(from remote: String) async throws(BaselineError) -> Bool
}

/// A commit and what it grew from.
package struct CommitAncestry: Sendable {
  /// Full ids, the nearest first.
  package var commits: [String]
  /// Whether a shallow clone hides the beginning.
  package var isCut: Bool

  package init(commits: [String], isCut: Bool) {
    self.commits = commits
    self.isCut = isCut
  }
}
