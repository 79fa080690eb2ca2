import VerdictModel
import VerdictPolicy
import VerdictReports

/// A reader of bytes that nobody vouches for.
enum FuzzTarget: Sendable {
  /// A file of a format; of any that recognises it if `nil`.
  case report(ReportFormat?)
  case tree(@Sendable () -> any TreeReportParser)
  case policy(PolicyReader)
  case diff

  init?(named name: String) {
    switch name {
    case "any": self = .report(nil)
    case "diff": self = .diff
    case "policy":
      let formats = ReportFormats.all.map { ($0.id, $0.evidence) }
      self = .policy(PolicyReader(formats: Dictionary(uniqueKeysWithValues: formats)))
    default:
      guard let format = try? ReportFormats.named(name) else { return nil }
      switch format.shape {
      case .file: self = .report(format)
      case .tree(let makeParser): self = .tree(makeParser)
      }
    }
  }

  /// Reads an input, which must end in a result or an error, and in the same one however it is cut.
  func check(_ bytes: [UInt8]) {
    switch self {
    case .report(let format):
      let whole = ReadingOutcome(of: bytes, format, pieces: max(bytes.count, 1))
      let cut = ReadingOutcome(of: bytes, format, pieces: 1 + bytes.count % 61)
      guard whole == cut else {
        fatalError("cut differently, read differently:\n\(whole)\n\(cut)")
      }
    case .tree(let makeParser): Self.check(bytes, in: makeParser())
    case .policy(let reader): _ = try? reader.read(bytes)
    case .diff: _ = try? ChangeSet(parsing: bytes, origin: "")
    }
  }

  /// Reads the input as every file of one benchmark.
  private static func check(_ bytes: [UInt8], in parser: any TreeReportParser) {
    var parser = parser
    for name in ["benchmark.json", "estimates.json", "sample.json"] {
      parser.consume(bytes.span, of: "group/function/new/\(name)")
    }
    _ = try? parser.finish()
  }
}

/// What came of a file.
private enum ReadingOutcome: Equatable {
  case report(ReportContent, incomplete: [String], [Notice], damage: ReportError?)
  case failure(ReportError)

  /// Reads a file in pieces of a size.
  init(of bytes: [UInt8], _ format: ReportFormat?, pieces size: Int) {
    do throws(ReportError) {
      var reader = ReportReader(format: format, sizeHint: bytes.count)
      for start in stride(from: 0, to: bytes.count, by: size) {
        try reader.consume(bytes.span.extracting(start..<min(start + size, bytes.count)))
      }
      let report = try reader.finish()
      self = .report(
        report.content, incomplete: report.incomplete, report.notices, damage: report.damage)
    } catch {
      self = .failure(error)
    }
  }
}
