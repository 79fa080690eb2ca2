#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Lists the files below a directory.
package enum TreeWalker {
  /// The most files that one walk lists. Large repositories have a few hundred thousand.
  package static let maxFiles = 1_000_000
  /// The most directories inside one another. Real trees stay far below.
  package static let maxDepth = 128

  /// Every path below a directory that is not a directory itself, relative to it, with `/`, sorted.
  ///
  /// Pipes, devices and broken links are listed, so that reading them says what is wrong. Links to
  /// directories are not followed: what they point to may be anywhere, or above.
  ///
  /// - Parameters:
  ///   - root: The directory; it may be a link itself.
  ///   - enters: Whether to look into a directory, by its path relative to the root.
  package static func files(
    below root: String, entering enters: (String) -> Bool = { _ in true }
  ) throws(FileError) -> [String] {
    var files: [String] = []
    var open: [(path: String, depth: Int)] = [("", 0)]
    while let (directory, depth) = open.popLast() {
      let full = directory.isEmpty ? root : root + "/" + directory
      for name in try names(in: full) {
        let path = directory.isEmpty ? name : directory + "/" + name
        switch try kind(of: root + "/" + path) {
        case .directory:
          guard enters(path) else { continue }
          guard depth < maxDepth else {
            throw FileError(.limitExceeded(name: "depth", limit: maxDepth), path: full)
          }
          open.append((path, depth + 1))
        case .linkToDirectory: continue
        case .file: files.append(path)
        }
      }
      guard files.count <= maxFiles else {
        throw FileError(.limitExceeded(name: "number of files", limit: maxFiles), path: root)
      }
    }
    return files.sorted()
  }

  private enum Kind {
    case directory
    case linkToDirectory
    case file
  }

  private static func kind(of path: String) throws(FileError) -> Kind {
    switch try FileStatus(of: path, followingLinks: false)?.kind {
    case .directory: return .directory
    case .symbolicLink:
      // A link that cannot be followed, such as one to itself, is for the reader to complain of.
      let target = try? FileStatus(of: path)
      return target?.kind == .directory ? .linkToDirectory : .file
    default: return .file
    }
  }

  private static func names(in directory: String) throws(FileError) -> [String] {
    try checkPath(directory)
    guard let stream = opendir(directory) else { throw FileError(errno: errno, path: directory) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw FileError(errno: errno, path: directory) }
    return names
  }
}
