import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Topics to explain")
struct TopicReaderTests {
  private static let text = """
    { "version": 1, "stages": ["push", "merge"],
      "reports": { "unit": { "format": "junit", "files": "unit.xml" },
                   "scan": { "format": "sarif", "files": "scan.sarif" } },
      "gates": {
        "tests": { "rules": [
          { "metric": "tests.failed", "max": 0 },
          { "metric": "tests.total", "min": 1 }, { "metric": "tests.failed", "max": 1 } ] },
        "findings": { "stages": "merge", "rules": [{ "metric": "findings", "max": 0 }] } } }
    """

  private func reader(policyName: String = "ci/policy.json") throws -> TopicReader {
    let policy = try PolicyReader(formats: testFormats).read(Array(Self.text.utf8))
    var input = input(policy, evidence: .empty)
    input.policyName = policyName
    return TopicReader(input)
  }

  @Test(
    "are gates, their rules by metric or line, and metrics",
    arguments: [
      ("tests", ExplainTopic.gate("tests")),
      ("tests/tests.total", .rules(gate: "tests", [SourcePosition(line: 7, column: 7)])),
      (
        "tests/tests.failed",
        .rules(
          gate: "tests",
          [SourcePosition(line: 6, column: 7), SourcePosition(line: 7, column: 46)])
      ),
      ("ci/policy.json:6", .rules(gate: "tests", [SourcePosition(line: 6, column: 7)])),
      ("policy.json:6:7", .rules(gate: "tests", [SourcePosition(line: 6, column: 7)])),
      (
        "policy.json:7",
        .rules(
          gate: "tests",
          [SourcePosition(line: 7, column: 7), SourcePosition(line: 7, column: 46)])
      ),
      ("tests.flaky", .metric(Metric.testsFlaky.documentation)),
    ])
  func known(text: String, topic: ExplainTopic) throws {
    #expect(try reader().topic(text) == topic)
  }

  @Test(
    "are files of the repository, of the change and of reports",
    arguments: ["src/known.c", "./src/known.c", "new.c", "src/a"])
  func file(text: String) throws {
    var input = try reader().input
    input.repositoryFiles = ["src/known.c"]
    input.change = ChangeSet(
      origin: "x",
      files: [ChangedFile(path: "new.c", kind: .added, added: .none, deleted: .none)])
    input.evidence = Evidence(parts: [
      EvidencePart(
        id: "cov", sources: [], gaps: [],
        content: .lines(covered: 1, missed: 2))
    ])
    guard case .file(let file) = try TopicReader(input).topic(text) else {
      Issue.record("no file")
      return
    }
    #expect(text.hasSuffix(file.path))
    #expect(file.reports == (text == "src/a" ? ["cov"] : []))
    #expect(file.coverage?.lines.missed == (text == "src/a" ? [2, 3] : nil))
  }

  @Test(
    "that are none are refused",
    arguments: [
      ("test", UnknownTopic.Kind.notKnown(suggestion: "tests")),
      ("tests.flakey", .notKnown(suggestion: "tests.flaky")),
      ("other.json:6", .notKnown(suggestion: nil)),
      ("policy.json:six", .notKnown(suggestion: nil)),
      ("policy.json:9", .noRuleAtLine(suggestion: "ci/policy.json:8")),
      // The gate's name is a metric's too: the gate is meant.
      ("findings", .notAsked(stage: "push", others: ["merge"])),
      ("policy.json:8", .notAsked(stage: "push", others: ["merge"])),
    ])
  func unknown(text: String, kind: UnknownTopic.Kind) throws {
    let reader = try reader()
    #expect(throws: UnknownTopic(text, kind)) { try reader.topic(text) }
  }

  @Test(
    "are rules of what the policy extends, by their files",
    arguments: [
      ("base/tests.json:2", ExplainTopic.rules(gate: "more", [place(2, 22, "base/tests.json")])),
      ("tests.json:2:22", .rules(gate: "more", [place(2, 22, "base/tests.json")])),
      ("policy.json:3", .rules(gate: "tests", [place(3, 35, nil)])),
      ("other.json:2", nil),
    ])
  func extended(text: String, topic: ExplainTopic?) throws {
    let policy = try PolicyReader(formats: testFormats).read(
      try assembly(
        """
        { "version": 1, "extends": "base/tests.json",
          "reports": { "unit": { "format": "junit", "files": "unit.xml" } },
          "gates": { "tests": { "rules": [{ "metric": "tests.total", "min": 1 }] } } }
        """,
        [
          "base/tests.json": """
          { "version": 1, "gates": { "more": { "rules": [
                               { "metric": "tests.failed", "max": 0 }] } } }
          """
        ]))
    let reader = TopicReader(input(policy, evidence: .empty))
    #expect((try? reader.topic(text)) == topic)
  }

  private static func place(_ line: Int, _ column: Int, _ file: String?) -> SourcePosition {
    SourcePosition(line: line, column: column, file: file)
  }

  @Test("every metric has limits and examples", arguments: Metrics.all.map(\.documentation))
  func metrics(metric: MetricDocumentation) {
    #expect(!metric.examples.isEmpty)
    #expect(!metric.limits.isEmpty)
  }
}
