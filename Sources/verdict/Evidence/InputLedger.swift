import Digest
import Files
import Synchronization
import VerdictModel

/// Knows every file that a verdict rests on: whoever reads one has it noted, with the digest of the
/// bytes that were read, never of a second look.
final class InputLedger: Sendable {
  private let noted = Mutex<Set<InputFile>>([])
  /// When files were written that an earlier verdict rests on; `nil` to ask the file system.
  private let times: [String: Moment]?
  /// Whether reports are noted with their digests. They are large, and to compute what nobody is
  /// told costs up to a third of reading them; what else is noted always has its digest.
  let hashingReports: Bool

  /// - Parameter recorded: What an earlier verdict rests on: its times count then, as they are no
  ///   part of what files hold. `nil` for a new verdict.
  init(timesOf recorded: [InputFile]? = nil, hashingReports: Bool = false) {
    self.hashingReports = hashingReports
    times = recorded.map { files in
      Dictionary(
        files.compactMap { file in file.modified.map { (file.path, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Everything that was noted, sorted.
  var files: [InputFile] { noted.withLock { $0.sorted() } }

  /// Reads a small file.
  func contents(
    of path: String, as role: InputFile.Role, limit: Int
  ) throws(FileError) -> [UInt8] {
    let bytes = try ChunkedFile.contents(of: path, limit: limit)
    note(bytes, as: role, path: path)
    return bytes
  }

  /// Notes what somebody else has read.
  ///
  /// - Parameters:
  ///   - path: As it was opened.
  ///   - commit: The full id of the commit that the bytes come from; `nil` for the working tree.
  func note(_ bytes: [UInt8], as role: InputFile.Role, path: String, commit: String? = nil) {
    let file = InputFile(
      role, path: WorkingDirectory.shown(path), commit: commit,
      sha256: ContentDigest.hex(of: bytes))
    noted.withLock { _ = $0.insert(file) }
  }

  /// - Parameter withTimes: Whether it decided something when the files were written.
  func note(_ files: [InputFile], withTimes: Bool) {
    let files = files.map { file in
      var file = file
      if !withTimes { file.modified = nil }
      return file
    }
    noted.withLock { $0.formUnion(files) }
  }

  /// When a file was last written; `nil` if it is gone, or if that decided nothing.
  func modified(_ path: String) -> Moment? {
    if let times { return times[WorkingDirectory.shown(path)] }
    return (try? FileStatus(of: path)).map { Moment(seconds: $0.modified) }
  }
}
