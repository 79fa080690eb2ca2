#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A directory that is there as long as the value, for tests.
package final class TemporaryDirectory: Sendable {
  package let path: String

  package struct Refused: Error {
    var code: Int32
  }

  package init() throws(Refused) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/verdict-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Refused(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(path) }

  /// Makes directories and a file with a text.
  ///
  /// - Returns: The file's absolute path.
  @discardableResult
  package func write(_ text: String, to name: String) throws(Refused) -> String {
    var directory = path
    for part in name.split(separator: "/").dropLast() {
      directory += "/" + part
      mkdir(directory, 0o777)
    }
    guard let file = fopen(path + "/" + name, "w") else { throw Refused(code: errno) }
    fputs(text, file)
    fclose(file)
    return path + "/" + name
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) {
    symlink(target, path + "/" + name)
  }

  /// Makes a named pipe.
  package func makePipe(_ name: String) -> String {
    mkfifo(path + "/" + name, 0o666)
    return path + "/" + name
  }

  private func remove(_ path: String) {
    if unlink(path) == 0 { return }
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}
