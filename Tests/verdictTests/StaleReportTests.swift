import Foundation
import TestSupport
import Testing

/// Reports that are left from before the commit that is judged.
@Suite("Stale reports")
struct StaleReportTests {
  static let policy = """
    {
      "version": 1,
      "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
      "gates": { "tests": { "rules": [{ "metric": "tests.failed", "max": 0 }] } }
    }
    """

  /// A repository with one commit, and a report that was made some seconds before it.
  static func repository(reportIsOlderBy seconds: Double) async throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(policy, to: "policy.json")
    try directory.write("unit.xml\n", to: ".gitignore")
    for arguments in [["init", "-q"], ["add", "."], ["commit", "-q", "-m", "base"]] {
      try await NewCodeTests.git(arguments, in: directory)
    }
    let report = try directory.write(
      #"<testsuite><testcase classname="a" name="b"/></testsuite>"#, to: "unit.xml")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: report)
    return directory
  }

  @Test("block, and the words name report and commit")
  func stale() async throws {
    let directory = try await Self.repository(reportIsOlderBy: 7200)
    let result = try await Program.run(["check"], in: directory.path)
    #expect(result.status == 1)
    let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("reports/unit is stale: unit.xml was made no later than 20"), "\(words)")
    #expect(words.contains("before commit "), "\(words)")
    #expect(words.contains("make unit.xml of reports/unit anew, it is too old"), "\(words)")
    let save = try await Program.run(["baseline", "save"], in: directory.path)
    #expect(save.status == 2)
    #expect(
      save.diagnostics.hasPrefix("verdict: nothing is saved: reports/unit is stale: unit.xml"),
      "\(save.diagnostics)")
  }

  @Test("are none if they were made just before the commit")
  func fresh() async throws {
    let directory = try await Self.repository(reportIsOlderBy: 60)
    let result = try await Program.run(["check"], in: directory.path)
    #expect(result.status == 0, "\(result.output)\(result.diagnostics)")
  }
}
