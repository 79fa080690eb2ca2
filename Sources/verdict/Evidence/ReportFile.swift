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

  func read() -> Result<Report, ReportError> {
    do throws(ReportError) {
      return .success(try isDirectory() ? readTree() : readFile())
    } catch {
      return .failure(error)
    }
  }

  /// When the file, or the youngest file of the tree, was last written; `nil` if it is gone.
  var modified: Moment? {
    guard let status = try? FileStatus(of: path) else { return nil }
    guard status.kind == .directory else { return Moment(seconds: status.modified) }
    let files = (try? TreeWalker.files(below: path)) ?? []
    return files.compactMap { try? FileStatus(of: "\(path)/\($0)")?.modified }.max()
      .map(Moment.init(seconds:))
  }

  private func isDirectory() throws(ReportError) -> Bool {
    do {
      return try FileStatus(of: path)?.kind == .directory
    } catch {
      throw ReportError(error)
    }
  }

  private func readFile() throws(ReportError) -> Report {
    var file: ChunkedFile
    do {
      file = try ChunkedFile(path)
    } catch {
      throw ReportError(error)
    }
    var reader = ReportReader(
      format: format, hints: ReadingHints(size: file.size, testVariant: testVariant))
    while true {
      let chunk: [UInt8]?
      do {
        chunk = try file.next()
      } catch {
        throw ReportError(error)
      }
      guard let chunk else { return try reader.finish() }
      try reader.consume(chunk.span)
    }
  }

  private func readTree() throws(ReportError) -> Report {
    let isNamed = self.format != nil
    guard let format = format ?? ReportFormats.tree, case .tree(let makeParser) = format.shape
    else {
      throw ReportError(.wrongShape(format: format?.id ?? "", expectsDirectory: false))
    }
    var parser = makeParser()
    var isEmpty = true
    do {
      for file in try TreeWalker.files(below: path) where parser.wants(file) {
        let bytes = try ChunkedFile.contents(of: path + "/" + file, limit: Self.maxTreeFileSize)
        parser.consume(bytes.span, of: file)
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
