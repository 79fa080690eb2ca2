import VerdictModel

/// A git repository, seen from a directory in it.
struct Git: Sendable {
  /// The working tree's directory, absolute.
  let root: String
  /// The path from the root to the directory that the repository was looked for from, with `/` at
  /// its end; empty for the root. Every path that git gives is relative to the root.
  let prefix: String

  let command: GitCommand

  /// Files relative to the root that are no part of the working tree as long as git does not track
  /// them.
  private var ignored: Set<String> = []

  /// The repository that a directory is in.
  ///
  /// - Returns: `nil` if there is none.
  /// - Throws: `GitError` if there is one that git refuses (another owner, no working tree), or if
  ///   git cannot be run.
  static func repository(containing directory: String) async throws(GitError) -> Git? {
    let inside = GitCommand(directory: directory)
    let question = ["rev-parse", "--show-toplevel", "--show-prefix"]
    let answer = try await inside.run(question)
    guard answer.isSuccess else {
      if answer.words.hasPrefix("not a git repository") { return nil }
      throw inside.failure(of: question, answer)
    }
    let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count == 2 { return Git(root: String(lines[0]), prefix: String(lines[1])) }
    // A directory's name has a line feed: only what is asked for alone can be told.
    return Git(
      root: try await inside.output("rev-parse", "--show-toplevel").text,
      prefix: try await inside.output("rev-parse", "--show-prefix").text)
  }

  private init(root: String, prefix: String) {
    self.root = root
    self.prefix = prefix
    command = GitCommand(directory: root)
  }

  /// The same repository without files that git would otherwise take for new ones.
  ///
  /// - Parameter files: Relative to the working directory, or absolute.
  func ignoring(_ files: [String]) -> Git {
    var copy = self
    copy.ignored.formUnion(files.compactMap { path(of: WorkingDirectory.absolute($0)) })
    return copy
  }

  /// The full id of the commit that is checked out.
  func headCommit() async throws(GitError) -> String {
    do throws(GitError) {
      return try await commit("HEAD")
    } catch {
      if case .unknownRevision = error { throw .noCommit }
      throw error
    }
  }

  /// When a commit was committed.
  ///
  /// - Parameter commit: A full commit id.
  func time(of commit: String) async throws(GitError) -> Moment {
    let arguments = ["show", "--no-patch", "--format=%ct", commit]
    let answer = try await command.run(arguments)
    guard answer.isSuccess, let seconds = Int(answer.text) else {
      throw command.failure(of: arguments, answer)
    }
    return Moment(seconds: seconds)
  }

  /// The best common ancestor of HEAD and a revision.
  ///
  /// - Parameter revision: Anything that names a commit, such as `origin/main`.
  /// - Returns: A full commit id.
  /// - Throws: `GitError`, which says what to fetch if the clone is shallow.
  func mergeBase(of revision: String) async throws(GitError) -> String {
    let arguments = ["merge-base", try await headCommit(), try await commit(revision)]
    let answer = try await command.run(arguments)
    if answer.isSuccess, !answer.text.isEmpty { return answer.text }
    guard answer.words.isEmpty else { throw command.failure(of: arguments, answer) }
    throw .noMergeBase(revision, isShallow: try await isShallow())
  }

  /// A commit and everything before it, by date, the latest first.
  ///
  /// - Parameter commit: A full commit id.
  func ancestors(of commit: String) async throws(GitError) -> [String] {
    try await command.output("rev-list", "--end-of-options", commit).text.split(separator: "\n")
      .map(String.init)
  }

  /// Whether a commit is another one, or is in its history.
  ///
  /// - Throws: `GitError` if this clone has one of them not.
  func isAncestor(_ commit: String, of other: String) async throws(GitError) -> Bool {
    let (first, second) = (try await self.commit(commit), try await self.commit(other))
    return try await command.run(["merge-base", "--is-ancestor", first, second]).isSuccess
  }

  /// How many commits HEAD is ahead of a commit.
  ///
  /// - Returns: `nil` if the commit is not in this clone, or is no ancestor of HEAD.
  func distance(from commit: String) async throws(GitError) -> Int? {
    do throws(GitError) {
      let from = try await self.commit(commit)
      guard try await command.run(["merge-base", "--is-ancestor", from, "HEAD"]).isSuccess else {
        return nil
      }
      return Int(try await command.output("rev-list", "--count", "\(from)..HEAD").text)
    } catch {
      if case .unknownRevision = error { return nil }
      throw error
    }
  }

  /// The paths of all files that git tracks, and of those that it would track if they were added,
  /// relative to the root, sorted.
  func files() async throws(GitError) -> [String] {
    Set(try await trackedFiles() + (try await untrackedPaths())).sorted()
  }

  /// The paths of all files that git tracks, relative to the root.
  func trackedFiles() async throws(GitError) -> [String] {
    try await command.output("ls-files", "-z").paths
  }

  /// What the working tree, uncommitted and untracked files included, changes since a commit.
  ///
  /// - Parameters:
  ///   - commit: A full commit id, such as `mergeBase(of:)` returns.
  ///   - origin: What the commit is, for people.
  func change(since commit: String, origin: String) async throws(GitError) -> ChangeSet {
    let from = try await self.commit(commit)
    let tracked = try await diff(from, origin: origin)
    return ChangeSet(
      origin: origin, base: from, files: tracked.files + (try await untrackedFiles()))
  }

  /// Where the lines of a commit are in another one.
  ///
  /// - Parameter end: A full commit id.
  func shift(from start: String, to end: String) async throws(GitError) -> LineShift {
    LineShift(try await diff(try await commit(start), end, origin: end))
  }

  /// `--text`, because attributes come with the change that is judged: a file that it marks as
  /// binary would have no lines. Renames are found, because a moved file has few new lines.
  ///
  /// - Parameters:
  ///   - commits: One, to be compared with the working tree, or two.
  ///   - origin: What the first one is, for people.
  private func diff(_ commits: String..., origin: String) async throws(GitError) -> ChangeSet {
    let options = [
      "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0",
      "--find-renames", "-l1000", "--diff-algorithm=myers", "--indent-heuristic",
      "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short", "--ignore-submodules=dirty",
      "--full-index",
    ]
    let bytes = try await command.output(options + commits + ["--"]).bytes
    do throws(DiffError) {
      return try ChangeSet(parsing: bytes, origin: origin)
    } catch {
      throw .unreadableDiff(error)
    }
  }

  private func untrackedFiles() async throws(GitError) -> [ChangedFile] {
    var files: [ChangedFile] = []
    for path in try await untrackedPaths() {
      files.append(
        ChangedFile(
          path: path, kind: .added, added: try UntrackedFile.lines(of: path, below: root),
          deleted: .none))
    }
    return files
  }

  /// Without repositories inside the repository, whose paths end in `/`: they are not part of it.
  private func untrackedPaths() async throws(GitError) -> [String] {
    try await command.output("ls-files", "--others", "--exclude-standard", "-z").paths
      .filter { !$0.hasSuffix("/") && !ignored.contains($0) }
  }

  /// Whether the clone lacks the beginning of the history.
  func isShallow() async throws(GitError) -> Bool {
    try await command.output("rev-parse", "--is-shallow-repository").text == "true"
  }

  /// The full id of the commit that a revision names.
  func commit(_ revision: String) async throws(GitError) -> String {
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.utf8.contains(0) else {
      throw .malformedRevision(revision)
    }
    let answer = try await command.run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
    guard answer.isSuccess else {
      throw .unknownRevision(revision, isShallow: try await isShallow())
    }
    return answer.text
  }
}
