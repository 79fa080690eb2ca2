extension FalseGreen {
  static let scans: [FalseGreen] = [
    FalseGreen(
      "256 errors, where the exit status is their number",
      others: "`sarif --check error`: exit 0 (run)", reports: scan, rules: noErrors,
      files: ["s.sarif": sarif([String](repeating: error, count: 256))], says: "256 > 0"),
    FalseGreen(
      "one finding of a rule becomes a hundred",
      others: "`sarif --check error diff`: exit 0 (run)", reports: scan, rules: noneNew,
      before: ["s.sarif": sarif([error])],
      files: ["s.sarif": sarif([String](repeating: error, count: 100))], says: "99 > 0"),
    FalseGreen(
      "the level is that of the rule, and the result has none",
      others: "gates that read `result.level`: exit 0 (read, trailofbits/skills#262)",
      reports: scan, rules: noErrors,
      files: [
        "s.sarif": sarif(
          [unrated], driver: #", "rules": [{"id": "R", \#(isError)}]"#)
      ], says: "1 > 0"),
    FalseGreen(
      "the level is that of a rule in an extension of the tool",
      others: "`sarif --check error`: exit 0 (run)", reports: scan, rules: noErrors,
      files: [
        "s.sarif": sarif(
          [#"{"rule": {"id": "R", "index": 0, "toolComponent": {"index": 0}}, "message": {}}"#],
          tool: #", "extensions": [{"name": "pack", "rules": [{"id": "R", \#(isError)}]}]"#)
      ], says: "1 > 0"),
    FalseGreen(
      "the level is overridden for the run, by the GUID of the rule",
      others: "`sarif --check error`: exit 0 (run)", reports: scan, rules: noErrors,
      files: [
        "s.sarif": sarif(
          [unrated.dropLast() + #", "provenance": {"invocationIndex": 0}}"#],
          driver: #", "rules": [{"id": "R", "guid": "\#(guid)"}]"#,
          run: #", "invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides": ["#
            + #"{"descriptor": {"guid": "\#(guid)"}, "configuration": {"level": "error"}}]}]"#)
      ], says: "1 > 0"),
    FalseGreen(
      "all findings have the same fingerprint, so that a new one looks known",
      others: "sarif-sdk's matcher: one equal fingerprint is enough (read)",
      reports: scan, rules: noneNew,
      before: ["s.sarif": sarif([finding(rule: "A", "requires login")])],
      files: [
        "s.sarif": sarif([
          finding(rule: "A", "requires login"), finding(rule: "B", "requires login"),
        ])
      ], says: "1 > 0"),
    FalseGreen(
      "a new finding stands beside one with the same words",
      others: "warnings-ng: known (read; by its rules 344 of 33,443 real findings)",
      reports: scan, rules: noneNew,
      before: ["s.sarif": sarif([finding(rule: "A", line: 10)])],
      files: ["s.sarif": sarif([finding(rule: "A", line: 10), finding(rule: "A", line: 12)])],
      says: "1 > 0"),
    FalseGreen(
      "one of several scanners did not run this time", reports: scan, rules: noErrors,
      before: [
        "s.sarif": sarif([]),
        "t.sarif": sarif([], name: "other"),
      ],
      files: ["s.sarif": sarif([])], says: "has no run of other, which the baseline has"),
    FalseGreen(
      "a finding is suppressed instead of mended",
      others: "GitHub, SonarQube: not counted (read)", reports: scan,
      rules:
        #"{ "metric": "findings", "where": { "state": "newly-suppressed" }, "max": 0 }"#,
      before: ["s.sarif": sarif([error])],
      files: [
        "s.sarif": sarif([String(error.dropLast()) + #", "suppressions": [{"kind": "inSource"}]}"#])
      ], says: "1 > 0"),
    FalseGreen(
      "`results` is null",
      others: "`sarif`: ends with a TypeError (run); reviewdog: no findings (read)",
      reports: scan, rules: noErrors,
      files: [
        "s.sarif":
          #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": null}]}"#
      ], says: "reports/scan is incomplete"),
    FalseGreen(
      "a run has no `results`",
      others: "`sarif`: ends with a KeyError (run); reviewdog: no findings (read)",
      reports: scan, rules: noErrors,
      files: ["s.sarif": #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}}]}"#],
      says: "reports/scan is incomplete"),
    FalseGreen(
      "the scan did not succeed",
      others: "`sarif --check error`: exit 0 (run)", reports: scan, rules: noErrors,
      files: ["s.sarif": sarif([], run: #", "invocations": [{"executionSuccessful": false}]"#)],
      says: "reports/scan is incomplete"),
    FalseGreen(
      "the scanner could not read a file",
      others: "`sarif --check error`: exit 0 (run)", reports: scan, rules: noErrors,
      files: [
        "s.sarif": sarif(
          [],
          run: #", "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": ["#
            + #"{"level": "error", "message": {"text": "cannot parse a.py"}}]}]"#)
      ], says: "reports/scan is incomplete"),
    FalseGreen(
      "the log is of version 1.0.0",
      others: "`sarif`: ends with a KeyError (run)", reports: scan, rules: noErrors,
      files: [
        "s.sarif":
          #"{"version": "1.0.0", "runs": [{"tool": {"name": "x"}, "results": [\#(error)]}]}"#
      ], says: "reports/scan cannot be read"),
    FalseGreen(
      "the log has no runs", others: "`sarif --check error`: exit 0 (run)", reports: scan,
      rules: noErrors, files: ["s.sarif": #"{"version": "2.1.0", "runs": []}"#],
      says: "reports/scan is empty"),
    FalseGreen(
      "there is no log", others: "`sarif --check error`: exit 0 and a warning (run)", reports: scan,
      rules: noErrors, files: [:], says: "reports/scan is missing: no file matches *.sarif"),
    FalseGreen(
      "the component is a directory", reports: scan,
      rules: #"{ "metric": "findings", "in": "app", "max": 0 }"#,
      policy: #""components": { "app": "src/app" },"#,
      files: ["s.sarif": sarif([finding(at: "src/app/a.py")])], says: "1 > 0"),
    FalseGreen(
      "the finding has a path of another machine", reports: scan,
      rules: #"{ "metric": "findings", "in": "app", "max": 0 }"#,
      policy: #""components": { "app": "src/app/**" },"#,
      files: ["s.sarif": sarif([finding(at: "file:///builds/g/p/src/app/a.py")])], says: "1 > 0"),
    FalseGreen(
      "the finding has no place", reports: scan,
      rules: #"{ "metric": "findings", "in": "app", "max": 0 }"#,
      policy: #""components": { "app": "src/app/**" },"#, files: ["s.sarif": sarif([error])],
      says: "1 > 0"),
    FalseGreen(
      "no tool has the name that is asked for", reports: scan,
      rules: #"{ "metric": "findings", "where": { "tool": "semgrep" }, "max": 0 }"#,
      files: ["s.sarif": sarif([error], name: "Semgrep OSS")],
      says: "the reports have nothing of what is asked"),
  ]

  private static let scan = #""scan": { "format": "sarif", "files": "*.sarif" }"#
  private static let noErrors =
    #"{ "metric": "findings", "where": { "level": "error" }, "max": 0 }"#
  private static let noneNew =
    #"{ "metric": "findings", "where": { "state": "new" }, "max": 0 }"#
  private static let isError = #""defaultConfiguration": {"level": "error"}"#
  private static let guid = "11111111-1111-4111-8111-111111111111"
  private static let error = #"{"ruleId": "R", "level": "error", "message": {"text": "m"}}"#
  private static let unrated = #"{"ruleId": "R", "message": {"text": "m"}}"#

  private static func finding(
    rule: String = "R", at uri: String = "a.py", line: Int = 1, _ fingerprint: String? = nil
  ) -> String {
    let fingerprints = fingerprint.map { #", "fingerprints": {"matchBasedId/v1": "\#($0)"}"# }
    return """
      {"ruleId": "\(rule)", "level": "error", "message": {"text": "m"}, "locations": [
        {"physicalLocation": {"artifactLocation": {"uri": "\(uri)"},
          "region": {"startLine": \(line)}}}]\(fingerprints ?? "")}
      """
  }

  /// A log with one run.
  private static func sarif(
    _ results: [String], name: String = "scanner", driver: String = "", tool: String = "",
    run: String = ""
  ) -> String {
    """
    {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "\(name)"\(driver)}\(tool)},
      "results": [\(results.joined(separator: ",\n"))]\(run)}]}
    """
  }
}
