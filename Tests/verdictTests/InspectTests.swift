import Foundation
import TestSupport
import Testing
import VerdictReports

/// Every real report in the fixtures reads as another tool counted it.
@Suite("verdict inspect")
struct InspectTests {
  static let expectations = TestFiles.files(below: "Fixtures/Reports", suffix: ".expected.json")

  @Test("there are reports of every format")
  func some() {
    let formats = Set(Self.expectations.map { $0.split(separator: "/")[2] })
    #expect(formats == Set(ReportFormats.all.map { Substring($0.id) }))
  }

  @Test("a directory that is no Criterion tree is no report")
  func directory() async throws {
    let result = try await Program.run(["inspect", "Fixtures/Reports/junit"])
    #expect(result.status == 2)
    #expect(
      result.output.contains("found a directory without benchmarks, expected a report file"))
  }

  @Test("agrees with independent tools", arguments: expectations)
  func report(expectation: String) async throws {
    let report = String(expectation.dropLast(".expected.json".count))
    let format = String(report.split(separator: "/")[2])
    // Facts have to be named; the others have to be recognised.
    let result = try await Program.run(
      ["inspect", "--output", "json", report] + (format == "facts" ? ["--format", format] : []))
    #expect(result.status == 0, "\(result.diagnostics)")
    let records = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    let expected = try #require(
      JSONSerialization.jsonObject(with: Data(TestFiles.text(expectation).utf8))
        as? [String: Any])
    let record = try #require(records.first)
    #expect(record["error"] == nil)
    #expect(record["file"] as? String == report)
    #expect(record["format"] as? String == format)
    for (key, value) in expected {
      #expect(record[key] as? NSDictionary == value as? NSDictionary, "\(report): \(key)")
    }
  }
}
