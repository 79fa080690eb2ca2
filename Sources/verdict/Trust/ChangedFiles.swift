import Files
import VerdictModel

/// Says of files of the working tree whether the change under judgement touches them, by whatever
/// name the change knows them. Files are named as the working directory sees them.
struct ChangedFiles {
  let change: ChangeSet
  private let policy: PolicyFile
  /// The repository around the policy.
  private let repository: Git?
  /// The repository as the working directory sees it.
  private let here: Git?
  /// Whether the change is a diff and not what git says.
  private let isDiff: Bool

  /// - Parameter change: `nil` if nothing says what the change is.
  init?(
    _ change: ChangeSet?, policy: PolicyFile, repository: Repository, isDiff: Bool
  ) async {
    guard let change else { return nil }
    self.change = change
    self.policy = policy
    self.repository = repository.git
    self.isDiff = isDiff
    // git is asked once.
    here =
      policy.directory == "." ? repository.git : try? await Git.repository(containing: ".")
  }

  /// Whether a file is added, edited, moved or deleted, or what it leads to if it is a link.
  func touch(_ file: String) -> Bool {
    let stops = SymbolicLink.stops(from: file)
    return areTouched(stops.flatMap(spelledPaths) + foundPaths(of: file))
  }

  /// Whether a file leads elsewhere than before: it is a link, or a directory on the way to it is
  /// one, and the change touches that.
  func redirect(_ file: String) -> Bool {
    areTouched(SymbolicLink.stops(from: file).dropLast().flatMap(spelledPaths))
  }

  /// The paths at which a file was before the change, relative to the root of the repository: of one
  /// that leads elsewhere now only as it is spelled, because what is there now is another file.
  func formerPaths(of file: String) -> [String] {
    redirect(file)
      ? spelledPaths(of: file)
      : spelledPaths(of: SymbolicLink.stops(from: file).last ?? file) + foundPaths(of: file)
  }

  /// A link in the place of a directory is a file in a change.
  private func areTouched(_ paths: [String]) -> Bool {
    change.files.contains { changed in
      [changed.path, changed.oldPath].compactMap(\.self).contains { path in
        paths.contains { $0 == path || $0.hasPrefix(path + "/") }
      }
    }
  }

  /// The paths by which the change knows a file as its name is spelled: a linked directory leads to a
  /// file that the change need not touch.
  private func spelledPaths(of file: String) -> [String] {
    [here?.path(of: file)].compactMap(\.self) + (isDiff ? pathsInDiff(of: file) : [])
  }

  /// What a diff may call a file: it need not begin at the root of a repository, and where there is
  /// none it may begin at any directory above this one.
  private func pathsInDiff(of file: String) -> [String] {
    let shown = Git.normalized(WorkingDirectory.shown(file))
    let parts = Git.normalized(WorkingDirectory.absolute(file))?.split(separator: "/") ?? []
    let ownParts = shown.map { $0.split(separator: "/").count } ?? 1
    guard here == nil, parts.count > ownParts else { return [shown].compactMap(\.self) }
    return (ownParts...parts.count).map { parts.suffix($0).joined(separator: "/") }
  }

  /// The path as git finds the directory of the policy, which may be in another repository than the
  /// working directory.
  private func foundPaths(of file: String) -> [String] {
    let inDirectory = policy.path(of: "")
    let beside = file.hasPrefix(inDirectory) ? String(file.dropFirst(inDirectory.count)) : file
    return [repository.flatMap { $0.path(of: $0.root + "/" + $0.prefix + beside) }]
      .compactMap(\.self)
  }
}
