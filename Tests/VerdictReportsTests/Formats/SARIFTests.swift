import Testing
import VerdictModel
import VerdictReports

@Suite struct SARIFTests {
  @Test func aResultIsReadInFull() throws {
    let report = try read(
      #"""
      {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
        "results": [{
          "ruleId": "py/eq", "level": "note", "message": {"text": "a {0} \"b\""},
          "locations": [
            {"physicalLocation": {
               "artifactLocation": {"uri": "src/a%20b.py", "uriBaseId": "ROOT"},
               "region": {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 9,
                          "snippet": {"text": "x == x"}}},
             "logicalLocations": [{"name": "f", "fullyQualifiedName": "m.f"}]},
            {"physicalLocation": {"artifactLocation": {"uri": "other.py"}}}],
          "fingerprints": {"id/v1": "F"},
          "partialFingerprints": {"line": "P", "id/v1": "G", "hub": {"value": "H"}},
          "suppressions": [{"kind": "inSource", "justification": "tested elsewhere"}],
          "baselineState": "unchanged"}],
        "automationDetails": {"id": "nightly/python/2024-01-01"},
        "originalUriBaseIds": {"ROOT": {"uri": "lib/"}},
        "tool": {"driver": {"name": "lint"}}}]}
      """#)
    let run = ScanRun(tool: "lint", category: "nightly/python")
    #expect(report.format == "sarif")
    #expect(report.incomplete == [])
    #expect(report.notices == [])
    #expect(
      report.content
        == .findings(
          FindingsReport(
            findings: [
              Finding(
                run: run, rule: "py/eq", message: "a {0} \"b\"", level: .note, severity: .low,
                location: FindingLocation(
                  path: "lib/src/a b.py", line: 3, column: 5, endLine: 4, endColumn: 9),
                snippet: "x == x", logicalLocation: "m.f",
                fingerprints: ["id/v1": "F", "line": "P", "hub": "H"],
                suppression: Suppression(kind: "inSource", justification: "tested elsewhere"),
                reportedState: "unchanged")
            ], runs: [run])))
  }

  @Test func aResultMayHaveNothing() throws {
    let run = ScanRun(tool: "t", category: "")
    #expect(
      try findings("{}") == [
        Finding(
          run: run, rule: "", message: "", level: .warning, severity: .medium, location: nil)
      ])
  }

  // MARK: - Levels

  /// Rules: 0 is an error, 1 says nothing, 2 is a note of extension 0.
  private static let tool = #"""
    "tool": {"driver": {"name": "t", "guid": "D", "rules": [
      {"id": "E", "guid": "g0", "defaultConfiguration": {"level": "error"}}, {"id": "W"}]},
      "extensions": [
        {"name": "x", "guid": "X", "rules": [
          {"id": "N", "guid": "g2", "defaultConfiguration": {"level": "note"}}]}]}
    """#

  @Test(arguments: [
    (#""ruleId": "E", "level": "note""#, FindingLevel.note),
    (#""ruleId": "E""#, .error),
    (#""ruleId": "E", "level": null"#, .error),
    (#""ruleId": "W""#, .warning),
    (#""ruleId": "unknown""#, .warning),
    (#""ruleIndex": 0"#, .error),
    (#""ruleIndex": -1, "ruleId": "E""#, .error),
    (#""rule": {"id": "E"}"#, .error),
    (#""rule": {"index": 0}"#, .error),
    (#""ruleIndex": -1, "rule": {"index": 0}"#, .error),
    (#""rule": {"guid": "g0"}"#, .error),
    (#""ruleId": "E/md5/x""#, .error),
    (#""ruleId": "E/md5", "ruleIndex": 0"#, .error),
    (#""ruleId": "Em""#, .warning),
    (#""ruleId": "N""#, .note),
    (#""rule": {"id": "N", "index": 0, "toolComponent": {"index": 0}}"#, .note),
    (#""rule": {"index": 0, "toolComponent": {"guid": "X"}}"#, .note),
    (#""rule": {"index": 0, "toolComponent": {"name": "x"}}"#, .note),
    (#""rule": {"index": 0, "toolComponent": {"name": "t"}}"#, .error),
    (#""rule": {"index": 0, "toolComponent": {"guid": "D"}}"#, .error),
    (#""rule": {"index": 0, "toolComponent": {"index": 7}}"#, .warning),
    (#""ruleId": "E", "rule": {"toolComponent": {"index": 7}}"#, .error),
    (#""ruleId": "E", "kind": "fail""#, .error),
    (#""ruleId": "E", "kind": null"#, .error),
    (#""ruleId": "E", "kind": "pass""#, .none),
    (#""ruleId": "E", "level": "none""#, .none),
  ])
  func levelsAreResolved(result: String, level: FindingLevel) throws {
    let report = try read(log(results: "{\(result)}", Self.tool))
    #expect(findings(report).map(\.level) == [level])
    #expect(report.notices == [])
  }

  @Test(arguments: [
    (
      #""ruleId": "E", "ruleIndex": 9"#, FindingLevel.error,
      "a ruleIndex beyond the list of rules is ignored"
    ),
    (
      #""ruleId": "W", "ruleIndex": 0"#, .warning,
      "a ruleIndex names another rule than the ruleId, which is believed"
    ),
    (
      #""ruleId": "unknown", "ruleIndex": 0"#, .error,
      "a ruleIndex names another rule than the ruleId, which is believed"
    ),
    (
      #""level": "Critical""#, .error,
      "a level that is none of none, note, warning, error reads as error"
    ),
    (#""ruleId": "E", "kind": "Fail""#, .error, "a kind that SARIF does not have reads as fail"),
  ])
  func doubtsAreNoticed(result: String, level: FindingLevel, notice: String) throws {
    let report = try read(log(results: "{\(result)}", Self.tool))
    #expect(findings(report).map(\.level) == [level])
    #expect(report.notices.map(\.message) == [notice])
  }

  @Test(arguments: [
    (#""ruleId": "E", "provenance": {"invocationIndex": 1}"#, FindingLevel.note),
    (#""ruleId": "E/x", "provenance": {"invocationIndex": 1}"#, .note),
    (#""ruleId": "E", "provenance": {"invocationIndex": 0}"#, .error),
    (#""ruleId": "E", "provenance": {"invocationIndex": 2}"#, .error),
    (#""ruleId": "E""#, .error),
    (#""ruleId": "E", "level": "warning", "provenance": {"invocationIndex": 1}"#, .warning),
    (#""ruleId": "N", "provenance": {"invocationIndex": 1}"#, .error),
    (#""ruleId": "undescribed", "provenance": {"invocationIndex": 1}"#, .error),
    (#""ruleId": "W", "provenance": {"invocationIndex": 1}"#, .warning),
  ])
  func invocationsOverrideDefaults(result: String, level: FindingLevel) throws {
    let invocations = #"""
      "invocations": [{"executionSuccessful": true}, {"executionSuccessful": true,
        "ruleConfigurationOverrides": [
          {"descriptor": {"index": 0}, "configuration": {"level": "note"}},
          {"descriptor": {"id": "N", "toolComponent": {"index": 0}},
           "configuration": {"level": "error"}},
          {"descriptor": {"id": "undescribed"}, "configuration": {"level": "error"}},
          {"descriptor": {"id": "W"}, "configuration": {"enabled": true}}]}]
      """#
    let report = try read(log(results: "{\(result)}", Self.tool, invocations))
    #expect(findings(report).map(\.level) == [level])
  }

  @Test func theFirstOfEqualRulesCounts() throws {
    let tool = #"""
      "tool": {"driver": {"name": "t", "rules": [
        {"id": "R", "defaultConfiguration": {"level": "error"}}, {"id": "R"}]}}
      """#
    let report = try read(log(results: #"{"ruleId": "R"}"#, tool))
    #expect(findings(report).map(\.level) == [.error])
    #expect(
      report.notices.map(\.message) == [
        "two rules of one tool have one id, and the first one is taken"
      ])
  }

  @Test(arguments: [
    ("9.0", FindingSeverity.critical), ("8.99", .high), ("7", .high), ("6.9", .medium),
    ("4.0", .medium), ("3.9", .low), ("0.1", .low), ("0.0", .medium), ("10.0", .critical),
    ("\"9.8\"", .critical), ("\"7\"", .high), ("null", .medium), ("1e999", .medium),
    ("\"critical\"", .critical), ("\"High\"", .high), ("\"MEDIUM\"", .medium), ("\"low\"", .low),
  ])
  func securitySeverityIsNumberOrText(value: String, severity: FindingSeverity) throws {
    let properties = #""properties": {"security-severity": \#(value)}"#
    let tool = #""tool": {"driver": {"name": "t", "rules": [{"id": "R", \#(properties)}]}}"#
    let ofRule = try read(log(results: #"{"ruleId": "R"}"#, tool))
    #expect(findings(ofRule).map(\.severity) == [severity])
    #expect(try findings("{\(properties)}").map(\.severity) == [severity])
  }

  @Test(arguments: [
    "10.1", "-1", "95", "\"NaN\"", "\"inf\"", "\"-1\"", "\"9,8\"", "\"severe\"", "\"none\"",
    "\"\"", "true", "[9.8]",
  ])
  func unreadableSecuritySeverityIsHighAtLeast(value: String) throws {
    let properties = #""properties": {"security-severity": \#(value)}"#
    let tool = #"""
      "tool": {"driver": {"name": "t", "rules": [
        {"id": "R", \#(properties)}, {"id": "C", "properties": {"security-severity": "9.8"}}]}}
      """#
    let report = try read(
      log(
        results: #"""
          {"ruleId": "R", "level": "note"}, {"ruleId": "C", \#(properties)}, {\#(properties)},
          {"level": "none", \#(properties)}
          """#, tool))
    #expect(findings(report).map(\.severity) == [.high, .critical, .high, .high])
    #expect(
      report.notices.map(\.message) == [
        "a security-severity that is no number from 0 to 10 reads as high at least (4 times)"
      ])
  }

  @Test(arguments: [
    (#""level": "note", "level": "error""#, FindingLevel.error),
    (#""level": "error", "level": "none""#, .error),
    (#""level": null, "level": "note""#, .note),
    (#""kind": "pass", "kind": "fail""#, .warning),
    (#""kind": "fail", "kind": "pass""#, .warning),
    (#""kind": "pass", "kind": null"#, .warning),
    (#""kind": "pass", "kind": "review""#, .none),
  ])
  func theWorseOfTwoValuesCounts(result: String, level: FindingLevel) throws {
    #expect(try findings("{\(result)}").map(\.level) == [level])
  }

  @Test(arguments: [
    (#""baselineState": "absent", "baselineState": "new""#, "new"),
    (#""baselineState": "absent", "baselineState": null"#, nil),
    (#""baselineState": "absent", "baselineState": "absent""#, "absent"),
  ])
  func whatIsThereAndAbsentIsThere(result: String, state: String?) throws {
    #expect(try findings("{\(result)}").map(\.reportedState) == [state])
  }

  @Test(arguments: [
    (#""suppressions": [{"kind": "inSource"}], "suppressions": []"#, false),
    (#""suppressions": [{"kind": "inSource"}], "suppressions": null"#, false),
    (#""suppressions": [{"kind": "a"}], "suppressions": [{"status": "rejected"}]"#, false),
    (#""suppressions": [{"kind": "a", "status": "accepted", "status": "rejected"}]"#, false),
    (#""suppressions": [{"kind": "a"}], "suppressions": [{"kind": "b"}]"#, true),
  ])
  func suppressionsMustAgree(result: String, isSuppressed: Bool) throws {
    #expect(try findings("{\(result)}").map { $0.suppression != nil } == [isSuppressed])
  }

  @Test func whatIsNoFindingHasNoSeverity() throws {
    let result = #"{"kind": "pass", "properties": {"security-severity": "9.8"}}"#
    #expect(try findings(result).map(\.severity) == [.none])
    let levels = ["none", "note", "warning", "error"].map { #"{"level": "\#($0)"}"# }
    #expect(
      try findings(levels.joined(separator: ",")).map(\.severity) == [.none, .low, .medium, .high])
  }

  // MARK: - Messages

  @Test(arguments: [
    (#"{"text": "plain {{x}} {0}"}"#, "plain {{x}} {0}"),
    (#"{"text": "{0} and {1}, {{0}}, {2}", "arguments": ["a", "b"]}"#, "a and b, {0}, {2}"),
    (#"{"text": "{0}", "arguments": [""]}"#, ""),
    (#"{"text": "{} { {x} } {00}", "arguments": ["a"]}"#, "{} { {x} } a"),
    (#"{"text": "{99999999999999999999}", "arguments": ["a"]}"#, "{99999999999999999999}"),
    (#"{"id": "own", "arguments": ["a"]}"#, "rule says a"),
    (#"{"id": "global"}"#, "tool says {x}"),
    (#"{"id": "unknown", "arguments": ["a"]}"#, "unknown"),
    (#"{"markdown": "**m**"}"#, "**m**"),
    (#""text only""#, "text only"),
    ("null", ""),
    ("{}", ""),
  ])
  func messagesArePutTogether(message: String, expected: String) throws {
    let tool = #"""
      "tool": {"driver": {"name": "t", "globalMessageStrings": {"global": {"text": "tool says {{x}}"}},
        "rules": [{"id": "R", "messageStrings": {"own": {"text": "rule says {0}"}}}]}}
      """#
    let report = try read(log(results: #"{"ruleId": "R", "message": \#(message)}"#, tool))
    #expect(findings(report).map(\.message) == [expected])
  }

  @Test func messagesDoNotGrowWithoutLimit() throws {
    let text = String(repeating: "{0}", count: 1000)
    let argument = String(repeating: "é", count: 1000)
    let message = try findings(
      #"{"message": {"text": "\#(text)", "arguments": ["\#(argument)"]}}"#)[0].message
    #expect(message.utf8.count <= 8192)
    #expect(message.hasSuffix("éé…"))
  }

  // MARK: - Locations

  @Test(arguments: [
    ("a.c", "a.c"), ("./a/../b//c.c", "b/c.c"), ("../../a.c", "../../a.c"), ("a/../../b", "../b"),
    ("/a/../../b", "/b"), (".", ""),
    ("file:///build/x", "/build/x"), ("file:/build/x", "/build/x"),
    ("file://localhost/build/x", "/build/x"), ("FILE:///build/x", "/build/x"),
    ("file:///d:/src/a.c", "d:/src/a.c"), ("file:///D:/src/../a.c", "D:/a.c"),
    ("file://server/share/a.c", "//server/share/a.c"), ("file:///", "/"),
    ("C:\\src\\a.c", "C:/src/a.c"), ("BOOT-INF\\classes\\A.class", "BOOT-INF/classes/A.class"),
    ("Path Traversal/Zip.java", "Path Traversal/Zip.java"), ("a%20b", "a b"), ("a%2520b", "a%20b"),
    ("%E2%82%ACpath.cs", "€path.cs"), ("100%", "100%"), ("%zz%4", "%zz%4"), ("%FF", "%FF"),
    ("%00", "%00"),
    ("https://example.org/a/../%20", "https://example.org/a/../%20"),
    ("pkg:npm/x@1", "pkg:npm/x@1"), ("host://10.0.0.1", "host://10.0.0.1"),
    ("no file associated with this alert", "no file associated with this alert"), ("", ""),
  ])
  func urisBecomePaths(uri: String, path: String) throws {
    let escaped = uri.replacing("\\", with: "\\\\")
    let location = #"{"artifactLocation": {"uri": "\#(escaped)"}}"#
    #expect(try place(location)?.path == path)
  }

  @Test(arguments: [
    (#"{"uri": "a.c", "uriBaseId": "SRC"}"#, "/build/src/a.c"),
    (#"{"uri": "a.c", "uriBaseId": "ROOT"}"#, "/build/a.c"),
    (#"{"uri": "/abs/a.c", "uriBaseId": "SRC"}"#, "/abs/a.c"),
    (#"{"uri": "file:///abs/a.c", "uriBaseId": "SRC"}"#, "/abs/a.c"),
    (#"{"uri": "a.c", "uriBaseId": "unknown"}"#, "a.c"),
    (#"{"uri": "a.c", "uriBaseId": "EMPTY"}"#, "a.c"),
    (#"{"uri": "a.c", "uriBaseId": "CYCLE"}"#, "y/x/a.c"),
    (#"{"index": 1}"#, "/build/src/lib/b.c"),
    (#"{"index": 0}"#, "a.c"),
    (#"{"index": 2}"#, nil), (#"{"index": 3}"#, nil), (#"{"index": -1}"#, nil), ("{}", nil),
  ])
  func locationsAreFoundByBaseAndIndex(location: String, path: String?) throws {
    let report = try read(
      log(
        results: #"{"locations": [{"physicalLocation": {"artifactLocation": \#(location)}}]}"#,
        #""tool": {"driver": {"name": "t"}}"#,
        #"""
        "originalUriBaseIds": {
          "ROOT": {"uri": "file:///build/"}, "SRC": {"uri": "src", "uriBaseId": "ROOT"}, "EMPTY": {},
          "CYCLE": {"uri": "x/", "uriBaseId": "CYCLE2"},
          "CYCLE2": {"uri": "y/", "uriBaseId": "CYCLE"}}
        """#,
        #"""
        "artifacts": [{"location": {"uri": "a.c"}},
          {"location": {"uri": "lib/b.c", "uriBaseId": "SRC"}}, {}]
        """#))
    #expect(findings(report).map { $0.location?.path } == [path])
  }

  @Test(arguments: [
    (#"{"startLine": 3}"#, FindingLocation(path: "a", line: 3)),
    (#"{"startLine": 3, "endLine": 2}"#, FindingLocation(path: "a", line: 3)),
    (#"{"startLine": 0, "startColumn": 4}"#, FindingLocation(path: "a", line: nil)),
    (#"{"startLine": null}"#, FindingLocation(path: "a", line: nil)),
    (#"{"charOffset": 55}"#, FindingLocation(path: "a", line: nil)),
    (#"{"startLine": 1e30}"#, FindingLocation(path: "a", line: nil)),
    ("null", FindingLocation(path: "a", line: nil)),
  ])
  func regionsMayBeMissing(region: String, location: FindingLocation) throws {
    #expect(
      try place(#"{"artifactLocation": {"uri": "a"}, "region": \#(region)}"#) == location)
  }

  @Test func logicalLocationsMayBeIndices() throws {
    let report = try read(
      log(
        results: #"""
          {"locations": [{"logicalLocations": [{"index": 1}]}]},
          {"locations": [{"logicalLocations": [{"name": "plain"}]}]},
          {"locations": [{"logicalLocations": [{"index": 5}]}]}
          """#,
        #""tool": {"driver": {"name": "t"}}"#,
        #""logicalLocations": [{"name": "n"}, {"fullyQualifiedName": "a.b.C"}]"#))
    #expect(findings(report).map(\.logicalLocation) == ["a.b.C", "plain", ""])
    #expect(findings(report).map(\.location) == [nil, nil, nil])
  }

  // MARK: - Suppressions and states

  @Test(arguments: [
    ("[]", nil), ("null", nil), ("[null]", nil),
    (#"[{"kind": "external"}]"#, Suppression(kind: "external", justification: "")),
    (
      #"[{"kind": "inSource", "status": "accepted"}, {"kind": "external", "justification": "j"}]"#,
      Suppression(kind: "inSource", status: "accepted", justification: "j")
    ),
    (#"[{"kind": "inSource"}, {"status": "rejected"}]"#, nil),
    (#"[{"kind": "inSource", "status": "underReview"}]"#, nil),
    (#"[{"kind": "inSource", "status": "later"}]"#, nil),
    (#"[{"kind": "inSource", "state": "rejected"}]"#, nil),
    (#"[{"kind": "inSource", "state": "underReview"}]"#, nil),
    (#"[{"kind": "inSource", "status": "accepted", "state": "rejected"}]"#, nil),
    (
      #"[{"kind": "inSource", "state": "accepted"}]"#,
      Suppression(kind: "inSource", status: "accepted", justification: "")
    ),
    (#"[{"kind": "inSource", "status": null}]"#, Suppression(kind: "inSource", justification: "")),
  ])
  func suppressionsMustAllBeAccepted(suppressions: String, expected: Suppression?) throws {
    #expect(
      try findings(#"{"suppressions": \#(suppressions)}"#).map(\.suppression) == [expected])
  }

  @Test func whatDoesNotSuppressIsKeptAndNoticed() throws {
    let report = try read(
      log(
        results: #"""
          {"suppressions": [{"kind": "inSource"},
            {"kind": "external", "status": "underReview", "justification": "soon"}]}
          """#, #""tool": {"driver": {"name": "t"}}"#))
    #expect(
      findings(report).map(\.openSuppression) == [
        Suppression(kind: "external", status: "underReview", justification: "soon")
      ])
    #expect(findings(report).map(\.suppression) == [nil])
    #expect(
      report.noticeTexts == ["a suppression that is under review or rejected does not count"])
  }

  @Test func snippetsAreCutBetweenCharacters() throws {
    let place = #"{"artifactLocation": {"uri": "a"}, "region": {"snippet": {"text": "x\#u{20}"#
    let text = String(repeating: "é", count: 400)
    let report = try findings(
      #"{"locations": [{"physicalLocation": \#(place)\#(text)"}}}}]}"#)
    #expect(report.map(\.snippet) == ["x " + String(repeating: "é", count: 255)])
  }

  /// Flawfinder writes `kind: pass` beside a level, which the standard forbids (§3.27.10).
  @Test(arguments: [
    (
      #"{"kind": "pass", "level": "note"}"#,
      "a level of a result that is no failure by its kind is ignored"
    ),
    (
      #"{"kind": "review", "level": "error"}"#,
      "a level of a result that is no failure by its kind is ignored"
    ),
    (#"{"kind": "pass", "level": "none"}"#, nil), (#"{"kind": "pass"}"#, nil),
    (
      #"{"locations": [{"physicalLocation": {"artifactLocation": {"uri": "a"}, "region": {"startLine": 0}}}]}"#,
      "a region without a line above 0 is read as the whole file"
    ),
    (
      #"{"locations": [{"physicalLocation": {"artifactLocation": {"uri": "a"}, "region": {}}}]}"#,
      nil
    ),
  ])
  func whatIsIgnoredIsNoticed(result: String, notice: String?) throws {
    let report = try read(log(results: result, #""tool": {"driver": {"name": "t"}}"#))
    #expect(report.noticeTexts == (notice.map { [$0] } ?? []))
  }

  @Test func absentResultsAreNamed() throws {
    let report = try read(
      log(
        results: #"{"baselineState": "absent"}, {"baselineState": "new"}, {}"#,
        #""tool": {"driver": {"name": "t"}}"#))
    #expect(findings(report).map(\.reportedState) == ["absent", "new", nil])
    #expect(
      report.notices.map(\.message) == [
        "a result with baselineState absent is not a current finding"
      ])
  }

  @Test(arguments: [
    ("a/b/c", "a/b"), ("a/b/", "a/b"), ("a/", "a"), ("a", ""), ("/language:go/", "/language:go"),
    ("", ""),
  ])
  func categoriesAreWhatStandsBeforeTheRun(id: String, category: String) throws {
    let report = try read(
      log(
        results: "", #""tool": {"driver": {"name": "t"}}"#,
        #""automationDetails": {"id": "\#(id)"}"#))
    guard case .findings(let content) = report.content else { return }
    #expect(content.runs == [ScanRun(tool: "t", category: category)])
  }

  // MARK: - Helpers

  private func log(results: String, _ members: String...) -> String {
    let run = members + [#""results": [\#(results)]"#]
    return #"{"version": "2.1.0", "runs": [{\#(run.joined(separator: ", "))}]}"#
  }

  private func findings(_ results: String) throws -> [Finding] {
    findings(try read(log(results: results, #""tool": {"driver": {"name": "t"}}"#)))
  }

  private func findings(_ report: Report) -> [Finding] {
    guard case .findings(let content) = report.content else { return [] }
    return content.findings
  }

  private func place(_ physicalLocation: String) throws -> FindingLocation? {
    try findings(#"{"locations": [{"physicalLocation": \#(physicalLocation)}]}"#)[0].location
  }
}

private func read(_ text: String) throws -> Report {
  let bytes = Array(text.utf8)
  var reader = ReportReader(
    format: try ReportFormats.named("sarif"), hints: ReadingHints(size: bytes.count))
  try reader.consume(bytes.span)
  return try reader.finish()
}
