import VerdictModel
import VerdictPolicy
import VerdictReports

/// A reader of bytes that nobody vouches for.
enum FuzzTarget: Sendable {
  /// A format's parser alone, or everything that reads a file: that gathers the first 64 KiB, so
  /// that the parser behind it sees short input in one piece.
  case file(@Sendable (_ hints: ReadingHints) -> any FileReportParser)
  case tree(@Sendable () -> any TreeReportParser)
  case policy(PolicyReader)
  case diff

  init?(named name: String) {
    switch name {
    case "any": self = .file { ReportReader(format: nil, hints: $0) }
    case "diff": self = .diff
    case "policy":
      let formats = ReportFormats.all.map { ($0.id, $0.evidence) }
      self = .policy(PolicyReader(formats: Dictionary(uniqueKeysWithValues: formats)))
    default:
      guard let format = try? ReportFormats.named(name) else { return nil }
      switch format.shape {
      case .file(_, let makeParser): self = .file(makeParser)
      case .tree(let makeParser): self = .tree(makeParser)
      }
    }
  }

  /// Reads an input, which must end in a result or an error, and in the same one however it is cut.
  func check(_ bytes: [UInt8]) {
    switch self {
    case .file(let makeParser):
      let hints = ReadingHints(size: bytes.count, testVariant: "hostname")
      let whole = ReadingOutcome(of: bytes, makeParser(hints), pieces: max(bytes.count, 1))
      let cut = ReadingOutcome(of: bytes, makeParser(hints), pieces: 1 + bytes.count % 61)
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

extension ReportReader: FileReportParser {}

/// What came of a file. One that is damaged may have been read further or less far: where libxml2
/// finds the damage depends on what else it has seen already.
private enum ReadingOutcome: Equatable {
  case report(ReportContent, incomplete: [String], [Notice])
  case failure

  /// Reads a file in pieces of a size.
  init(of bytes: [UInt8], _ parser: any FileReportParser, pieces size: Int) {
    var parser = parser
    do throws(ReportError) {
      for start in stride(from: 0, to: bytes.count, by: size) {
        try parser.consume(bytes.span.extracting(start..<min(start + size, bytes.count)))
      }
      let report = try parser.finish()
      self =
        report.damage == nil
        ? .report(report.content, incomplete: report.incomplete, report.notices) : .failure
    } catch {
      self = .failure
    }
  }
}
