/// What each key says, in the words of the table in the README.
enum SchemaWords {
  /// The words for a key of an object; `nil` if there are none.
  static func describe(_ key: String, in table: String) -> String? {
    // A rule may say what is to be done about absence as well.
    tables[table]?[key] ?? (table == "rule" ? tables["absence"]?[key] : nil)
  }

  private static let tables: [String: [String: String]] = [
    "policy": [
      "$schema": "the schema of this file, for editors",
      "version": "1",
      "extends":
        "policies to start from: paths relative to this file, or presets; a later one overrides "
        + "those before it, and the policy all of them",
      "components": "names for sets of paths: patterns relative to the root of the repository",
      "reports": "what must be there to be judged",
      "gates": "what is asked, gate by gate",
      "stages": "names from the first to the last; the first is the default of `--stage`",
      "defaults": "actions for what is not there",
      "trust": "what a change of the policy itself asks for",
      "waivers": "where agreed exceptions are, and what they may do",
      "baseline": #"where the baseline is: `{ "store": "file:.verdict/baseline.json" }`"#,
    ],
    "extends": [
      "file": "the path, relative to this file",
      "sha256": "the only content that it may have, as `sha256sum` prints it",
    ],
    "report": [
      "files": "a path or pattern, or a list of them; each must match something",
      "base":
        "the same for what this job measured of benchmarks before the change, as often and in "
        + "turns with `files`",
      "format": "one of the formats; recognised from the content without it",
      "strip": "what to cut off from the beginning of the paths in it",
      "optional": "`true` if it may be absent",
      "redact":
        "`true` if no text of it may reach an output or the baseline; rule, "
        + "path and line stay",
      "shards": "how many files there must be at least; copies of one count once",
      "jobs": "the jobs that must each have some of it, where `--evidence` is judged",
      "maxAge":
        #"how old it may be: `"12h"`, `"7d"`; it may never be older than the "#
        + #"commit. Its time is the older of what it says itself and that of the file"#,
      "variant":
        "what tells runs of the same tests apart: a suite's attribute `hostname`, `package` or "
        + "`id`, or the name of a property of suites or tests",
    ],
    "gate": [
      "title": "what people call it",
      "rules": "what it asks",
      "else": "the action of rules that name none: `block` unless it says otherwise",
      "reviewers": "who may lift a `review`",
      "stages": "the stages at which its rules apply; all without it",
    ],
    "rule": [
      "metric": "what is measured, one of the metrics",
      "from": "the reports to measure; all that hold the metric's kind without it",
      "in": "only a component",
      "of": "`new-code`: lines added or changed; `changed-files`: all lines of touched files",
      "each":
        "one check for each `component`, `file`, `report`, `benchmark` or "
        + "`test`, or for a list of components; for facts the key, or a list of keys",
      "where": "which findings, tests or benchmarks count",
      "ignoreBelow": "how many lines or tests are too few to judge",
      "else":
        "`info`, `warn`, `review` or `block`, or an object with one for a "
        + "stage and those after it",
      "stages": "the stages at which it applies",
      "enforceFrom": #"a day, `"2026-01-31"`, before which it only informs"#,
      "waivable": "`false` if no waiver may speak of it",
      "minChange":
        #"the least change of a benchmark's time that counts, `"1ns"`, whatever its share"#,
      "min": #"the least value: `"80%"`, `100`, `"10ms"`, `"512MiB"`"#,
      "max": "the largest value",
      "above": "the value must be more than this",
      "below": "the value must be less than this",
      "equals": #"the only value; for `fact` a word, `"success"`, `true` or `false`"#,
      "maxDrop":
        #"how far it may fall from the baseline: `"2pp"` points, `"2%"` "#
        + #"relative, `"5 tests"`, `"5 lines"` more that are not covered. Deleting covered code "#
        + "alone is no fall, where it is known what changed since the baseline",
      "maxRise": "how far it may rise",
    ],
    "where": [
      "level": "`error`, `warning`, `note`; `warning+` with all above it",
      "severity": "`critical`, `high`, `medium`, `low`; `high+` with all above it",
      "tool": "patterns for the tool's name",
      "category": "patterns for the category of the run",
      "rule": "patterns for the rule's id",
      "path": "patterns for the finding's path",
      "name": "patterns for the name of a test or benchmark",
      "class": "patterns for the test's class",
      "suite": "patterns for the test's suites",
      "state":
        "findings: `new` (or rated higher than before, or not suppressed any more), `escalated`, "
        + "`unsuppressed`, `unchanged` (wherever it was), `moved`, and of suppressed ones "
        + "`newly-suppressed`; tests: `new`, `known` (as in the baseline), `failed-before`, "
        + "`failing-differently` (before and now, for another reason)",
    ],
    "trust": [
      "whenPolicyChanges": "an action: `review` unless it says otherwise",
      "reviewers": "who may lift that `review`",
    ],
    "waivers": [
      "file":
        "where they are: `.verdict/waivers.json` without it; a file that is "
        + "named must be there",
      "import":
        "files of other tools whose entries are waivers too: `.trivyignore`, "
        + "`.trivyignore.yaml`, `audit.toml`, `osv-scanner.toml`",
      "maxDays": "how long one may be for: 90 days without it",
      "warnBefore": #"from how long before its end on one warns: `"14d"` without it"#,
      "whenAdded":
        "what a check does that a waiver of the change itself lifts: `review` "
        + "without it",
    ],
    "waiver": [
      "gate": "the gate of which it speaks; for findings every gate without it",
      "match": "what it speaks of: findings, tests that fail, or checks of the gate",
      "owner": "who answers for it",
      "reason": "why it is acceptable",
      "ticket": "where the way out is tracked",
      "created": #"its first day, `"2026-01-31"`, in UTC"#,
      "expires": "its last day",
    ],
    "match": [
      "rule": "the id of a finding's rule",
      "path": "patterns for a finding's path",
      "package": #"`"h2"` or `"h2@0.3.26"`, as Trivy, OSV-Scanner and Snyk report it"#,
      "fingerprint": "one of a finding's fingerprints",
      "test": "patterns for the name of a test that is in quarantine, or the name itself",
      "class": "patterns for its class, or its suites if it has none",
      "message": "texts, one of which must be in the message or type of its failure; what fails in "
        + "another way counts",
      "metric": "the metric of a rule of the gate",
      "in": "the `in` of that rule",
      "of": "the `of` of that rule",
      "item": "one item of its `each`",
    ],
    "absence": [
      "missing": "a report has no file",
      "empty": "a report has nothing to judge",
      "incomplete":
        "a report says itself that it is not the whole, shards are missing, or fewer files than in "
        + "the baseline",
      "stale": "a report was made before the commit, or is older than its `maxAge`",
      "unreadable": "a report cannot be read to its end",
      "noBaseline": "there is nothing to compare with: `warn` unless it says otherwise",
      "noChange":
        "new code is asked for and no change was given: `warn` unless it says "
        + "otherwise",
      "inconclusive":
        "the runs of a benchmark do not tell whether it keeps to the limit: `info` unless it says "
        + "otherwise",
    ],
    "baseline": [
      "store": "`file:` and a path, relative to the policy"
    ],
    "waivers file": [
      "$schema": "the schema of this file, for editors",
      "version": "1",
      "waivers": "who lives with which failure, why, and until when",
    ],
  ]
}
