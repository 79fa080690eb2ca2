import Foundation
import TestSupport
import Testing

/// What counts as one of the files that a policy expects several of.
@Suite("Shards")
struct ShardTests {
  private static let test = #"<testsuite><testcase classname="C" name="t"/></testsuite>"#
  private static let cleanScan =
    #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": []}]}"#
  private static let found = cleanScan.replacing(
    "[]}", with: #"[{"ruleId": "R", "message": {"text": "m"}}]}"#)

  /// What `verdict check` prints of three reports where there must be three.
  private static func output(
    of files: [String: String], links: [String: String] = [:]
  ) async throws -> String {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      {
        "version": 1,
        "reports": { "r": { "files": "r/*", "shards": 3 } },
        "defaults": { "empty": "info" },
        "gates": {
          "g": { "rules": [{ "metric": "report.age", "max": "100w" }, { "metric": "findings", "max": 9 }] }
        }
      }
      """, to: "policy.json")
    for (name, text) in files { try directory.write(text, to: "r/" + name) }
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: directory.path + "/r/" + name, withDestinationPath: target)
    }
    let result = try await Program.run(["check"], in: directory.path)
    return (result.output + result.diagnostics).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test("are counted once however often a report was copied")
  func copies() async throws {
    let output = try await Self.output(of: ["a": Self.found, "b": Self.found, "c": Self.found])
    #expect(
      output.contains("r/b, r/c are copies of r/a; reports/r has 1 of 3 shards"), "\(output)")
  }

  @Test("are counted once however many links lead to a report")
  func links() async throws {
    let output = try await Self.output(
      of: ["a": Self.cleanScan, "b": Self.cleanScan], links: ["c": "a"])
    #expect(output.contains("r/c is a copy of r/a; reports/r has 2 of 3 shards"), "\(output)")
  }

  @Test("may be alike where nothing was found")
  func cleanScans() async throws {
    let output = try await Self.output(
      of: ["a": Self.cleanScan, "b": Self.cleanScan, "c": Self.cleanScan])
    #expect(output.hasPrefix("PASS"), "\(output)")
  }

  @Test("may be alike where they say but a word")
  func facts() async throws {
    let fact = #"{ "lint": "success" }"#
    let output = try await Self.output(of: ["a": fact, "b": fact, "c": fact])
    #expect(!output.contains("shards"), "\(output)")
  }
}
