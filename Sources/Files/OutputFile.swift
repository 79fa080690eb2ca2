#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that a user asked for as an output.
package enum OutputFile {
  /// Writes the bytes: a file is replaced as a whole, a device or a pipe (`/dev/stderr`, a shell's
  /// process substitution) is written to.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    guard let status = try FileStatus(of: path), case .other = status.kind else {
      try AtomicWriter.replace(path, with: bytes)
      return
    }
    let descriptor = retryingInterrupts { open(path, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(errno: errno, path: path) }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw FileError(errno: errno, path: path) }
  }
}

/// Writes all bytes, however often the system takes only a part.
///
/// - Returns: Whether it took them all; `errno` says why not.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
      return retryingInterrupts { write(descriptor, rest.baseAddress, rest.count) }
    }
    guard count > 0 else { return false }
    written += count
  }
  return true
}
