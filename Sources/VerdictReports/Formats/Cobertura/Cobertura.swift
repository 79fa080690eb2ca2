import VerdictModel
import XMLStream

extension ReportFormat {
  /// Cobertura's XML (`coverage-04.dtd`), as some twenty producers write it.
  static let cobertura = ReportFormat(
    id: "cobertura", title: "Cobertura XML", evidence: .coverage,
    producers: "coverage.py, gcovr, Coverlet, Microsoft CodeCoverage, Istanbul, tarpaulin, PHPUnit",
    shape: .file(
      recognises: { CoberturaReader.isRoot(XMLRoot(of: $0)) },
      parser: { _ in CoberturaParser() }))
}

/// Reads one Cobertura report.
struct CoberturaParser: FileReportParser {
  private let stream = XMLStream(CoberturaReader())
  private var damage: ReportError?

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    guard damage == nil else { return }
    do { try stream.consume(chunk) } catch { damage = ReportError(error) }
    try checkRoot()
  }

  mutating func finish() throws(ReportError) -> Report {
    if damage == nil {
      do { try stream.finish() } catch { damage = ReportError(error) }
    }
    try checkRoot()
    if let damage, !stream.handler.sawRoot { throw damage }
    let (coverage, notices) = stream.handler.finish(isComplete: damage == nil)
    return Report(
      format: "cobertura", content: .coverage(coverage), notices: notices, damage: damage,
      created: stream.handler.created)
  }

  private func checkRoot() throws(ReportError) {
    if let failure = stream.handler.failure { throw failure }
  }
}
