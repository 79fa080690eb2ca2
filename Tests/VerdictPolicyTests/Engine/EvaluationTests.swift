import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Evaluation")
struct EvaluationTests {
  static let gap = EvidenceGap.unreadable(file: "unit.xml", reason: "line 3: truncated")

  /// What is said of a changed file that no report mentions.
  static func silence(of path: String) -> UndecidedReason {
    .gap(report: "coverage", gaps: [.incomplete(reason: "says nothing of \(path)")])
  }

  @Test("a satisfied rule contributes nothing")
  func satisfied() throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0 }"#, head: .tests([.passed, .skipped]))
    #expect(checks.map(\.status) == [.satisfied])
    #expect(checks.map(\.action) == [.info])
  }

  @Test("a pattern for paths that fits nothing is told of, as the rule passes for ever")
  func patternOfNothing() throws {
    let rule = #"{ "metric": "findings", "where": { "path": "srv/**" }, "max": 0 }"#
    func notices(_ files: [String]?, found path: String? = nil) throws -> [String] {
      var content = EvidenceContent.findings([.error])
      content.findings?.findings[0].location = path.map { FindingLocation(path: $0, line: nil) }
      return evaluate(
        input(try policy(rules: rule), evidence: evidence(content), repositoryFiles: files)
      ).notices.map(\.message)
    }
    #expect(
      try notices(["src/a.py"])
        == ["'srv/**' of the rule at policy.json:5:34 fits no file of the repository"])
    #expect(try notices(["srv/a.py"]) == [])
    #expect(try notices(["src/a.py"], found: "srv/usr/lib") == [])
    #expect(try notices(nil) == [])
  }

  @Test(
    "a violated rule blocks unless it says otherwise",
    arguments: [
      ("", Action.block), (#", "else": "warn""#, .warn), (#", "else": "review""#, .review),
      (#", "else": "info""#, .info),
    ])
  func action(written: String, action: Action) throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0\#(written) }"#, head: .tests([.failed]))
    #expect(checks.map(\.action) == [action])
  }

  @Test(
    "a later stage is as strict as the last one named",
    arguments: [
      ("push", Action.warn), ("merge", .review), ("production", .review),
    ])
  func stages(stage: String, action: Action) throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "else": { "push": "warn", "merge": "review" } }"#,
      extra: #""stages": ["push", "merge", "production"],"#, head: .tests([.failed]), stage: stage)
    #expect(checks.map(\.action) == [action])
  }

  @Test("a rule is asked at its stages only")
  func stageOfRule() throws {
    let rules = #"{ "metric": "tests.failed", "max": 0, "stages": ["merge"] }"#
    let stages = #""stages": ["push", "merge"],"#
    #expect(try checks(rules, extra: stages, head: .tests([.failed]), stage: "push").isEmpty)
    #expect(
      try checks(rules, extra: stages, head: .tests([.failed]), stage: "merge").count == 1)
  }

  @Test(
    "every gap is undecided and blocks by default",
    arguments: [
      EvidenceGap.missing(patterns: ["unit.xml"]), .empty(file: "unit.xml"),
      .missingShards(found: 2, expected: 3), gap,
    ])
  func gaps(gap: EvidenceGap) throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "else": "warn" }"#, head: .tests([.passed]),
      gaps: ["unit": [gap]])
    #expect(checks.map(\.status) == [.undecided(.gap(report: "unit", gaps: [gap]))])
    #expect(checks.map(\.action) == [.block])
  }

  @Test("a rule's own word for a gap wins over the defaults")
  func gapAction() throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "unreadable": "review" }"#,
      extra: #""defaults": { "unreadable": "warn" },"#, head: .tests([.passed]),
      gaps: ["unit": [Self.gap]])
    #expect(checks.map(\.action) == [.review])
  }

  @Test("too many failures stay too many, whatever a broken report hides")
  func settledInSpiteOfGap() throws {
    let checks = try checks(
      #"{ "metric": "tests.failed", "max": 0, "else": "review" }"#,
      extra: #""defaults": { "unreadable": "warn" },"#, head: .tests([.failed]),
      gaps: ["unit": [Self.gap]])
    #expect(checks.map(\.status) == [.violated])
    #expect(checks.map(\.action) == [.review])
  }

  @Test("a report without its metric's kind is no zero")
  func otherKind() throws {
    let policy = try policy(
      rules: #"{ "metric": "findings", "from": ["scan"], "max": 0 }"#,
      reports: #""scan": { "files": "scan.sarif" }"#)
    let part = EvidencePart(id: "scan", sources: [], gaps: [], content: .tests([.passed]))
    let verdict = evaluate(
      input(policy, evidence: Evidence(parts: [part])))
    #expect(verdict.outcome == .block)
    #expect(
      verdict.gates[0].checks.map(\.status) == [
        .undecided(
          .gap(report: "scan", gaps: [.incomplete(reason: "holds tests, not findings")]))
      ])
  }

  @Test("an absent optional report asks nothing, a broken one does")
  func optional() throws {
    let policy = try policy(
      rules: #"{ "metric": "tests.failed", "from": ["unit"], "max": 0 }"#,
      reports: #""unit": { "format": "junit", "files": "unit.xml", "optional": true }"#)
    func status(_ gap: EvidenceGap) -> [CheckStatus] {
      let part = EvidencePart(id: "unit", sources: [], gaps: [gap], content: EvidenceContent())
      return evaluate(
        input(policy, evidence: Evidence(parts: [part]))
      ).gates[0].checks.map(\.status)
    }
    #expect(
      status(.missing(patterns: ["unit.xml"])) == [.notApplicable(.optionalReport("unit"))])
    #expect(status(Self.gap) == [.undecided(.gap(report: "unit", gaps: [Self.gap]))])
  }

  @Test("without a baseline a change is undecided, and warns by default")
  func noBaseline() throws {
    let checks = try checks(
      #"{ "metric": "coverage.lines", "maxDrop": "2pp" }"#, head: .lines(covered: 1, missed: 1))
    #expect(checks.map(\.status) == [.undecided(.noBaseline)])
    #expect(checks.map(\.action) == [.warn])
  }

  @Test("new code without a change is undecided")
  func noChange() throws {
    let checks = try checks(
      #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }"#,
      head: .lines(covered: 1, missed: 1))
    #expect(checks.map(\.status) == [.undecided(.noChange)])
  }

  @Test(
    "new code counts the added coverable lines",
    arguments: [
      ("src/a", 3...8, CheckStatus.violated, 6),
      ("src/a", 90...99, .notApplicable(.nothingChanged), 0),
      ("README", 1...8, .notApplicable(.nothingChanged), 0),
    ])
  func newCode(path: String, added: ClosedRange<Int>, status: CheckStatus, total: Int) throws {
    let change = ChangeSet(
      origin: "test",
      files: [
        ChangedFile(
          path: path, kind: .modified, added: LineRanges(ranges: [added]), deleted: .none)
      ])
    let checks = try checks(
      #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }"#,
      head: .lines(covered: 5, missed: 5), change: change)
    #expect(checks.map(\.status) == [status])
    if total > 0 {
      #expect(checks[0].value == .share(Tally(covered: 3, total: total)))
      #expect(
        checks[0].places == [CheckPlace(path: "src/a", lines: LineRanges(6...8), text: "")])
    }
  }

  @Test(
    "changed code that no report mentions is not covered by silence",
    arguments: [
      ("src/b.py", CheckStatus.undecided(Self.silence(of: "src/b.py"))),
      ("src/new/b.py", .undecided(Self.silence(of: "src/new/b.py"))),
      // The report has it under another path.
      ("app/src/a.py", .undecided(Self.silence(of: "app/src/a.py"))),
      // Nobody measures tests and texts.
      ("tests/test_a.py", .notApplicable(.nothingChanged)),
      ("src/b.txt", .notApplicable(.nothingChanged)),
    ])
  func newCodeWithoutData(path: String, status: CheckStatus) throws {
    let coverage = CoverageReport(files: [
      FileCoverage(
        path: "src/a.py", lines: LineTable(entries: [(number: 1, count: 1)]), branches: .empty)
    ])
    let change = ChangeSet(
      origin: "test",
      files: [ChangedFile(path: path, kind: .added, added: LineRanges(1...9), deleted: .none)])
    let checks = try checks(
      #"{ "metric": "coverage.lines", "of": "new-code", "min": "80%" }"#,
      head: EvidenceContent(coverage: coverage), change: change)
    #expect(checks.map(\.status) == [status])
  }

  @Test("too little to judge is said, not judged")
  func ignoreBelow() throws {
    let checks = try checks(
      #"{ "metric": "coverage.lines", "min": "80%", "ignoreBelow": 20 }"#,
      head: .lines(covered: 0, missed: 3))
    #expect(
      checks.map(\.status) == [.notApplicable(.tooLittle(found: 3, needed: 20, .lines))])
  }

  @Test("a component without a line of coverage is undecided")
  func emptyComponent() throws {
    let checks = try checks(
      #"{ "metric": "coverage.lines", "each": "component", "min": "10%" }"#,
      extra: #""components": { "a": "src/**", "b": "lib/**" },"#,
      head: .lines(covered: 1, missed: 1))
    #expect(checks.map(\.subject.item) == ["a", "b"])
    #expect(checks.map(\.status) == [.satisfied, .undecided(.nothingToMeasure)])
  }

  @Test("the most specific pattern gives the limit; a pattern that fits nothing is undecided")
  func limitsByItem() throws {
    let checks = try checks(
      """
      { "metric": "benchmark.time", "each": "benchmark",
        "max": { "order_path/*": "10ms", "*": "50ms", "gone/*": "1ms" } }
      """, head: .benchmark(milliseconds: 12))
    #expect(checks.map(\.subject.item) == ["order_path/insert", "gone/*"])
    #expect(checks.map(\.status) == [.violated, .undecided(.nothingToMeasure)])
  }

  @Test("a benchmark that vanished is not faster")
  func vanished() throws {
    var head = EvidenceContent.benchmark(milliseconds: 10)
    head.benchmarks = BenchmarkReport(
      benchmarks: (head.benchmarks?.benchmarks ?? []).map { benchmark in
        var renamed = benchmark
        renamed.id = "order_path/renamed"
        renamed.name = renamed.id
        return renamed
      })
    let checks = try checks(
      #"{ "metric": "benchmark.time", "each": "benchmark", "maxRise": "10%" }"#, head: head,
      baseline: .benchmark(milliseconds: 10))
    #expect(checks.map(\.subject.item) == ["order_path/renamed", "order_path/insert"])
    #expect(
      checks.map(\.status) == [.notApplicable(.notInBaseline), .undecided(.goneFromReports)])
    #expect(checks.map(\.action) == [.info, .warn])
  }

  @Test("suppressed findings and results that are no failure do not count")
  func suppressed() throws {
    var head = EvidenceContent.findings([.error, .warning, .none])
    head.findings?.findings[0].suppression = Suppression(kind: "inSource", justification: "")
    let checks = try checks(#"{ "metric": "findings", "max": 0 }"#, head: head)
    #expect(checks.map(\.value) == [.count(1, .findings)])
  }

  @Test(
    "the verdict is the worst of its gates, an open review blocks",
    arguments: [
      (["info"], Outcome.pass), (["warn", "info"], .warn), (["warn", "review"], .block),
      (["block"], .block),
    ])
  func worst(actions: [String], outcome: Outcome) throws {
    let gates = actions.enumerated().map { index, action in
      #""g\#(index)": { "else": "\#(action)", "rules": [{ "metric": "tests.failed", "max": 0 }] }"#
    }.joined(separator: ", ")
    let text = """
      { "version": 1, "reports": { "unit": { "format": "junit", "files": "u.xml" } },
        "gates": { \(gates) } }
      """
    let policy = try PolicyReader(formats: testFormats).read(Array(text.utf8))
    let verdict = evaluate(
      input(policy, evidence: evidence(.tests([.failed]))))
    #expect(verdict.outcome == outcome)
  }

  @Test("a component that no file of the repository is in is named")
  func componentNotice() throws {
    let policy = try policy(
      rules: #"{ "metric": "coverage.lines", "min": "1%" }"#,
      extra: #""components": { "a": "src/**", "b": "lib/**" },"#)
    let verdict = evaluate(
      input(
        policy, evidence: evidence(.lines(covered: 1, missed: 0)), repositoryFiles: ["src/a"]))
    #expect(verdict.notices == [Notice("component 'b' has no file of the repository")])
  }
}
