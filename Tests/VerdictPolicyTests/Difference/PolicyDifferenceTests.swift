import Testing
import VerdictModel

@testable import VerdictPolicy

/// What each edit of a policy loosens and tightens.
@Suite("Policy difference")
struct PolicyDifferenceTests {
  typealias Effect = PolicyChange.Effect
  typealias Key = (effect: Effect, key: String, old: String?, new: String?)

  private static let extra = """
    "stages": ["push", "merge"],
    "components": { "core": ["src/core/**"], "web": ["web/**"] },
    """

  /// A rule before and after an edit, with the one change that it is.
  static let ruleEdits: [(old: String, new: String, change: Key)] = [
    coverage(#""min": "80%""#, #""min": "70%""#, (.loosened, "min", "80%", "70%")),
    coverage(#""min": "80%""#, #""min": "80.5%""#, (.tightened, "min", "80%", "80.5%")),
    coverage(#""maxDrop": "2pp""#, #""maxDrop": "3pp""#, (.loosened, "maxDrop", "2pp", "3pp")),
    coverage(#""maxDrop": "2pp""#, #""maxDrop": "1%""#, (.changed, "maxDrop", "2pp", "1%")),
    coverage(
      #""min": "80%", "maxDrop": "2pp""#, #""min": "80%""#, (.loosened, "maxDrop", "2pp", nil)),
    coverage(
      #""min": "80%""#, #""min": "80%", "maxDrop": "2pp""#, (.tightened, "maxDrop", nil, "2pp")),
    coverage(
      #""min": "80%""#, #""min": "80%", "else": "warn""#, (.loosened, "else", "block", "warn")),
    coverage(
      #""min": "80%", "else": { "push": "warn", "merge": "review" }"#,
      #""min": "80%", "else": { "push": "warn", "merge": "block" }"#,
      (.tightened, "else", "push: warn, merge: review", "push: warn, merge: block")),
    coverage(
      #""min": "80%", "else": { "push": "warn", "merge": "block" }"#,
      #""min": "80%", "else": "review""#,
      (.changed, "else", "push: warn, merge: block", "review")),
    coverage(
      #""min": "80%""#, #""min": "80%", "stages": "merge""#,
      (.loosened, "stages", "push, merge", "merge")),
    coverage(
      #""min": "80%", "ignoreBelow": 20"#, #""min": "80%", "ignoreBelow": 50"#,
      (.loosened, "ignoreBelow", "20", "50")),
    coverage(
      #""min": "80%", "ignoreBelow": 20"#, #""min": "80%""#,
      (.tightened, "ignoreBelow", "20", nil)),
    coverage(
      #""min": "80%""#, #""min": "80%", "in": "core""#, (.changed, "in", nil, "core")),
    coverage(
      #""min": "80%""#, #""min": "80%", "of": "new-code""#, (.changed, "of", nil, "new-code")),
    coverage(
      #""min": "80%""#, #""min": "80%", "each": "file""#, (.changed, "each", nil, "file")),
    coverage(
      #""min": "80%", "each": "component""#, #""min": "80%", "each": ["web"]"#,
      (.loosened, "each", "core, web", "web")),
    coverage(
      #""min": "80%""#, #""min": "80%", "from": "coverage""#,
      (.changed, "from", nil, "coverage")),
    coverage(
      #""min": "80%""#, #""min": "80%", "missing": "warn""#,
      (.loosened, "missing", "block", "warn")),
    coverage(
      #""min": "80%""#, #""min": "80%", "noBaseline": "block""#,
      (.tightened, "noBaseline", "warn", "block")),
    coverage(
      #""min": "80%""#, #""min": "80%", "enforceFrom": "2027-01-01""#,
      (.loosened, "enforceFrom", nil, "2027-01-01")),
    coverage(
      #""min": "80%", "enforceFrom": "2027-02-01""#, #""min": "80%", "enforceFrom": "2027-01-01""#,
      (.tightened, "enforceFrom", "2027-02-01", "2027-01-01")),
    coverage(
      #""each": "file", "min": { "a/*": "90%", "*": "50%" }"#,
      #""each": "file", "min": { "a/*": "80%", "*": "50%" }"#,
      (.loosened, "min of a/*", "90%", "80%")),
    coverage(
      #""each": "file", "min": { "a/*": "90%", "*": "50%" }"#,
      #""each": "file", "min": { "*": "50%" }"#, (.changed, "min of a/*", "90%", nil)),
    coverage(
      #""each": "file", "min": { "a/*": "90%", "*": "50%" }"#,
      #""each": "file", "min": { "a/*": "90%" }"#, (.loosened, "min of *", "50%", nil)),
    coverage(
      #""each": "file", "min": { "a/*": "90%" }"#,
      #""each": "file", "min": { "a/*": "90%", "*": "50%" }"#,
      (.tightened, "min of *", nil, "50%")),
    (
      #"{ "metric": "tests.total", "min": 10 }"#, #"{ "metric": "tests.total", "min": 9 }"#,
      (.loosened, "min", "10", "9")
    ),
    (
      #"{ "metric": "benchmark.time", "each": "benchmark", "max": "10ms" }"#,
      #"{ "metric": "benchmark.time", "each": "benchmark", "max": "1500us" }"#,
      (.tightened, "max", "10ms", "1500us")
    ),
    (
      #"{ "metric": "value", "each": "p95", "below": "100ms" }"#,
      #"{ "metric": "value", "each": "p95", "below": "110ms" }"#,
      (.loosened, "below", "100ms", "110ms")
    ),
    coverage(#""above": "80%""#, #""above": "79%""#, (.loosened, "above", "80%", "79%")),
    (
      #"{ "metric": "fact", "each": ["lint", "types"], "equals": "success" }"#,
      #"{ "metric": "fact", "each": ["lint"], "equals": "success" }"#,
      (.loosened, "each", "lint, types", "lint")
    ),
    (
      #"{ "metric": "fact", "each": ["lint"], "equals": "success" }"#,
      #"{ "metric": "fact", "each": ["lint"], "equals": "failure" }"#,
      (.changed, "equals", "success", "failure")
    ),
    (
      #"{ "metric": "value", "each": ["score"], "min": 8.5 }"#,
      #"{ "metric": "value", "each": ["score"], "min": 8 }"#, (.loosened, "min", "8.5", "8")
    ),
    findings(
      #""where": { "level": "warning+" }"#, #""where": { "level": "error" }"#,
      (.loosened, "where", "level warning and above", "level error")),
    findings(
      #""where": { "level": "error" }"#, "", (.tightened, "where", "level error", nil)),
    findings(
      #""where": { "level": "error" }"#, #""where": { "level": "warning" }"#,
      (.changed, "where", "level error", "level warning")),
    findings("", #""where": { "state": "new" }"#, (.loosened, "where", nil, "new")),
    findings("", #""waivable": false"#, (.tightened, "waivable", nil, "false")),
    findings(#""waivable": false"#, "", (.loosened, "waivable", "false", nil)),
    findings("", #""where": { "rule": "B*" }"#, (.loosened, "where", nil, "rule B*")),
    findings(
      #""where": { "state": "new" }"#, #""where": { "state": "escalated" }"#,
      (.loosened, "where", "new", "escalated")),
    findings(
      #""where": { "path": ["a/**", "b/**"] }"#, #""where": { "path": "a/**" }"#,
      (.loosened, "where", "at a/** or b/**", "at a/**")),
    findings(#""where": { "category": "c" }"#, "", (.tightened, "where", "category c", nil)),
    (
      #"{ "metric": "tests.failed", "max": 0 }"#,
      #"{ "metric": "tests.failed", "where": { "state": "new" }, "max": 0 }"#,
      (.loosened, "where", nil, "new")
    ),
    (
      #"{ "metric": "tests.failed", "where": { "suite": "e2e" }, "max": 0 }"#,
      #"{ "metric": "tests.failed", "where": { "class": "C", "suite": ["e2e", "unit"] }, "max": 0 }"#,
      (.changed, "where", "suite e2e", "class C, suite e2e or unit")
    ),
  ]

  private static func coverage(
    _ old: String, _ new: String, _ change: Key
  ) -> (
    old: String, new: String, change: Key
  ) {
    (
      "{ \"metric\": \"coverage.lines\", \(old) }", "{ \"metric\": \"coverage.lines\", \(new) }",
      change
    )
  }

  private static func findings(
    _ old: String, _ new: String, _ change: Key
  ) -> (
    old: String, new: String, change: Key
  ) {
    let rule = { (rest: String) in
      #"{ "metric": "findings", "max": 0"# + (rest.isEmpty ? "" : ", ") + rest + " }"
    }
    return (rule(old), rule(new), change)
  }

  @Test("an edit of a rule", arguments: ruleEdits.indices)
  func ruleEdit(index: Int) throws {
    let (old, new, expected) = Self.ruleEdits[index]
    let changes = try policyChanges(
      from: policy(rules: old, extra: Self.extra), to: policy(rules: new, extra: Self.extra))
    #expect(changes.count == 1, "\(old) → \(new)")
    #expect(changes.first?.effect == expected.effect, "\(old) → \(new)")
    #expect(
      changes.first?.alteration == .key(expected.key, old: expected.old, new: expected.new))
  }

  /// What stands around the rules, before and after an edit.
  static let wholeEdits: [(old: String, new: String, subject: PolicySubject, change: Key)] = [
    (
      #""stages": ["a", "b"],"#, #""stages": ["b", "a"],"#, .policy,
      (.changed, "stages", "a, b", "b, a")
    ),
    (
      "", #""baseline": { "store": "file:b.json" },"#, .policy,
      (.changed, "baseline", "file:.verdict/baseline.json", "file:b.json")
    ),
    (
      "", #""defaults": { "missing": "warn" },"#, .defaults,
      (.loosened, "missing", "block", "warn")
    ),
    (
      "", #""trust": { "whenPolicyChanges": "info" },"#, .trust,
      (.loosened, "whenPolicyChanges", "review", "info")
    ),
    (
      #""trust": { "reviewers": "team:ops" },"#, "", .trust,
      (.loosened, "reviewers", "team:ops", nil)
    ),
    (
      #""components": { "core": "a/**" },"#, #""components": { "core": ["a/**", "b/**"] },"#,
      .component("core"), (.changed, "paths", "a/**", "a/**, b/**")
    ),
    (
      "", #""waivers": {},"#, .waivers, (.loosened, "file", nil, ".verdict/waivers.json")
    ),
    (
      #""waivers": {},"#, "", .waivers, (.tightened, "file", ".verdict/waivers.json", nil)
    ),
    (
      #""waivers": {},"#, #""waivers": { "file": "w.json" },"#, .waivers,
      (.changed, "file", ".verdict/waivers.json", "w.json")
    ),
    (
      #""waivers": {},"#, #""waivers": { "import": ".trivyignore" },"#, .waivers,
      (.loosened, "import", nil, ".trivyignore")
    ),
    (
      #""waivers": { "import": ["audit.toml", "b"] },"#, #""waivers": { "import": "b" },"#,
      .waivers,
      (.tightened, "import", "audit.toml, b", "b")
    ),
    (
      #""waivers": {},"#, #""waivers": { "maxDays": 91 },"#, .waivers,
      (.loosened, "maxDays", "90", "91")
    ),
    (
      #""waivers": {},"#, #""waivers": { "warnBefore": "15d" },"#, .waivers,
      (.tightened, "warnBefore", "14d", "15d")
    ),
    (
      #""waivers": {},"#, #""waivers": { "whenAdded": "warn" },"#, .waivers,
      (.loosened, "whenAdded", "review", "warn")
    ),
  ]

  @Test("an edit around the rules", arguments: wholeEdits.indices)
  func wholeEdit(index: Int) throws {
    let (old, new, subject, expected) = Self.wholeEdits[index]
    let rule = #"{ "metric": "tests.failed", "max": 0 }"#
    let changes = try policyChanges(
      from: policy(rules: rule, extra: old), to: policy(rules: rule, extra: new))
    #expect(
      changes == [
        PolicyChange(
          expected.effect, subject, .key(expected.key, old: expected.old, new: expected.new))
      ])
  }

  /// The one report of a policy, before and after an edit.
  static let reportEdits: [(old: String, new: String, change: Key)] = [
    ("", #", "redact": true"#, (.changed, "redact", nil, "true")),
    ("", #", "optional": true"#, (.loosened, "optional", nil, "true")),
    (#", "shards": 3"#, #", "shards": 2"#, (.loosened, "shards", "3", "2")),
    ("", #", "shards": 2"#, (.tightened, "shards", nil, "2")),
    (#", "jobs": ["a", "b"]"#, #", "jobs": "b""#, (.loosened, "jobs", "a, b", "b")),
    ("", #", "jobs": "b""#, (.tightened, "jobs", nil, "b")),
    ("", #", "strip": "/x/""#, (.changed, "strip", nil, "/x/")),
    (#", "maxAge": "1d""#, #", "maxAge": "2d""#, (.loosened, "maxAge", "1 d", "2 d")),
    ("", #", "variant": "hostname""#, (.changed, "variant", nil, "hostname")),
    ("", #", "maxAge": "2d""#, (.tightened, "maxAge", nil, "2 d")),
  ]

  @Test("an edit of a report", arguments: reportEdits.indices)
  func reportEdit(index: Int) throws {
    let (old, new, expected) = Self.reportEdits[index]
    let read = { (text: String) in
      try policy(
        rules: #"{ "metric": "tests.failed", "max": 0 }"#,
        reports: #""unit": { "format": "junit", "files": "unit.xml"\#(text) }"#)
    }
    let changes = try policyChanges(from: read(old), to: read(new))
    #expect(changes.map(\.effect) == [expected.effect])
    #expect(
      changes.map(\.alteration) == [.key(expected.key, old: expected.old, new: expected.new)])
  }

  @Test("a report that comes is judged by who looks at it")
  func addedReport() throws {
    let unit = #""unit": { "format": "junit", "files": "unit.xml" }"#
    let more = unit + #", "more": { "format": "junit", "files": "more.xml" }"#
    func changes(_ old: String, _ new: String) throws -> [PolicyChange] {
      try policyChanges(
        from: policy(rules: old, reports: unit), to: policy(rules: new, reports: more))
    }
    let all = #"{ "metric": "tests.failed", "max": 0 }"#
    let named = #"{ "metric": "tests.failed", "from": "unit", "max": 0 }"#
    let added = #", { "metric": "tests.failed", "from": "more", "max": 0 }"#
    #expect(try changes(all, all).map(\.effect) == [.changed])
    #expect(try changes(named, named + added).map(\.effect) == [.tightened, .tightened])
  }

  @Test("order, titles and comments ask nothing")
  func order() throws {
    let one = #"{ "metric": "tests.failed", "max": 0 }"#
    let two = #"{ "metric": "tests.total", "maxDrop": "5%", "else": "warn" }"#
    let changes = try policyChanges(
      from: policy(rules: "\(one), \(two)"), to: policy(rules: "// why\n\(two), \(one)"))
    #expect(changes == [])
  }

  @Test("of two tiers the one that is edited is found")
  func tiers() throws {
    func tiers(_ warn: Int, _ block: Int) -> String {
      """
      { "metric": "benchmark.time", "each": "benchmark", "maxRise": "\(block)%" },
      { "metric": "benchmark.time", "each": "benchmark", "maxRise": "\(warn)%", "else": "warn" }
      """
    }
    let changes = try policyChanges(
      from: policy(rules: tiers(5, 10)), to: policy(rules: tiers(5, 20)))
    #expect(changes.map(\.effect) == [.loosened])
    #expect(changes.first?.alteration == .key("maxRise", old: "10%", new: "20%"))
  }

  @Test("a rule that goes is a loss, whatever comes for it")
  func replaced() throws {
    let changes = try policyChanges(
      from: policy(
        rules: #"{ "metric": "tests.failed", "max": 0 }, { "metric": "tests.total", "min": 9 }"#),
      to: policy(
        rules: #"{ "metric": "tests.skipped", "max": 0 }, { "metric": "tests.failed", "max": 0 }"#))
    #expect(changes.map(\.effect) == [.loosened, .tightened])
    #expect(changes.map(\.alteration) == [.removed("min 9"), .added("max 0")])
  }

  /// Whoever adds a key to the policy has to say what a change of it does, and to name it here.
  @Test("every part of a policy is compared")
  func completeness() throws {
    let policy = try policy(
      rules: #"{ "metric": "findings", "max": 0 }"#, extra: #""components": { "a": "b" },"#)
    func keys(_ value: Any?) -> [String] {
      value.map { Mirror(reflecting: $0).children.compactMap(\.label).sorted() } ?? []
    }
    #expect(
      keys(policy) == [
        "baselineStore", "components", "defaults", "gates", "reports", "stages", "trust",
        "waivers",
      ])
    #expect(keys(policy.trust) == ["reviewers", "whenPolicyChanges"])
    #expect(keys(policy.defaults) == ["gaps", "inconclusive", "noBaseline", "noChange"])
    #expect(keys(policy.components.first) == ["name", "paths"])
    #expect(
      keys(policy.reports.first) == [
        "base", "files", "format", "id", "isOptional", "isRedacted", "jobs", "kind", "maxAge",
        "position",
        "shards", "strip", "variant",
      ])
    // The title asks nothing.
    #expect(keys(policy.gates.first) == ["id", "reviewers", "rules", "title"])
    #expect(
      keys(policy.gates.first?.rules.first) == [
        "absence", "action", "code", "component", "each", "enforceFrom", "filter", "from",
        "ignoreBelow", "isWaivable", "items", "limits", "metric", "minChange", "position", "stages",
      ])
    #expect(
      keys(policy.gates.first?.rules.first?.items) == ["classes", "names", "state", "suites"])
    #expect(
      keys(policy.gates.first?.rules.first?.filter) == [
        "categories", "levels", "paths", "rules", "severities", "state", "tools",
      ])
  }
}
