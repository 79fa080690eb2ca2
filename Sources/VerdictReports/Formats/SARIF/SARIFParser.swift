import JSONDocument
import VerdictModel

/// Reads a SARIF log: gathers its bytes, and reads them at the end, because what a result means
/// (rules, artifacts, bases of paths) may stand behind it.
struct SARIFParser: FileReportParser {
  /// The one version that is read (SARIF 2.1.0 §3.13.2). Others give other names to the same
  /// things, and would look like a log without findings.
  static let version = "2.1.0"

  private var text: JSONText

  init(sizeHint: Int) {
    text = JSONText(sizeHint: sizeHint)
  }

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    guard text.append(chunk) else {
      throw ReportError(.limitExceeded(name: "the size in bytes", limit: JSONText.maximumSize))
    }
  }

  mutating func finish() throws(ReportError) -> Report {
    var reader = SARIFLogReader(text: SARIFText(&text))
    return try reader.read()
  }
}
