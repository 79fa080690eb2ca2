import TestSupport
import Testing
import VerdictBaseline
import VerdictModel
import VerdictReports

@testable import verdict

@Suite("Evidence of a job")
struct EvidenceFormatTests {
  /// Everything that is a report, read or refused.
  private static let files =
    ReportFormats.all.filter { $0.id != ReportFormats.tree?.id }.flatMap { format in
      ["valid", "malformed"].flatMap { folder in
        TestFiles.files(below: "Fixtures/Reports/\(format.id)/\(folder)", suffix: "")
          .filter { $0.contains(".") && !$0.contains(".expected") }
      }
    } + ["Fixtures/Examples/pull-request/reports/criterion"]

  private static func roundTrip(_ report: CollectedReport) throws -> CollectedReport {
    let terms = ReadingTerms(files: ["*"], format: nil, variant: "os")
    let part = CollectedPart(id: "r", terms: terms, unmatched: ["x"], reports: [report])
    let bytes = try EvidenceFormat.write(JobEvidence(job: "j", commit: "abc", parts: [part]))
    let job = try EvidenceFormat.read(bytes)
    #expect(job.job == "j")
    #expect(job.commit == "abc")
    #expect(job.parts.first?.terms == terms)
    #expect(job.parts.first?.unmatched == ["x"])
    return try #require(job.parts.first?.reports.first)
  }

  @Test("loses nothing of any report but how often lines ran", arguments: files)
  func lossless(file: String) throws {
    let path = TestFiles.repositoryPath(file)
    let inputs = [
      InputFile(.report, report: "r", path: "a", sha256: "0a", modified: Moment(seconds: 7)),
      InputFile(.report, report: "r", path: "b", sha256: nil),
    ]
    let result = ReportFile(path: path, format: nil).read()
    let kept = try Self.roundTrip(CollectedReport(file: "f", inputs: inputs, result: result))
    #expect(kept.file == "f")
    #expect(kept.inputs == inputs)
    switch (result, kept.result) {
    case (.success(let report), .success(let kept)):
      #expect(kept.content == report.content.withoutCounts)
      #expect(kept.format == report.format)
      #expect(kept.incomplete == report.incomplete)
      #expect(kept.notices == report.notices)
      #expect(kept.created == report.created)
      #expect(kept.damage?.description == report.damage?.description)
      #expect(kept.damage?.redacted == report.damage?.redacted)
    case (.failure(let error), .failure(let kept)):
      #expect(kept.description == error.description)
      #expect(kept.redacted == error.redacted)
    default: Issue.record("\(file) is read on one side only")
    }
  }

  @Test("there are many reports")
  func many() { #expect(Self.files.count > 30) }
}

extension ReportContent {
  /// Lines that ran, ran once.
  fileprivate var withoutCounts: ReportContent {
    guard case .coverage(let report) = self else { return self }
    let files = report.files.map { file in
      FileCoverage(
        path: file.path,
        lines: LineTable(
          entries: zip(file.lines.numbers, file.lines.counts).map { ($0, min($1, 1)) }),
        branches: file.branches, functions: file.functions)
    }
    return .coverage(CoverageReport(files: files, roots: report.roots))
  }
}
