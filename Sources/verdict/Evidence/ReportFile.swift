import Digest
import Files
import VerdictModel
import VerdictReports

/// One report on disk: a file, or a directory of them.
struct ReportFile {
  let path: String
  /// `nil` to recognise it from the content.
  let format: ReportFormat?
  /// What tells runs of the same tests apart; `nil` for nothing.
  var testVariant: String?

  /// Is told of a file that is read: its path, and its SHA-256, which is `nil` if it is not asked for
  /// or the file could not be read to its end.
  typealias Note = (_ path: String, _ sha256: String?) -> Void

  /// - Parameter hashing: Whether the SHA-256 is asked for.
  func read(hashing: Bool = false, noting note: Note = { _, _ in }) -> Result<Report, ReportError> {
    do throws(ReportError) {
      return .success(try isDirectory() ? readTree(hashing, note) : readFile(hashing, note))
    } catch {
      return .failure(error)
    }
  }

  private func isDirectory() throws(ReportError) -> Bool {
    do {
      return try FileStatus(of: path)?.kind == .directory
    } catch {
      throw ReportError(error)
    }
  }

  private func readFile(_ hashing: Bool, _ note: Note) throws(ReportError) -> Report {
    let digest = hashing ? BackgroundDigest() : nil
    var isWhole = false
    defer { note(path, isWhole ? digest?.hex : nil) }
    var file: ChunkedFile
    do {
      file = try ChunkedFile(path)
    } catch {
      throw ReportError(error)
    }
    var reader = ReportReader(
      format: format, hints: ReadingHints(size: file.size, testVariant: testVariant))
    var failure: ReportError?
    // What makes a report unreadable is read to its end all the same: its digest tells which it was.
    while failure == nil || digest != nil {
      let chunk: [UInt8]?
      do {
        chunk = try file.next()
      } catch {
        throw ReportError(error)
      }
      guard let chunk else { break }
      digest?.append(chunk)
      guard failure == nil else { continue }
      do throws(ReportError) {
        try reader.consume(chunk.span)
      } catch {
        failure = error
      }
    }
    isWhole = true
    if let failure { throw failure }
    return try reader.finish()
  }

  private func readTree(_ hashing: Bool, _ note: Note) throws(ReportError) -> Report {
    let isNamed = self.format != nil
    guard let format = format ?? ReportFormats.tree, case .tree(let makeParser) = format.shape
    else {
      throw ReportError(.wrongShape(format: format?.id ?? "", expectsDirectory: false))
    }
    var parser = makeParser()
    var isEmpty = true
    do {
      for file in try TreeWalker.files(below: path) where parser.wants(file) {
        let place = path + "/" + file
        let bytes = try ChunkedFile.contents(of: place, limit: Self.maxTreeFileSize)
        parser.consume(bytes.span, of: file)
        note(place, hashing ? ContentDigest.hex(of: bytes) : nil)
        isEmpty = false
      }
    } catch {
      throw ReportError(error, below: path)
    }
    // Nobody said that it should be one of benchmarks.
    if isEmpty, !isNamed {
      throw ReportError(
        .unexpected(found: "a directory without benchmarks", expected: "a report file"))
    }
    return try parser.finish()
  }

  /// A benchmark's samples take some hundred kilobytes at most.
  private static let maxTreeFileSize = 64 * 1024 * 1024
}

extension ReportError {
  /// What the file system said of a report, without the path that the user knows.
  ///
  /// - Parameter root: The directory of a tree, where the file within it has to be named.
  fileprivate init(_ error: FileError, below root: String? = nil) {
    let file = root.flatMap { root in
      error.path.hasPrefix(root + "/") ? String(error.path.dropFirst(root.count + 1)) : nil
    }
    self.init(.unreadable(error.problem.description), in: file)
  }
}
