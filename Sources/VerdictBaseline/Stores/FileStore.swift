import Files
package import VerdictModel

extension BaselineStoreKind {
  /// A file, usually in the repository or in the cache of the continuous integration.
  package static let file = Self(
    id: "file", title: "a JSON file", example: "file:.verdict/baseline.json"
  ) { location, place in
    FileStore(path: location.hasPrefix("/") ? location : place.directory + "/" + location)
  }
}

/// Keeps the last baseline in a file.
package struct FileStore: BaselineStore {
  /// The largest file that is read. The evidence of a million tests is below it.
  static let maxSize = 512 * 1024 * 1024

  private let path: String

  /// - Parameter path: The file, which need not be there yet.
  package init(path: String) {
    self.path = path
  }

  /// What is in the file, whichever commit it is of.
  package func entry(for commit: String?) throws(BaselineError) -> StoreEntry? {
    guard let bytes = try contents() else { return nil }
    return StoreEntry(baseline: try BaselineFormat.read(bytes), bytes: bytes)
  }

  /// The file, if it is there.
  package func entries() throws(BaselineError) -> [StoreEntry] {
    try entry(for: nil).map { [$0] } ?? []
  }

  /// Reads the whole file; `nil` if there is none. A link that leads nowhere is no absence:
  /// somebody put it there, and what it points to was lost.
  private func contents() throws(BaselineError) -> [UInt8]? {
    do throws(FileError) {
      return try ChunkedFile.contents(of: path, limit: Self.maxSize)
    } catch {
      guard error.problem == .noSuchFile else {
        throw BaselineError(.unreadable(error.problem.description))
      }
      try refuseBrokenLink()
      return nil
    }
  }

  private func refuseBrokenLink() throws(BaselineError) {
    let target: String?
    do throws(FileError) {
      target = try SymbolicLink.brokenTarget(on: path)
    } catch {
      throw BaselineError(.unreadable(error.problem.description))
    }
    if let target { throw BaselineError(.unreadable("links to \(target): no such file")) }
  }

  /// Writes a new file beside the old one and puts it in its place.
  package func save(_ baseline: Baseline) throws(BaselineError) {
    let bytes = try BaselineFormat.write(baseline)
    do throws(FileError) {
      try AtomicWriter.replace(path, with: bytes)
    } catch {
      throw BaselineError(.unwritable(error.problem.description))
    }
  }

  /// There is never more than one.
  package func prune(keeping count: Int) -> Int { 0 }

  /// A file is shared as files are.
  package func push(to remote: String) throws(BaselineError) { throw BaselineError(.notShared) }

  /// A file is shared as files are.
  package func pull(from remote: String) throws(BaselineError) -> Bool {
    throw BaselineError(.notShared)
  }

  /// Where there is no file, nothing was saved.
  package var absence: String? { nil }
}
