import LineStream
import VerdictModel

extension ReportFormat {
  /// lcov's tracefiles, in the grammar that lcov 2 reads (geninfo(1), "TRACEFILE FORMAT").
  static let lcov = ReportFormat(
    id: "lcov", title: "LCOV tracefile", evidence: .coverage,
    producers: "lcov, llvm-cov, cargo-llvm-cov, gcovr, coverage.py, Istanbul, Vitest, Coverlet",
    shape: .file(
      recognises: LCOVRecognition.recognises,
      parser: { _ in LCOVParser() }))
}

/// Tells tracefiles by their first records.
enum LCOVRecognition {
  /// Whether nothing but what may stand before it comes before the first `SF:` or `KF:`; a file
  /// that has neither must name a test (`TN:`).
  static func recognises(_ prefix: Span<UInt8>) -> Bool {
    var lines = LineStream()
    var head = Head()
    // A line too long for the stream does not belong to a tracefile's head.
    do { try lines.consume(prefix, into: &head) } catch { return head.sawFile }
    if !head.isDecided { lines.finish(into: &head) }
    return head.sawFile || (head.sawTest && !head.sawOther)
  }

  private struct Head: LineHandler {
    var sawTest = false
    var sawFile = false
    var sawOther = false
    var isDecided: Bool { sawFile || sawOther }

    mutating func take(_ line: Span<UInt8>, number: Int) {
      guard !isDecided else { return }
      switch LCOVRecord(line).kind {
      case .testName: sawTest = true
      case .sourceFile: sawFile = true
      case .nothing, .version: break
      case .endOfRecord where sawTest: break
      default: sawOther = true
      }
    }
  }
}

/// Reads one tracefile.
struct LCOVParser: FileReportParser {
  private var lines = LineStream()
  private var reader = LCOVReader()
  private var damage: ReportError?

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    guard damage == nil else { return }
    do {
      try lines.consume(chunk, into: &reader)
      damage = reader.damage
    } catch {
      damage = ReportError(
        .limitExceeded(name: "the length of a line", limit: error.limit), line: error.line)
    }
  }

  mutating func finish() throws(ReportError) -> Report {
    if damage == nil {
      lines.finish(into: &reader)
      damage = reader.damage
    }
    let incomplete = reader.finish()
    if let damage, reader.files.isEmpty { throw damage }
    return Report(
      format: "lcov", content: .coverage(CoverageReport(files: reader.files)),
      incomplete: damage == nil ? incomplete : [], notices: reader.notices.notices, damage: damage)
  }
}
