#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Replaces a file as a whole: readers see the old content or the new one, and whatever interrupts
/// the writing leaves the old one.
///
/// The bytes go to a temporary file beside the target; `commit()` makes it the target. Without
/// `commit()` it is removed again.
package struct AtomicWriter: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isCommitted = false

  /// Creates missing parent directories and the temporary file.
  ///
  /// - Parameter path: A file that may or may not be there; a link to a file stays a link. Anything
  ///   else, such as a device, is refused: it would be replaced by a file.
  package init(replacing path: String) throws(FileError) {
    let old = try FileStatus(of: path)
    try old?.requireRegular(path: path)
    let target = old == nil ? path : try Self.resolvingLinks(path)
    let directory = Self.directory(of: target)
    try Self.createDirectory(directory)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let temporary = directory + "/.verdict-" + random + ".tmp"
    let descriptor = retryingInterrupts {
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw FileError(errno: errno, path: path) }
    if let old { fchmod(descriptor, old.permissions) }
    self.path = target
    self.temporary = temporary
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    if !isCommitted { unlink(temporary) }
  }

  /// Replaces a file by these bytes.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    var writer = try AtomicWriter(replacing: path)
    try writer.append(bytes)
    try writer.commit()
  }

  /// Adds bytes to the new content.
  package mutating func append(_ bytes: [UInt8]) throws(FileError) {
    guard writeAll(bytes, to: descriptor) else { throw FileError(errno: errno, path: path) }
  }

  /// Makes the new content the file's content, also for a machine that loses power now.
  package mutating func commit() throws(FileError) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw FileError(errno: errno, path: path)
    }
    isCommitted = true
    // The new name lasts only when the directory is written too; file systems that cannot do that
    // on its own say so, and it is no failure.
    let directory = open(Self.directory(of: path), O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func createDirectory(_ path: String) throws(FileError) {
    var missing: [String] = []
    var next = path
    while try FileStatus(of: next) == nil {
      missing.append(next)
      next = directory(of: next)
    }
    for directory in missing.reversed() where mkdir(directory, 0o777) != 0 {
      guard errno == EEXIST else { throw FileError(errno: errno, path: directory) }
    }
  }

  private static func resolvingLinks(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else { throw FileError(errno: errno, path: path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
