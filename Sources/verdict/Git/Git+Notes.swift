/// Notes on commits: sets of lines, of which none is lost when two write at a time.
///
/// A note is changed on a copy of the ref, which then replaces the ref only if that is still what
/// was copied; otherwise everything begins anew.
extension Git {
  /// The ids of the notes, by the commits that they are on; none if the ref is not there.
  func notes(under ref: String) async throws(GitError) -> [String: String] {
    guard try await tip(of: ref) != nil else { return [:] }
    var notes: [String: String] = [:]
    // `<note> <commit>`
    for line in try await command.output("notes", "--ref", ref, "list").text.split(separator: "\n")
    {
      let ids = line.split(separator: " ")
      if ids.count == 2 { notes[String(ids[1])] = String(ids[0]) }
    }
    return notes
  }

  /// The lines of a note.
  ///
  /// - Parameter note: Its id.
  func lines(ofNote note: String) async throws(GitError) -> [[UInt8]] {
    try await command.output("cat-file", "blob", note).bytes
      .split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  /// Adds a line to the note on a commit, unless it is there already.
  func addNote(_ line: [UInt8], to commit: String, under ref: String) async throws(GitError) {
    try await replace(ref) { copy throws(GitError) in
      var lines = [line]
      if let note = try await notes(under: copy)[commit] {
        lines += try await self.lines(ofNote: note)
      }
      // Sorted, as git's own union of notes leaves them.
      let text = Set(lines).sorted { $0.lexicographicallyPrecedes($1) }
        .flatMap { $0 + [UInt8(ascii: "\n")] }
      let note = try await command.output("hash-object", "-w", "--stdin", input: text).text
      try await changeNotes(copy, "add", "--force", "-C", note, commit)
    }
  }

  /// Removes the notes on commits.
  func removeNotes(of commits: [String], under ref: String) async throws(GitError) {
    try await replace(ref) { copy throws(GitError) in
      try await changeNotes(
        copy, "remove", "--ignore-missing", "--stdin",
        input: commits.flatMap { Array("\($0)\n".utf8) })
    }
  }

  /// Adds what a remote repository has under a ref.
  ///
  /// - Returns: Whether it has the ref.
  func pullNotes(_ ref: String, from remote: String) async throws(GitError) -> Bool {
    guard !remote.isEmpty, !remote.hasPrefix("-") else { throw .malformedRemote(remote) }
    let found = try await command.output("ls-remote", "--quiet", remote, ref)
    guard !found.text.isEmpty else { return false }
    let fetched = Self.copyName(of: ref)
    do throws(GitError) {
      _ = try await command.output(
        "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance",
        "--no-recurse-submodules", remote, "+\(ref):\(fetched)")
      try await replace(ref) { copy throws(GitError) in
        if try await tip(of: copy) == nil {
          _ = try await command.output("update-ref", copy, fetched)
        } else {
          try await changeNotes(copy, "merge", "--quiet", "--strategy=cat_sort_uniq", fetched)
        }
      }
    } catch {
      await delete(fetched)
      throw error
    }
    await delete(fetched)
    return true
  }

  /// Gives a remote repository what is under a ref here, after adding what it has.
  func pushNotes(_ ref: String, to remote: String) async throws(GitError) {
    guard try await tip(of: ref) != nil else { throw .noNotes(ref) }
    for attempt in 1...Self.attempts {
      _ = try await pullNotes(ref, from: remote)
      let answer = try await command.run(["push", "--quiet", remote, "\(ref):\(ref)"])
      if answer.isSuccess { return }
      guard answer.isLostRace else {
        throw .failed(command: "push", words: answer.refusal ?? answer.words)
      }
      await Self.pause(after: attempt)
    }
    throw .contended(ref)
  }

  // MARK: - Replacing a ref

  /// Changes a copy of a ref, and puts it in its place.
  private func replace(
    _ ref: String, _ change: (_ copy: String) async throws(GitError) -> Void
  ) async throws(GitError) {
    for attempt in 1...Self.attempts {
      let copy = Self.copyName(of: ref)
      let isDone: Bool
      do throws(GitError) {
        let old = try await tip(of: ref)
        if let old { _ = try await command.output("update-ref", copy, old) }
        try await change(copy)
        isDone = try await put(copy, in: ref, insteadOf: old)
      } catch {
        await delete(copy)
        throw error
      }
      await delete(copy)
      if isDone { return }
      await Self.pause(after: attempt)
    }
    throw .contended(ref)
  }

  /// - Returns: `false` if the ref is not any more what it was.
  private func put(
    _ copy: String, in ref: String, insteadOf old: String?
  ) async throws(GitError) -> Bool {
    guard let new = try await tip(of: copy), new != old else { return true }
    let nothing = String(repeating: "0", count: new.count)
    let arguments = ["update-ref", ref, new, old ?? nothing]
    let answer = try await command.run(arguments)
    if answer.isSuccess || answer.isLostRace { return answer.isSuccess }
    throw command.failure(of: arguments, answer)
  }

  /// Who writes a note is of no interest, and in a CI job git does not know.
  private func changeNotes(
    _ ref: String, _ arguments: String..., input: [UInt8] = []
  ) async throws(GitError) {
    let identity = ["-c", "user.name=verdict", "-c", "user.email=verdict@localhost"]
    let all = identity + ["notes", "--ref", ref] + arguments
    let answer = try await command.run(all, input: input)
    guard answer.isSuccess else { throw .failed(command: "notes", words: answer.words) }
  }

  /// The commit that a ref points to; `nil` if there is no such ref.
  private func tip(of ref: String) async throws(GitError) -> String? {
    let answer = try await command.run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", ref,
    ])
    return answer.isSuccess ? answer.text : nil
  }

  /// What cannot be deleted is a ref too many, and nobody's fault.
  private func delete(_ ref: String) async {
    _ = try? await command.run(["update-ref", "-d", ref])
  }

  /// Beside the ref, as `git notes` works below `refs/notes` only.
  private static func copyName(of ref: String) -> String {
    "\(ref)-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  }

  /// How often somebody else may have been faster.
  private static let attempts = 50

  /// A random pause, so that those who collided do not collide again.
  private static func pause(after attempt: Int) async {
    try? await Task.sleep(for: .milliseconds(Int.random(in: 1...20 * min(attempt, 25))))
  }
}

extension GitCommand.Output {
  /// Whether git refused because somebody else was faster.
  fileprivate var isLostRace: Bool {
    [
      "fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to update ref",
      "incorrect old value provided",
    ].contains { diagnostics.contains($0) }
  }

  /// Why a remote repository does not take a ref: ` ! [remote rejected] … (pre-receive hook declined)`.
  fileprivate var refusal: String? {
    diagnostics.split(separator: "\n").first { $0.hasPrefix(" ! ") }
      .map { String($0.drop { $0 == " " || $0 == "!" }) }
  }
}
