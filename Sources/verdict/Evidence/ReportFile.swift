import VerdictModel
import VerdictReports

/// One report on disk: a file, or a directory of them.
struct ReportFile {
  let path: String
  /// `nil` to recognise it from the content.
  let format: ReportFormat?

  func read() -> Result<Report, ReportError> {
    do throws(ReportError) {
      return .success(try FileKind(of: path) == .directory ? readTree() : readFile())
    } catch {
      return .failure(error)
    }
  }

  private func readFile() throws(ReportError) -> Report {
    do throws(FileError) {
      let file = try ChunkedFile(path)
      var reader = ReportReader(format: format, sizeHint: file.size)
      var failure: ReportError?
      try file.forEachChunk { chunk in
        do throws(ReportError) {
          try reader.consume(chunk)
          return true
        } catch {
          failure = error
          return false
        }
      }
      if let failure { return try Result<Report, ReportError>.failure(failure).get() }
    } catch {
      throw ReportError(.unreadable(error.reason))
    }
  }

  /// A directory is a Criterion tree, the only format of this shape.
  private func readTree() throws(ReportError) -> Report {
    let format = format ?? .criterion
    guard case .tree(let makeParser) = format.shape else {
      throw ReportError(.wrongShape(format: format.id, expectsDirectory: false))
    }
    var parser = makeParser()
    do throws(FileError) {
      for file in try TreeWalker(path).files() where parser.wants(file) {
        parser.consume(try FileBytes.read(path + "/" + file).span, of: file)
      }
    } catch {
      throw ReportError(.unreadable(error.description))
    }
    return try parser.finish()
  }
}
