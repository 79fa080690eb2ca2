extension FalseGreen {
  static let coverage: [FalseGreen] = [
    FalseGreen(
      "a tool prints two percentages, 12.34 % and “+0.00 % change”",
      others: "`grep -oP '\\d+\\.\\d+(?=%)'` and `bc` in bash: passes (run)", reports: lcov,
      rules: eighty, files: ["a.info": tracefile(hit: 1, of: 8)], says: "12.50 % < 80 %"),
    FalseGreen(
      "there is no report", others: "`grep` and `bc` in bash: passes (run)", reports: lcov,
      rules: eighty, files: [:], says: "reports/coverage is missing: no file matches *.info"),
    FalseGreen(
      "the report is an empty file", others: "`diff-cover --fail-under=80`: exit 0 (run)",
      reports: lcov, rules: eighty, files: ["a.info": ""],
      says: "cannot be read: a.info: the file is empty"),
    FalseGreen(
      "79.6 % is rounded to 80 %", others: "`coverage report --fail-under=80`: exit 0 (run)",
      reports: lcov, rules: eighty, files: ["a.info": tracefile(hit: 199, of: 250)],
      says: "79.60 % < 80 %"),
    FalseGreen(
      "79.996 % is shown as 80.00 %", reports: lcov, rules: eighty,
      files: ["a.info": tracefile(hit: 19_999, of: 25_000)], says: "79.996 % < 80 %"),
    FalseGreen(
      "new code is measured in part", others: "`diff-cover --fail-under=80`: exit 0 (run)",
      reports: lcov, rules: ofNewCode,
      files: [
        "a.info": tracefile(hit: 2, of: 2),
        "d.diff": """
        --- a/src/a.py
        +++ b/src/a.py
        @@ -1 +1,2 @@
         one
        +two
        --- /dev/null
        +++ b/src/new.py
        @@ -0,0 +1,2 @@
        +one
        +two

        """,
      ], arguments: ["--diff", "d.diff"], says: "says nothing of src/new.py"),
    FalseGreen(
      "the diff is an empty file", others: "`diff-cover --diff-file`: exit 0 (run)", reports: lcov,
      rules: ofNewCode, policy: #""defaults": { "noChange": "block" },"#,
      files: ["a.info": tracefile(hit: 0, of: 2), "d.diff": ""], arguments: ["--diff", "d.diff"],
      says: "it is not known what changed"),
    FalseGreen(
      "the paths of the report are those of another machine",
      others: "`diff-cover --fail-under=80`: exit 0 (run)", reports: lcov,
      rules: #"{ "metric": "coverage.lines", "each": "file", "min": "10%" }"#,
      files: ["a.info": "SF:/build/x/src/a.py\nDA:1,1\nend_of_record\n"],
      says: "say with 'strip' what to cut off"),
    FalseGreen(
      "there is no baseline to fall from",
      others: "octocov: compares with 0; Codecov, Keptn: success (read)", reports: lcov,
      rules: #"{ "metric": "coverage.lines", "maxDrop": "2pp" }"#,
      files: ["a.info": tracefile(hit: 1, of: 8)], .warns, says: "there is no baseline"),
    FalseGreen(
      "a line lost its coverage in a change that deletes covered code besides", reports: lcov,
      rules: #"{ "metric": "coverage.lines", "maxDrop": "2pp" }"#,
      before: ["a.info": tracefile(hit: 6, of: 8)],
      files: [
        "a.info": tracefile(hit: 2, of: 5),
        "d.diff": "--- a/src/a.py\n+++ b/src/a.py\n@@ -1,3 +0,0 @@\n-one\n-two\n-three\n",
      ], arguments: ["--diff", "d.diff"], says: "−35 pp < −2 pp"),
    FalseGreen(
      "there is no baseline, and the policy wants one",
      reports: lcov,
      rules: #"{ "metric": "coverage.lines", "maxDrop": "2pp", "noBaseline": "block" }"#,
      files: ["a.info": tracefile(hit: 1, of: 8)], says: "there is no baseline"),
    FalseGreen(
      "a fall of 2 points is taken for one of 2 percent",
      others: "Codecov, octocov: a percentage of either kind (read)", reports: lcov,
      rules: #"{ "metric": "coverage.lines", "maxDrop": 2 }"#,
      files: ["a.info": tracefile(hit: 1, of: 8)], .noDecision, says: "needs a unit"),
    FalseGreen(
      "the report is a week old", others: "GitLab: does not check the integrity of results (read)",
      reports: #""coverage": { "format": "cobertura", "files": "c.xml", "maxAge": "1d" }"#,
      rules: eighty,
      files: [
        "c.xml": #"<coverage timestamp="1767225600000"><packages><package><classes><class "#
          + #"filename="a.py"><lines><line number="1" hits="1"/></lines></class></classes>"#
          + "</package></packages></coverage>"
      ], arguments: ["--now", "2026-01-08T00:00:00Z"],
      says: "reports/coverage is stale: c.xml is 7 d old, at most 1 d are allowed"),
    FalseGreen(
      "one of the files of a list is missing",
      others: "`sarif --check error` with such a list: a warning, exit 0 (run)",
      reports: #""coverage": { "files": ["a.info", "web/b.info"] }"#, rules: eighty,
      files: ["a.info": tracefile(hit: 8, of: 8)], says: "no file matches web/b.info"),
    FalseGreen(
      "one of the files that a pattern matched is lost, and the share of the rest is larger",
      reports: lcov, rules: eighty,
      before: [
        "a.info": tracefile(hit: 8, of: 8),
        "b.info": tracefile(hit: 7, of: 8).replacing("src/a.py", with: "src/b.py"),
      ], files: ["a.info": tracefile(hit: 8, of: 8)],
      says: "has 1 file, the baseline 2: nothing is known of src/b.py"),
    FalseGreen(
      "a report without a format cannot be read",
      reports: #""py": { "files": "*.info" }, "all": { "files": "junit/*.xml" }"#,
      rules: #"{ "metric": "tests.failed", "max": 0 }, "#
        + #"{ "metric": "coverage.lines", "from": "py", "min": "0%" }"#,
      files: [
        "a.info": tracefile(hit: 1, of: 1), "b.info": "garbage",
        "junit/t.xml": #"<testsuite><testcase name="t"/></testsuite>"#,
      ], says: "cannot be read: b.info"),
  ]

  private static let lcov = #""coverage": { "format": "lcov", "files": "*.info" }"#
  private static let eighty = #"{ "metric": "coverage.lines", "min": "80%" }"#
  private static let ofNewCode =
    #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }"#

  /// Coverage of one file, its first lines hit.
  private static func tracefile(hit: Int, of lines: Int) -> String {
    "SF:src/a.py\n" + (1...lines).map { "DA:\($0),\($0 <= hit ? 1 : 0)\n" }.joined()
      + "end_of_record\n"
  }
}
