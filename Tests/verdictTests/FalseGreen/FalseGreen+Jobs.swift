extension FalseGreen {
  static let jobs: [FalseGreen] = [
    FalseGreen(
      "a job was skipped, by a condition or after one that failed",
      others: "GitHub: a skipped check is successful (read)", reports: jobResults, rules: mypy,
      files: ["f.json": #"{"mypy": "skipped"}"#], says: "skipped ≠ success"),
    FalseGreen(
      "a job says neutral", others: "GitHub: a neutral check is successful (read)",
      reports: jobResults, rules: mypy, files: ["f.json": #"{"mypy": "neutral"}"#],
      says: "neutral ≠ success"),
    FalseGreen(
      "a job says nothing any more",
      others: "GitHub: waits for nothing that is not required (read)",
      reports: jobResults,
      rules: #"{ "metric": "fact", "each": ["mypy", "ruff"], "equals": "success" }"#,
      files: ["f.json": #"{"mypy": "success"}"#], says: "no report has the key"),
    FalseGreen(
      "no job says anything", others: "Datadog without `--fail-on-empty`: passes (read)",
      reports: jobResults, rules: mypy, files: ["f.json": "{}"],
      says: "nothing to judge in f.json"),
    FalseGreen(
      "a job failed, and a later one says otherwise in the same file",
      others: "`jq -e '.mypy == \"success\"'`: exit 0 (run)", reports: jobResults, rules: mypy,
      files: ["f.json": #"{"mypy": "failure", "mypy": "success"}"#], says: "duplicate key"),
    FalseGreen(
      "a job failed in one of two files",
      reports: #""jobs": { "format": "facts", "files": "[ab].json" }"#, rules: mypy,
      files: ["a.json": #"{"mypy": "failure"}"#, "b.json": #"{"mypy": "success"}"#],
      says: "failure ≠ success"),
    FalseGreen(
      "a rate of errors of 90 % is text, with quotation marks around it",
      others: "`jq` without `-r` and `bc` in bash: passes (run)", reports: jobResults,
      rules: errorRate, files: ["f.json": #"{"error.rate": "0.90"}"#], says: "0.9 > 0.05"),
    FalseGreen(
      "a rate of errors is null", others: "`jq` and `bc` in bash: passes (run)",
      reports: jobResults, rules: errorRate, files: ["f.json": #"{"error.rate": null}"#],
      says: "reports/jobs cannot be read"),
    FalseGreen(
      "the answer of the monitoring is empty", others: "`jq` and `bc` in bash: passes (run)",
      reports: jobResults, rules: errorRate, files: ["f.json": ""],
      says: "cannot be read: f.json: the file is empty"),
    FalseGreen(
      "a rate is one of events per second, and not a share",
      others: "PromQL's `rate` beside a bare `0.05`: compared (read)", reports: jobResults,
      rules: #"{ "metric": "value", "each": "error.rate", "max": "5%" }"#,
      files: ["f.json": #"{"error.rate": 0.9}"#], says: "value and limit are in different units"),
    FalseGreen(
      "a number lost its unit", reports: jobResults,
      rules: #"{ "metric": "value", "each": "p95", "max": "100ms" }"#,
      files: ["f.json": #"{"p95": 90}"#], says: "value and limit are in different units"),
    FalseGreen(
      "79.9999999999999999 is read as 80",
      others: "`jq`, Python and Swift's JSONDecoder: 80 (run)", reports: jobResults,
      rules: #"{ "metric": "value", "each": "score", "min": 80 }"#,
      files: ["f.json": #"{"score": 79.9999999999999999}"#], says: "< 80"),
  ]

  private static let jobResults = #""jobs": { "format": "facts", "files": "f.json" }"#
  private static let mypy = #"{ "metric": "fact", "each": "mypy", "equals": "success" }"#
  private static let errorRate = #"{ "metric": "value", "each": "error.rate", "max": 0.05 }"#
}
