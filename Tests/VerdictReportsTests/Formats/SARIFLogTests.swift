import Testing
import VerdictModel
import VerdictReports

/// What makes a SARIF log another format, unreadable, or incomplete.
@Suite struct SARIFLogTests {
  // MARK: - Recognition

  @Test(arguments: [
    #"{"$schema": "https://json.schemastore.org/sarif-2.1.0-rtm.5.json", "#,
    "\u{FEFF} \n{\"version\": \"2.1.0\", \"runs\": [",
    #"{"version": "1.0.0", "runs": [{"tool": {"name": "x"}, "results": []}]}"#,
    #"{"version": "2.1.0", "runs": null}"#,
    #"{"runs": [{"tool": {"driver": {"#,
    #"{"runs": [{"results": ["#,
    #"{"properties": {"a": [1, {}]}, "runs": [{"invocations": [{}], "#,
  ])
  func sarifIsRecognised(prefix: String) throws {
    #expect(try recognises(prefix))
  }

  @Test(arguments: [
    "", " ", "[]", "null", "<?xml version=\"1.0\"?><testsuites/>", "TN:\nSF:a.c\n", "{", "{}",
    #"{"version": "2.1.0"}"#,
    #"{"runs": []}"#,
    #"{"runs": [{"id": 1, "status": "ok"}]}"#,
    #"{"runs": 3, "version": 2}"#,
    #"{"a": {"$schema": "sarif", "version": "2.1.0", "runs": [{"tool": {}}]}}"#,
    #"[{"version": "2.1.0", "runs": [{"tool": {}}]}]"#,
    #"{"name": "main", "benchmarks": {"a": {"criterion_benchmark_v1": {}}}}"#,
    #"{"reason": "benchmark-complete", "id": "a"}\#n{"reason": "group-complete"}"#,
    #"{"metrics": {"http_reqs": {"count": 3}}, "root_group": {"groups": {}}}"#,
    #"{"$schema": "http://json-schema.org/draft-07/schema#", "title": "sarif"}"#,
    #"{"version": "1.0.0", "results": {"checks": []}, "config": {}}"#,
    "\u{0}\u{1}\u{2}",
  ])
  func otherJSONIsNot(prefix: String) throws {
    #expect(try !recognises(prefix))
  }

  // MARK: - Errors

  @Test(arguments: [
    ("", "the file is empty"),
    ("[]", "found a list, expected a SARIF log, which is an object"),
    ("null", "found null, expected a SARIF log, which is an object"),
    ("{}", "found no version, expected SARIF version 2.1.0"),
    (#"{"version": 2.1, "runs": []}"#, "found a number as version, expected SARIF version 2.1.0"),
    (#"{"version": "2.1.0"}"#, "found no runs, expected a list of runs"),
    (#"{"version": "2.1.0", "runs": {}}"#, "found an object as runs, expected a list of runs"),
    (
      #"{"version": "1.0.0", "runs": [{"results": []}]}"#,
      "SARIF version '1.0.0' is not supported, expected 2.1.0"
    ),
    (
      #"{"version": "2.0.0-csd.2.beta.2019-01-24", "runs": []}"#,
      "SARIF version '2.0.0-csd.2.beta.2019-01-24' is not supported, expected 2.1.0"
    ),
    (
      "{\"version\": \"" + String(repeating: "1", count: 41) + "\"}",
      "SARIF version '" + String(repeating: "1", count: 39) + "…' is not supported, expected 2.1.0"
    ),
    (
      String(repeating: "k3y", count: 9),
      "1:1: not valid JSON: found 'k3yk3yk3yk3yk3yk', expected a value"
    ),
    (#"{"version": "2.2", "runs": []}"#, "SARIF version '2.2' is not supported, expected 2.1.0"),
    (
      "{\"version\": \"2.1.0\",\n \"runs\": [{\"results\": [{\"level\": \"err",
      "2:34: not valid JSON: unterminated string, expected '\"'"
    ),
    (
      "{\"version\": \"2.1.0\",\n \"runs\": [{\"results\": [{}, ",
      "2:28: the file ends too early, expected a value"
    ),
    (
      "{\"version\": \"2.1.0\",\n \"runs\": [{\"results\": [{}}]}]}",
      "2:26: not valid JSON: found '}', expected ',' or ']'"
    ),
    (
      "{\"version\": \"2.1.0\", \"runs\": [{\"x\": [nope]}]}",
      "1:38: not valid JSON: found 'nope', expected a value or ']'"
    ),
    (
      "{\"version\": \"2.1.0\", \"x\": 01, \"runs\": []}",
      "1:27: not valid JSON: found '01', expected a number without leading zeros"
    ),
    (
      "{\"version\": \"2.1.0\", \"runs\": []} x",
      "1:34: not valid JSON: found 'x', expected the end of the file"
    ),
  ])
  func unreadableLogsAreRefused(text: String, expected: String) throws {
    do throws(ReportError) {
      _ = try read(text)
      Issue.record("accepted")
    } catch {
      #expect(error.description == expected)
    }
  }

  @Test(arguments: [
    String(repeating: "[", count: 200_000),
    String(repeating: #"{"a":"#, count: 200_000),
    #"{"version": "2.1.0", "runs": [{"results": [{"a": "#
      + String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000) + "}]}]}",
  ])
  func depthIsLimited(text: String) throws {
    do throws(ReportError) {
      _ = try read(text)
      Issue.record("accepted")
    } catch {
      #expect(
        error.problem == .limitExceeded(name: "the depth of arrays and objects", limit: 1024))
    }
  }

  @Test func everyTruncationIsRefused() {
    let text = Array(
      #"""
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [
      {"ruleId": "é", "level": "error"}, {"message": {"text": "\u00e9\\"}}]}]}
      """#.utf8)
    for length in 0..<text.count {
      let cut = Array(text[..<length])
      #expect((try? read(cut)) == nil, "\(length) bytes")
    }
    #expect((try? read(text)) != nil)
  }

  // MARK: - Incomplete runs

  @Test(arguments: [
    (#""results": []"#, nil),
    (#""results": [], "invocations": [{"executionSuccessful": true}]"#, nil),
    (#""x": 1"#, "run 1 of 't' has no results: the scan did not take place"),
    (#""results": null"#, "run 1 of 't' has null as results, expected a list"),
    (#""results": {"a": []}"#, "run 1 of 't' has an object as results, expected a list"),
    (#""results": [{}, null, 3]"#, "run 1 of 't' has 2 results that are not objects"),
    (
      #""results": [], "invocations": [{"executionSuccessful": false}]"#,
      "run 1 of 't' says executionSuccessful: false"
    ),
    (
      #""results": [], "invocations": [{"executionSuccessful": "False"}]"#,
      "run 1 of 't' says executionSuccessful: false"
    ),
    (
      #""results": [], "invocations": [{"executionSuccessful": true, "executionSuccessful": false}]"#,
      "run 1 of 't' says executionSuccessful: false"
    ),
    (
      #""results": [], "invocations": [{"executionSuccessful": "true"}]"#,
      "run 1 of 't' has a string as executionSuccessful, expected true or false"
    ),
    (
      #""results": [], "invocations": [{"executionSuccessful": 0}]"#,
      "run 1 of 't' has a number as executionSuccessful, expected true or false"
    ),
    (
      #""results": [], "invocations": {"executionSuccessful": false}"#,
      "run 1 of 't' has an object as invocations, expected a list"
    ),
    (
      #""results": [], "invocations": [[]]"#,
      "run 1 of 't' has a list as an invocation, expected an object"
    ),
    (#""results": [], "invocations": null"#, nil),
    (#""results": [], "invocations": [{"executionSuccessful": null}]"#, nil),
    (
      #""results": [], "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [{"level": "error", "message": {"text": "out of memory\nat 0x0"}}]}]"#,
      "run 1 of 't' reports an error: out of memory"
    ),
    (
      #""results": [], "invocations": [{"executionSuccessful": true, "toolConfigurationNotifications": [{"descriptor": {"id": "CFG"}, "message": {"id": "m", "arguments": ["x.yml"]}}]}]"#,
      "run 1 of 't' reports an error: no such file: x.yml"
    ),
    (
      #""results": [], "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [{"level": "warning", "message": {"text": "w"}}, {"message": {"text": "w"}}]}]"#,
      nil
    ),
    (
      #""results": [], "externalPropertyFileReferences": {"results": [{"location": {"uri": "r"}}]}"#,
      "run 1 of 't' has its results in another file, which is not read"
    ),
    (#""results": [], "externalPropertyFileReferences": {"taxonomies": [{}]}"#, nil),
    (
      #""results": [], "results": [{}]"#,
      "run 1 of 't' has the key 'results' twice, and only the first one was read"
    ),
  ])
  func unfinishedRunsSayWhy(members: String, reason: String?) throws {
    let tool = #"""
      "tool": {"driver": {"name": "t", "notifications": [
        {"id": "CFG", "defaultConfiguration": {"level": "error"},
         "messageStrings": {"m": {"text": "no such file: {0}"}}}]}}
      """#
    let report = try read(#"{"version": "2.1.0", "runs": [{\#(tool), \#(members)}]}"#)
    #expect(report.incomplete == (reason.map { [$0] } ?? []))
    guard case .findings(let content) = report.content else { return }
    #expect(content.runs == [ScanRun(tool: "t", category: "")])
  }

  @Test(arguments: [
    (#""runs": null"#, "the log says runs: null"),
    (#""runs": [3]"#, "run 1 is a number, expected an object"),
    (
      #""runs": [], "runs": [{}]"#,
      "the log has the key 'runs' twice, and only the first one was read"
    ),
    (
      #""runs": [], "inlineExternalProperties": [{"guid": "g"}, {"results": []}]"#,
      "the log has results in inlineExternalProperties, which is not read"
    ),
  ])
  func unfinishedLogsSayWhy(members: String, reason: String) throws {
    #expect(try read(#"{"version": "2.1.0", \#(members)}"#).incomplete == [reason])
  }

  @Test func anUnnamedToolIsNoticed() throws {
    let report = try read(#"{"version": "2.1.0", "runs": [{"results": []}, {"tool": {}}]}"#)
    #expect(report.notices.map(\.message) == ["a run does not name its tool (2 times)"])
    #expect(report.incomplete == ["run 2 has no results: the scan did not take place"])
  }

  @Test func runsAreReadInOrder() throws {
    let report = try read(
      #"""
      {"version": "2.1.0", "runs": [
        {"tool": {"driver": {"name": "a"}}, "results": [{"ruleId": "1"}]},
        {"tool": {"driver": {"name": "b"}}, "results": [{"ruleId": "2"}, {"ruleId": "3"}]}]}
      """#)
    guard case .findings(let content) = report.content else { return }
    #expect(content.runs.map(\.tool) == ["a", "b"])
    #expect(content.findings.map(\.run.tool) == ["a", "b", "b"])
    #expect(content.findings.map(\.rule) == ["1", "2", "3"])
  }

  // MARK: - Helpers

  private func recognises(_ prefix: String) throws -> Bool {
    let bytes = Array(prefix.utf8)
    guard case .file(let recognises, _) = try ReportFormats.named("sarif").shape else {
      return false
    }
    return recognises(bytes.span)
  }

  private func read(_ text: String) throws(ReportError) -> Report {
    try read(Array(text.utf8))
  }

  /// Reads it byte by byte after the first half.
  private func read(_ bytes: [UInt8]) throws(ReportError) -> Report {
    var reader = ReportReader(format: try ReportFormats.named("sarif"))
    try reader.consume(bytes.span.extracting(0..<bytes.count / 2))
    for index in bytes.count / 2..<bytes.count {
      try reader.consume(bytes.span.extracting(index..<index + 1))
    }
    return try reader.finish()
  }
}
