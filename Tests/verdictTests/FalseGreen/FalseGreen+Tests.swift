extension FalseGreen {
  static let tests: [FalseGreen] = [
    FalseGreen(
      "a test failed",
      others: "`junit2html --max-failures 1` without `--summary-matrix`: exit 0 (run)",
      reports: unit,
      rules: noFailures, files: ["t.xml": failing], says: "1 > 0"),
    FalseGreen(
      "a suite broke outside of its tests",
      others: "`junitparser verify`, `junit2html --summary-matrix`: exit 0 (run)", reports: unit,
      rules: noFailures,
      files: ["t.xml": #"<testsuite><error message="no fixture"/>\#(passed)</testsuite>"#],
      says: "1 > 0"),
    FalseGreen(
      "only the header knows of a failure",
      others: "`junitparser verify`, `junit2html --summary-matrix`: exit 0 (run)", reports: unit,
      rules: noFailures,
      files: ["t.xml": #"<testsuite name="s" tests="6" failures="1"/>"#], says: "1 > 0"),
    FalseGreen(
      "XCTest fails in a Swift package, and leaves no file without `--parallel`",
      reports: unit, rules: noFailures,
      files: ["t-swift-testing.xml": "<testsuites><testsuite>\(passed)</testsuite></testsuites>"],
      says: "no t.xml beside it, which swift test writes for XCTest"),
    FalseGreen(
      "the failure is in the second file of a Swift package, which nobody named",
      reports: #""unit": { "format": "junit", "files": "t.xml" }"#, rules: noFailures,
      files: [
        "t.xml": "<testsuite>\(passed)</testsuite>", "t-swift-testing.xml": failing,
      ], says: "1 > 0"),
    FalseGreen(
      "of two shards of a Swift package one is lost, and the other has two files",
      reports: #""unit": { "format": "junit", "files": "*.xml", "shards": 2 }"#, rules: noFailures,
      files: [
        "t.xml": "<testsuite>\(passed)</testsuite>",
        "t-swift-testing.xml": "<testsuite>\(passed)</testsuite>",
      ], says: "1 of 2"),
    FalseGreen(
      "there are no suites",
      others: "`junitparser verify`, `junit2html --summary-matrix`: exit 0 (run)", reports: unit,
      rules: noFailures, files: ["t.xml": "<testsuites/>"], says: "reports/unit is empty"),
    FalseGreen(
      "the failure stands outside of any suite",
      others: "`junitparser verify`, `junit2html --summary-matrix`: exit 0 (run)",
      reports: unit, rules: noFailures, files: ["t.xml": "<testsuites>\(failed)</testsuites>"],
      says: "1 > 0"),
    FalseGreen(
      "the suite stands in another suite",
      others:
        "`junit2html --summary-matrix`: exit 0 (run); dorny/test-reporter: not counted (read)",
      reports: unit,
      rules: noFailures, files: ["t.xml": #"<testsuite name="all">\#(failing)</testsuite>"#],
      says: "1 > 0"),
    FalseGreen(
      "a failure stands beside a skip",
      others: "`junitparser verify`: exit 0 (run); Jenkins, action-junit-report: skipped (read)",
      reports: unit, rules: noFailures,
      files: ["t.xml": failing.replacing("<failure", with: "<skipped/><failure")], says: "1 > 0"),
    FalseGreen(
      "an attempt that is written as a pass is followed by the failure",
      others: "action-junit-report with `check_retries`: passed (read)", reports: unit,
      rules: noFailures, files: ["t.xml": "<testsuite>\(passed)\(failed)</testsuite>"],
      says: "1 > 0"),
    FalseGreen(
      "an attempt that failed is followed by one that passed in another file", reports: unit,
      rules: noFailures, files: ["a.xml": failing, "b.xml": "<testsuite>\(passed)</testsuite>"],
      says: "1 > 0"),
    FalseGreen(
      "`status` says failed, and no element does",
      others: "`junitparser verify`, `junit2html --summary-matrix`: exit 0 (run)", reports: unit,
      rules: noFailures,
      files: ["t.xml": "<testsuite>\(test(#" status="failed""#))</testsuite>"], says: "1 > 0"),
    FalseGreen(
      "a test that did not run looks like a pass", others: "`junitparser verify`: exit 0 (run)",
      reports: unit, rules: #"{ "metric": "tests.skipped", "max": 0 }"#,
      files: ["t.xml": "<testsuite>\(test(#" status="notrun""#))</testsuite>"], says: "1 > 0"),
    FalseGreen(
      "a suite is cut off in the middle",
      others: "action-junit-report: does not fail (read, its #1189)", reports: unit,
      rules: noFailures, files: ["t.xml": "<testsuite>\(passed)<testc"],
      says: "reports/unit cannot be read"),
    FalseGreen(
      "a NUL in a message cut the file off", others: "what Swift 6.3.1 writes (run)",
      reports: unit, rules: noFailures,
      files: ["t.xml": #"<testsuite>\#(passed)<testcase name="u"><failure message=""#],
      says: "reports/unit cannot be read"),
    FalseGreen(
      "a crash left an empty file", others: "`junitparser verify`: ends with an error (run)",
      reports: unit, rules: noFailures, files: ["t.xml": ""],
      says: "cannot be read: t.xml: the file is empty"),
    FalseGreen(
      "names with markup make the report malformed", others: "what Swift 6.3.1 writes (run)",
      reports: unit, rules: noFailures,
      files: ["t.xml": #"<testsuite><testcase name="a < b & c"><failure/></testcase></testsuite>"#],
      says: "reports/unit cannot be read"),
    FalseGreen(
      "no test ran, and no report was written",
      others:
        "`junitparser verify --glob`: exit 0 (run); `swift test` without `--parallel` writes none of XCTest",
      reports: unit, rules: noFailures, files: [:], says: "reports/unit is missing"),
    FalseGreen(
      "one of three shards is lost",
      others: "Codecov: success before all are uploaded (read)",
      reports: #""unit": { "format": "junit", "files": "*.xml", "shards": 3 }"#,
      rules: noFailures,
      files: [
        "1.xml": "<testsuite>\(passed)</testsuite>",
        "2.xml": #"<testsuite><testcase name="u"/></testsuite>"#,
      ], says: "reports/unit has 2 of 3 shards"),
    FalseGreen(
      "a shard is there twice, and another one is lost",
      reports: #""unit": { "format": "junit", "files": "*.xml", "shards": 2 }"#,
      rules: noFailures,
      files: [
        "1.xml": "<testsuite>\(passed)</testsuite>", "2.xml": "<testsuite>\(passed)</testsuite>",
      ], says: "2.xml is a copy of 1.xml; reports/unit has 1 of 2 shards"),
    FalseGreen(
      "the runner that made the report does not say in which zone its clock is",
      reports:
        #""unit": { "format": "junit", "files": "*.xml", "maxAge": "1d" }"#, rules: noFailures,
      files: [
        "t.xml": #"<testsuite timestamp="2026-01-01T00:00:00">\#(passed)</testsuite>"#
      ], arguments: ["--now", "2026-01-08T00:00:00Z"],
      says: "t.xml is 6 d 12 h old, at most 1 d are allowed"),
    FalseGreen(
      "a failing test is skipped instead of mended", others: "`pytest`: exit 0 (run)",
      reports: unit,
      rules: #"{ "metric": "tests.skipped", "where": { "state": "failed-before" }, "max": 0 }"#,
      before: ["t.xml": failing],
      files: ["t.xml": failing.replacing("<failure message=\"no\"/>", with: "<skipped/>")],
      says: "1 > 0"),
    FalseGreen(
      "a failing test is deleted instead of mended", others: "`pytest`: exit 0 (run)",
      reports: unit,
      rules: #"{ "metric": "tests.removed", "where": { "state": "failed-before" }, "max": 0 }"#,
      before: ["t.xml": failing],
      files: ["t.xml": #"<testsuite><testcase name="other"/></testsuite>"#], says: "1 > 0"),
    FalseGreen(
      "a test in quarantine fails for another reason", reports: unit, rules: noFailures,
      policy: #""waivers": {},"#,
      files: [
        "t.xml": failing,
        ".verdict/waivers.json": quarantine.replacing(
          "\"t\"", with: #""t", "message": "no answer""#),
        "d.diff": "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+x\n",
      ], arguments: ["--now", "2026-01-02T00:00:00Z", "--diff", "d.diff"], says: "1 > 0"),
    FalseGreen(
      "a change puts the test that it breaks in quarantine", reports: unit, rules: noFailures,
      policy: #""waivers": {},"#,
      files: [
        "t.xml": failing, ".verdict/waivers.json": quarantine,
        "d.diff": """
        --- a/.verdict/waivers.json
        +++ b/.verdict/waivers.json
        @@ -1 +1 @@
        -{}
        +{ "version": 1 }

        """,
      ], arguments: ["--now", "2026-01-02T00:00:00Z", "--diff", "d.diff"],
      says: "is added by the change itself"),
    FalseGreen(
      "a test took 1,234.5 seconds", others: "dorny/test-reporter, action-junit-report: 1 s (read)",
      reports: unit, rules: #"{ "metric": "tests.duration", "max": "100s" }"#,
      files: ["t.xml": "<testsuite>\(test(#" time="1,234.5""#))</testsuite>"], says: "> 100 s"),
    FalseGreen(
      "no report says how long a test took", reports: unit,
      rules: #"{ "metric": "tests.duration", "max": "1s" }"#,
      files: ["t.xml": "<testsuite>\(passed)</testsuite>"],
      says: "the reports have nothing of what is asked"),
    FalseGreen(
      "a mistyped pattern chooses no test", others: "`pytest -k`: exit 5 (run)", reports: unit,
      rules: #"{ "metric": "tests.failed", "where": { "class": "Cc" }, "max": 0 }"#,
      files: ["t.xml": failing], says: "the reports have nothing of what is asked"),
    FalseGreen(
      "the report is not in the encoding that it declares", reports: unit, rules: noFailures,
      files: [
        // The last byte of ā is no character of windows-1252.
        "t.xml": #"<?xml version="1.0" encoding="windows-1252"?><testsuite>"#
          + #"<testcase name="s"/><testcase name="ā"><failure/></testcase></testsuite>"#
      ], says: "cannot be read: t.xml"),
    FalseGreen(
      "a test that is known to fail in one browser fails in another one too",
      others: "GitLab: one test of that name, known (read, mender-convert PR 137)",
      reports: #""unit": { "format": "junit", "files": "*.xml", "variant": "hostname" }"#,
      rules: #"{ "metric": "tests.failed", "where": { "state": "new" }, "max": 0 }"#,
      before: ["t.xml": browsers(failed, passed)],
      files: ["t.xml": browsers(failed, failed)], says: "1 > 0"),
    FalseGreen(
      "what should tell the browsers apart is mistyped",
      reports: #""unit": { "format": "junit", "files": "*.xml", "variant": "hostnames" }"#,
      rules: noFailures, files: ["t.xml": browsers(passed, passed)], says: "says 'hostnames'"),
    FalseGreen(
      "the report holds something else now", reports: #""unit": { "files": "t.xml" }"#,
      rules: #"{ "metric": "tests.failed", "from": "unit", "max": 0 }"#,
      files: ["t.xml": "SF:src/a.py\nDA:1,1\nend_of_record\n"], says: "holds coverage, not tests"),
  ]

  private static let unit = #""unit": { "format": "junit", "files": "*.xml" }"#
  private static let noFailures = #"{ "metric": "tests.failed", "max": 0 }"#
  private static let quarantine = """
    { "version": 1, "waivers": [{ "match": { "test": "t" }, "owner": "qa", "reason": "flaps",
      "created": "2026-01-01", "expires": "2026-02-01" }] }
    """
  private static let passed = #"<testcase classname="C" name="t"/>"#
  private static let failed =
    #"<testcase classname="C" name="t"><failure message="no"/></testcase>"#
  private static let failing = "<testsuite>\(failed)</testsuite>"

  private static func browsers(_ chromium: String, _ firefox: String) -> String {
    #"<testsuites><testsuite hostname="chromium">\#(chromium)</testsuite>"#
      + #"<testsuite hostname="firefox">\#(firefox)</testsuite></testsuites>"#
  }

  private static func test(_ attributes: String) -> String {
    #"<testcase classname="C" name="t"\#(attributes)/>"#
  }
}
