extension FalseGreen {
  static let policies: [FalseGreen] = [
    FalseGreen(
      "a key of the policy is mistyped",
      others: "quality-monitor: no gates, success (read)", reports: unit, rules: noFailures,
      policy: #""gatess": {},"#, files: ["t.xml": failing], .noDecision,
      says: "unknown key 'gatess' in the policy, did you mean 'gates'?"),
    FalseGreen(
      "a limit is mistyped", reports: unit, rules: #"{ "metric": "tests.failed", "mx": 0 }"#,
      files: ["t.xml": failing], .noDecision, says: "did you mean 'max'?"),
    FalseGreen(
      "the policy is not there", others: "Keptn without an SLO file: pass (read)", reports: unit,
      rules: noFailures, files: ["t.xml": failing], arguments: ["--policy", "gone.json"],
      .noDecision, says: "verdict: gone.json: no such file"),
    FalseGreen(
      "the policy asks nothing at the stage", others: "GitHub: no check, no block (read)",
      reports: unit, rules: noFailures, gate: #""stages": ["merge"],"#,
      policy: #""stages": ["push", "merge"],"#, files: ["t.xml": failing],
      arguments: ["--stage", "push"], .noDecision, says: "no rule applies at stage 'push'"),
    FalseGreen(
      "the policy has a limit twice",
      others: "Swift's JSONDecoder: the first counts; `jq`, Python: the last (run)", reports: unit,
      rules: #"{ "metric": "tests.failed", "max": 0, "max": 100 }"#, files: ["t.xml": failing],
      .noDecision, says: "duplicate key 'max'"),
    FalseGreen(
      "a report is declared and no rule looks at it",
      reports: unit + #", "lint": { "files": "l" }"#,
      rules: #"{ "metric": "tests.failed", "from": "unit", "max": 0 }"#,
      files: ["t.xml": failing], .noDecision, says: "no rule looks at report 'lint'"),
    FalseGreen(
      "a change lowers its own limit",
      others: "Codecov: judges by the YAML of the change (read)", reports: unit,
      rules: #"{ "metric": "tests.failed", "max": 1 }"#,
      files: ["t.xml": failing, "d.diff": edit(of: "policy.json")],
      arguments: ["--diff", "d.diff"], says: "the policy change needs review"),
    FalseGreen(
      "a change edits the baseline that it is compared with",
      reports: unit, rules: #"{ "metric": "tests.total", "maxDrop": "1 test" }"#,
      before: ["t.xml": failing],
      files: ["t.xml": failing, "d.diff": edit(of: ".verdict/baseline.json")],
      arguments: ["--diff", "d.diff"], says: "the policy change needs review"),
    FalseGreen(
      "the approval is an `echo`",
      others: "the job that runs it: success (read)", reports: unit, rules: noFailures,
      gate: #""else": "review", "reviewers": ["carol"],"#, files: ["t.xml": failing],
      says: "review needed from carol"),
    FalseGreen(
      "somebody else approves", reports: unit, rules: noFailures,
      gate: #""else": "review", "reviewers": ["carol"],"#, files: ["t.xml": failing],
      arguments: ["--approve", "gate=mallory"],
      says: "approved by mallory, who is not among its reviewers"),
    FalseGreen(
      "an approval is given for what blocks", reports: unit, rules: noFailures,
      gate: #""reviewers": ["carol"],"#, files: ["t.xml": failing],
      arguments: ["--approve", "gate=carol"],
      says: "approved by carol: no review of this gate is open"),
    FalseGreen(
      "a waiver is for ever", others: "Trivy, cargo-audit, OSV-Scanner: accepted (read)",
      reports: scan, rules: noFindings, policy: waivers,
      files: ["s.sarif": finding, "w.json": waiver(#""created": "2026-01-01""#)], .noDecision,
      says: "needs 'expires'"),
    FalseGreen(
      "a waiver has expired, and nobody took it out",
      others: "Trivy: the finding is back, and nothing says why (read)", reports: scan,
      rules: noFindings, policy: waivers,
      files: [
        "s.sarif": finding,
        "w.json": waiver(#""created": "2026-01-01", "expires": "2026-02-01""#),
      ], arguments: ["--now", "2026-02-02T00:00:00Z"], says: "1 > 0"),
    FalseGreen(
      "a change waives its own finding",
      others: "Trivy, cargo-audit, OSV-Scanner: ignored from then on (read)", reports: scan,
      rules: noFindings, policy: waivers,
      files: [
        "s.sarif": finding,
        "w.json": waiver(#""created": "2026-01-01", "expires": "2026-02-01""#),
        "d.diff": edit(of: "w.json"),
      ], arguments: ["--now", "2026-01-02T00:00:00Z", "--diff", "d.diff"],
      says: "review needed"),
    FalseGreen(
      "the waivers are not there", reports: scan, rules: noFindings, policy: waivers,
      files: ["s.sarif": finding], .noDecision, says: "w.json: no such file"),
  ]

  private static let unit = #""unit": { "format": "junit", "files": "*.xml" }"#
  private static let noFailures = #"{ "metric": "tests.failed", "max": 0 }"#
  private static let failing = #"<testsuite><testcase name="t"><failure/></testcase></testsuite>"#

  private static let scan = #""scan": { "format": "sarif", "files": "*.sarif" }"#
  private static let noFindings = #"{ "metric": "findings", "max": 0 }"#
  private static let finding =
    #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": ["#
    + #"{"ruleId": "R", "message": {"text": "m"}}]}]}"#
  private static let waivers = #""waivers": { "file": "w.json" },"#

  private static func waiver(_ days: String) -> String {
    #"{ "version": 1, "waivers": [{ "match": { "rule": "R" }, "owner": "carol", "#
      + #""reason": "not reachable", \#(days) }] }"#
  }

  /// A change of one line of a file.
  private static func edit(of path: String) -> String {
    """
    diff --git a/\(path) b/\(path)
    --- a/\(path)
    +++ b/\(path)
    @@ -1 +1 @@
    -1
    +2

    """
  }
}
