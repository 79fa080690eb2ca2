import VerdictModel

/// The git repository around the policy, if there is one.
struct Repository {
  /// `nil` outside of a repository, or where git is not to be had.
  let git: Git?
  /// Why there is a repository that cannot be asked, in git's own words; `nil` if there is none.
  private let refusal: String?

  /// Where the repository was looked for from.
  let directory: String

  /// - Parameter outputs: Files that are no part of it, as they come after what is judged.
  init(around directory: String, besides outputs: [String] = []) async {
    self.directory = directory
    do {
      git = try await Git.repository(containing: directory)?.ignoring(outputs)
      refusal = nil
    } catch {
      git = nil
      refusal = error == .notInstalled ? nil : error.description
    }
  }

  /// That the repository cannot be asked: paths are then taken as the reports have them.
  var notices: [Notice] {
    refusal.map { [Notice("the repository's files are not known: \($0)")] } ?? []
  }

  /// All files that reports may speak of: tracked ones, and new ones that git does not ignore.
  ///
  /// - Returns: `nil` where there is no repository to ask.
  func files() async throws(NoDecision) -> [String]? {
    guard let git else { return nil }
    do {
      return try await git.files()
    } catch {
      throw NoDecision(error.description)
    }
  }

  /// All files that git tracks; `nil` where there is no repository to ask.
  func trackedFiles() async throws(NoDecision) -> Set<String>? {
    guard let git else { return nil }
    do {
      return Set(try await git.trackedFiles())
    } catch {
      throw NoDecision(error.description)
    }
  }

  /// The commit that is checked out; `nil` outside of a repository or before the first commit.
  func headCommit() async throws(NoDecision) -> String? {
    if let refusal { throw NoDecision(refusal) }
    guard let git else { return nil }
    do {
      return try await git.headCommit()
    } catch GitError.noCommit {
      return nil
    } catch {
      throw NoDecision("\(error)")
    }
  }

  /// The commit that is checked out, with its time; `nil` where there is none.
  func measuredCommit() async throws(NoDecision) -> MeasuredCommit? {
    guard let git else { return nil }
    do {
      let head = try await git.headCommit()
      return MeasuredCommit(id: head, time: try await git.time(of: head))
    } catch GitError.noCommit {
      return nil
    } catch {
      throw NoDecision("\(error)")
    }
  }

  /// The full id of the commit that a revision names; `nil` where there is no repository to ask.
  func commit(_ revision: Revision) async throws(NoDecision) -> String? {
    do {
      return try await git?.commit(revision.query)
    } catch {
      throw NoDecision("--base \(revision.name): \(error)")
    }
  }

  /// How many commits the working tree is ahead of a commit; `nil` if nobody can say.
  func distance(from commit: String?) async throws(NoDecision) -> Int? {
    guard let git, let commit else { return nil }
    do {
      return try await git.distance(from: commit)
    } catch {
      throw NoDecision(error.description)
    }
  }

  /// The best common ancestor of HEAD and a revision; `nil` where there is no repository to ask.
  func mergeBase(of revision: Revision) async throws(NoDecision) -> String? {
    do {
      return try await git?.mergeBase(of: revision.query)
    } catch {
      throw NoDecision("--base \(revision.name): \(error)")
    }
  }

  /// Where the lines of a commit are in another one.
  ///
  /// - Parameter end: The full id of a commit; `nil` for the one that is checked out.
  /// - Returns: `nil` if both are the same, or if the first one is not in this clone.
  func shift(from start: String?, to end: String?) async throws(NoDecision) -> LineShift? {
    guard let git, let start else { return nil }
    do {
      let end = if let end { end } else { try await git.headCommit() }
      return start == end ? nil : try await git.shift(from: start, to: end)
    } catch GitError.unknownRevision {
      return nil
    } catch GitError.noCommit {
      return nil
    } catch {
      throw NoDecision("\(error)")
    }
  }

  /// The path from the root of the repository to a file; `nil` outside of one, and for a file that is
  /// not below the directory from which it is named.
  func path(of file: String) -> String? {
    guard let git, !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
      return nil
    }
    return git.prefix + file.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// What a file held where the change began.
  ///
  /// - Parameter paths: Where it may have been, relative to the root: the first that is a file counts.
  /// - Returns: `nil` if it was not there.
  func contents(
    ofFirst paths: [String], atMergeBaseWith revision: Revision
  ) async throws(NoDecision) -> [UInt8]? {
    guard let git else { return nil }
    do throws(GitError) {
      let base = try await git.mergeBase(of: revision.query)
      for path in paths {
        if case .file(let bytes) = try await git.entry(at: path, in: base) { return bytes }
      }
      return nil
    } catch {
      throw NoDecision("--base \(revision.name): \(error)")
    }
  }

  /// What the working tree changes since a commit.
  ///
  /// - Returns: `nil` where there is no repository to ask, or no such commit in this clone.
  func change(sinceCommit commit: String) async throws(NoDecision) -> ChangeSet? {
    do {
      return try await git?.change(since: commit, origin: commit)
    } catch GitError.unknownRevision {
      return nil
    } catch {
      throw NoDecision("\(error)")
    }
  }

  /// What the working tree changes since its merge base with a revision.
  func change(since revision: Revision) async throws(NoDecision) -> ChangeSet {
    guard let git else {
      throw NoDecision(
        "--base \(revision.name): \(refusal ?? "the policy is in no git repository")")
    }
    do {
      let base = try await git.mergeBase(of: revision.query)
      return try await git.change(
        since: base, origin: "merge base \(base.prefix(8)) with \(revision.name)")
    } catch {
      throw NoDecision("--base \(revision.name): \(error)")
    }
  }
}
