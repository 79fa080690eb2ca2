import Testing
import VerdictModel

@testable import VerdictBaseline

@Suite("Stored coverage")
struct StoredCoverageTests {
  /// A baseline of a report with so many lines, a counted branch, a named one and a function.
  private static func baseline(lines: Int) -> Baseline {
    let file = FileCoverage(
      path: "a",
      lines: LineTable(entries: (1...lines).map { (UInt32($0), UInt32($0 % 2)) }),
      branches: BranchTable(
        named: [.init(line: 7, name: 3, taken: true)],
        counted: [.init(line: 9, taken: 1, known: 2)]),
      functions: BranchTable(named: [.init(line: 1, name: 5, taken: false)], counted: []))
    return Baseline(of: file)
  }

  private static func job(lines: Int) throws -> JobEvidence {
    let coverage = try #require(
      baseline(lines: lines).evidence.part("x")?.content.coverage)
    let report = CollectedReport(
      file: "f", inputs: [],
      result: .success(Report(format: "lcov", content: .coverage(coverage))))
    return JobEvidence(
      job: "j", commit: nil,
      parts: [
        CollectedPart(
          id: "x", terms: ReadingTerms(files: ["f"], format: nil, variant: nil), unmatched: [],
          reports: [report])
      ])
  }

  /// 100,000 lines, branches and functions are for people and for older programs too.
  private static let sizes = [(lines: 99_997, isPacked: false), (lines: 99_998, isPacked: true)]

  @Test("is packed where it is too much to look at, and read either way", arguments: sizes)
  func baselines(lines: Int, isPacked: Bool) throws {
    let baseline = Self.baseline(lines: lines)
    let bytes = try BaselineFormat.write(baseline)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"packed\" : \"H4sI") == isPacked)
    #expect(text.contains("\"lines\"") == !isPacked)
    #expect(text.contains("\"verdict-baseline/\(isPacked ? 2 : 1)\""))
    #expect(try BaselineFormat.read(bytes) == baseline)
  }

  @Test("is packed in the evidence of a job as well", arguments: sizes)
  func evidence(lines: Int, isPacked: Bool) throws {
    let evidence = try Self.job(lines: lines)
    let bytes = try EvidenceFormat.write(evidence)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"packed\":\"H4sI") == isPacked)
    #expect(text.contains("\"verdict-evidence/\(isPacked ? 2 : 1)\""))
    let read = try EvidenceFormat.read(bytes)
    #expect(
      read.parts.first?.reports.first?.content == evidence.parts.first?.reports.first?.content)
  }

  private func words(_ files: String) -> String? {
    let text =
      #"{"schema": "verdict-baseline/2", "saved": "", "reports": {"x": {"sources": [], "files": "#
      + files + "}}}"
    return #expect(throws: BaselineError.self) { try BaselineFormat.read(Array(text.utf8)) }?
      .description
  }

  @Test("that is damaged is named by its keys")
  func damage() {
    #expect(
      words(#"{"packed": "AAAA"}"#) == "reports.x.files.packed: is no gzip data in base64")
    #expect(words(#"{"packed": 1}"#) == "reports.x.files.packed: expected a text")
    #expect(words(#"{"packed": null}"#) == "reports.x.files.lines: is missing")
    #expect(words("{}") == "reports.x.files.lines: is missing")
  }

  @Test("is in columns or packed, and not both", arguments: ["lines", "branches", "functions"])
  func both(column: String) {
    #expect(
      words(#"{"packed": "H4sI", "\#(column)": {}}"#)
        == "reports.x.files: has columns beside 'packed'")
  }
}

extension CollectedReport {
  fileprivate var content: ReportContent? {
    guard case .success(let report) = result else { return nil }
    return report.content
  }
}
