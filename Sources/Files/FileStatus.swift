#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What stands at a path.
package struct FileStatus: Hashable, Sendable {
  /// What a path can lead to.
  package enum Kind: Hashable, Sendable {
    case regular
    case directory
    case symbolicLink
    /// What it is, with its article, such as `a named pipe`.
    case other(String)
  }

  /// Which file it is, by whatever names it is called: equal for links of either kind, as long as
  /// they are followed.
  package struct Identity: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
  }

  /// What stands at the path.
  package var kind: Kind
  /// What makes it the same file as another.
  package var identity: Identity
  /// In bytes; says nothing about directories.
  package var size: Int
  /// When the content was last changed, in seconds since 1970-01-01T00:00:00Z.
  package var modified: Int
  /// The lowest nine bits of the mode.
  var permissions: mode_t

  /// Asks the file system.
  ///
  /// - Parameter followingLinks: Whether a symbolic link stands for what it points to.
  /// - Returns: `nil` if nothing is there.
  package init?(of path: String, followingLinks: Bool = true) throws(FileError) {
    try checkPath(path)
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(errno: errno, path: path)
    }
    self.init(status)
  }

  /// Of an open file.
  init(descriptor: Int32, path: String) throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(errno: errno, path: path) }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    #if canImport(Darwin)
    modified = status.st_mtimespec.tv_sec
    #else
    modified = status.st_mtim.tv_sec
    #endif
    permissions = status.st_mode & 0o777
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .other("a named pipe")
      case S_IFSOCK: .other("a socket")
      case S_IFCHR, S_IFBLK: .other("a device")
      default: .other("something unknown")
      }
  }

  /// Refuses everything that is no regular file.
  func requireRegular(path: String) throws(FileError) {
    switch kind {
    case .regular: return
    case .directory: throw FileError(.isDirectory, path: path)
    case .symbolicLink: throw FileError(.notRegular("a symbolic link"), path: path)
    case .other(let what): throw FileError(.notRegular(what), path: path)
    }
  }
}

/// Refuses paths that the C library would cut short: no file has a NUL in its name.
func checkPath(_ path: String) throws(FileError) {
  guard !path.isEmpty, !path.utf8.contains(0) else { throw FileError(.noSuchFile, path: path) }
}

/// Calls again as long as a signal interrupted the call.
func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
