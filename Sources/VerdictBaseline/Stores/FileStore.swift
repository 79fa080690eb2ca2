import Files
package import VerdictModel

extension BaselineStoreKind {
  /// A file, usually in the repository or in the cache of the continuous integration.
  package static let file = Self(
    id: "file", title: "a JSON file", example: "file:.verdict/baseline.json"
  ) { location, directory in
    FileStore(path: location.hasPrefix("/") ? location : directory + "/" + location)
  }
}

/// Keeps a baseline in a file.
package struct FileStore: BaselineStore {
  /// The largest file that is read. The evidence of a million tests is below it.
  static let maxSize = 512 * 1024 * 1024

  private let path: String

  /// - Parameter path: The file, which need not be there yet.
  package init(path: String) {
    self.path = path
  }

  /// Reads the whole file; `nil` if there is none. A link that leads nowhere is no absence:
  /// somebody put it there, and what it points to was lost.
  package func contents() throws(BaselineError) -> [UInt8]? {
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
}
