/// What a change does to the files of the repository, as far as it matters for judging it.
package struct ChangeSet: Hashable, Sendable {
  /// What the measured tree was compared with, for people: `merge base 9f3c2ab1 of main` or the
  /// name of the diff file.
  package var origin: String
  /// The full id of the commit that it was compared with; `nil` if it is not known.
  package var base: String?
  /// Sorted by path.
  package var files: [ChangedFile]

  package init(origin: String, base: String? = nil, files: [ChangedFile]) {
    self.origin = origin
    self.base = base
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The new paths of files that were renamed, by the old ones.
  package var renames: [String: String] {
    Dictionary(
      files.compactMap { file in file.oldPath.map { ($0, file.path) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same with paths of the repository: some tools compare files by absolute paths.
  ///
  /// - Parameter root: The absolute path of the repository, without a slash at its end.
  /// - Throws: `DiffProblem.elsewhere` for an absolute path that is elsewhere, of which nobody can say what it is
  ///   here: to leave it out would be to say that it did not change.
  package func relative(to root: String) throws(DiffProblem) -> ChangeSet {
    var change = self
    for index in files.indices {
      change.files[index].path = try Self.relative(files[index].path, to: root)
      if let old = files[index].oldPath {
        change.files[index].oldPath = try Self.relative(old, to: root)
      }
    }
    change.files.sort { $0.path < $1.path }
    return change
  }

  private static func relative(_ path: String, to root: String) throws(DiffProblem) -> String {
    guard path.hasPrefix("/") else { return path }
    guard path.hasPrefix(root + "/") else { throw .elsewhere(path: path) }
    return String(path.dropFirst(root.count + 1))
  }

  /// The entry of a path in the measured tree.
  package func file(at path: String) -> ChangedFile? {
    let index = files.partitioningIndex(where: { $0.path >= path })
    guard index < files.count, files[index].path == path, files[index].kind != .deleted else {
      return nil
    }
    return files[index]
  }
}

extension ChangeSet {
  /// The same where files were renamed already that a later change does not rename: as evidence of
  /// the older version is that was given their names.
  ///
  /// - Parameter later: The part of the change that is not in those names; `nil` for none of it.
  package func afterRenaming(until later: ChangeSet?) -> Self {
    var change = self
    for (index, file) in files.enumerated() where file.kind == .renamed {
      let oldPath = later?.file(at: file.path)?.oldPath
      change.files[index].oldPath = oldPath
      if oldPath == nil { change.files[index].kind = .modified }
    }
    return change
  }
}

/// One file of a change.
package struct ChangedFile: Hashable, Sendable {
  /// What happened to the path; a copy counts as added.
  package enum Kind: String, Hashable, Sendable {
    case added
    case modified
    case deleted
    case renamed
  }

  /// The path in the measured tree, or the old one of a deleted file.
  package var path: String
  /// The path before a rename; `nil` otherwise.
  package var oldPath: String?
  /// Decides which tree `path` is of, and whether `oldPath` is set.
  package var kind: Kind
  /// Lines of the measured tree that were added or changed.
  package var added: LineRanges
  /// Lines of the old tree that are gone or changed.
  package var deleted: LineRanges

  package init(
    path: String, oldPath: String? = nil, kind: Kind, added: LineRanges, deleted: LineRanges
  ) {
    self.path = path
    self.oldPath = oldPath
    self.kind = kind
    self.added = added
    self.deleted = deleted
  }
}
