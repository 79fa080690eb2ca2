import VerdictModel
import XMLStream

extension ReportFormat {
  /// The XML that Ant's JUnit task began to write and that nearly every test runner writes today,
  /// each in its own way; there is no standard. Surefire's XSD and Jenkins's reader are the closest
  /// to one.
  static let junit = ReportFormat(
    id: "junit", title: "JUnit XML", evidence: .tests,
    producers:
      "Surefire, Gradle, pytest, gtest, Jest, cargo-nextest, go-junit-report, PHPUnit, Swift",
    shape: .file(
      recognises: { JUnitReader.isRoot(XMLRoot(of: $0)) },
      parser: { JUnitParser(hints: $0) }))
}

/// Reads one JUnit report.
struct JUnitParser: FileReportParser {
  private let stream: XMLStream<JUnitReader>
  private var repair = CharacterRepair()
  private var damage: ReportError?

  init(hints: ReadingHints) {
    stream = XMLStream(JUnitReader(hints: hints))
  }

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    guard damage == nil else { return }
    do { try repair.consume(chunk, into: stream) } catch { damage = ReportError(error) }
    try checkRoot()
  }

  mutating func finish() throws(ReportError) -> Report {
    if damage == nil {
      do { try repair.finish(stream) } catch { damage = ReportError(error) }
    }
    try checkRoot()
    if let damage, !stream.handler.sawRoot { throw damage }
    if repair.count > 0 {
      stream.handler.note(
        "characters that XML forbids are replaced by U+FFFD", line: repair.firstLine)
    }
    let (tests, notices) = stream.handler.finish()
    return Report(
      format: "junit", content: .tests(tests),
      incomplete: damage == nil ? stream.handler.incomplete : [], notices: notices, damage: damage,
      created: stream.handler.created)
  }

  private func checkRoot() throws(ReportError) {
    if let failure = stream.handler.failure { throw failure }
  }
}
