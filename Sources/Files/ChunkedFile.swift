#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A regular file that is read from its beginning to its end in chunks, so that memory does not
/// grow with the file.
package struct ChunkedFile: ~Copyable {
  /// How much is read at once: large enough that the calls do not count, and small enough to be in
  /// the processor's cache still when it is parsed.
  package static let chunkSize = 128 * 1024

  /// As it was asked for, for messages.
  package let path: String
  /// In bytes, when the file was opened.
  package let size: Int
  private let descriptor: Int32
  private var position = 0

  /// Opens the file.
  ///
  /// - Throws: `FileError` if there is none, or if it is a directory, a pipe or a device, which is
  ///   found out without waiting for a writer.
  package init(_ path: String) throws(FileError) {
    try checkPath(path)
    let descriptor = retryingInterrupts { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileError(errno: errno, path: path) }
    do throws(FileError) {
      let status = try FileStatus(descriptor: descriptor, path: path)
      try status.requireRegular(path: path)
      self.size = status.size
      self.path = path
      self.descriptor = descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// The next bytes.
  ///
  /// - Returns: At most `chunkSize` bytes, `nil` at the end.
  /// - Throws: `FileProblem.changed` if there is more or less than when the file was opened: what
  ///   was read of a report that is still being written says nothing.
  package mutating func next() throws(FileError) -> [UInt8]? {
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      let length = retryingInterrupts { read(descriptor, buffer.baseAddress, buffer.count) }
      code = length < 0 ? errno : 0
      count = max(0, length)
    }
    guard code == 0 else { throw FileError(errno: code, path: path) }
    position += chunk.count
    guard position <= size, !chunk.isEmpty || position == size else {
      throw FileError(.changed, path: path)
    }
    return chunk.isEmpty ? nil : chunk
  }

  /// All of a file that is known to be small.
  ///
  /// - Parameter limit: The most bytes that are read.
  package static func contents(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    var file = try ChunkedFile(path)
    guard file.size <= limit else {
      throw FileError(.limitExceeded(name: "size in bytes", limit: limit), path: path)
    }
    var contents: [UInt8] = []
    contents.reserveCapacity(file.size)
    while let chunk = try file.next() { contents += chunk }
    return contents
  }
}
