import VerdictModel

@testable import VerdictPolicy

/// The report formats that test policies may name.
let testFormats: [String: EvidenceKind] = [
  "cobertura": .coverage, "lcov": .coverage, "junit": .tests, "sarif": .findings,
  "criterion": .benchmarks, "facts": .facts,
]

/// A report of each kind, by the word that begins its metrics.
private let reportsByMetric = [
  ("tests.", #""unit": { "format": "junit", "files": "unit.xml" }"#),
  ("coverage.", #""coverage": { "format": "cobertura", "files": "coverage.xml" }"#),
  // Its age alone is no judgement of a report that has to be there.
  ("report.age", #""unit": { "format": "junit", "files": "unit.xml", "optional": true }"#),
  ("findings", #""scan": { "format": "sarif", "files": "scan.sarif" }"#),
  ("fact", #""jobs": { "format": "facts", "files": "facts.json" }"#),
  ("value", #""jobs": { "format": "facts", "files": "facts.json" }"#),
  ("benchmark.", #""bench": { "format": "criterion", "files": "target/criterion" }"#),
]

/// A policy with the reports that its rules need, and one gate that holds the rules.
func policy(
  rules: String, extra: String = "", reports: String? = nil
) throws(PolicyErrors) -> Policy {
  let reports =
    reports
    ?? reportsByMetric.filter { rules.contains("\"\($0.0)") }.map(\.1).joined(separator: ", ")
  let text = """
    {
      "version": 1,
      \(extra)
      "reports": { \(reports) },
      "gates": { "gate": { "rules": [\(rules)] } }
    }
    """
  return try PolicyReader(formats: testFormats).read(Array(text.utf8))
}

/// The checks of a policy whose reports are all there, complete, and hold `head`.
func checks(
  _ rules: String, extra: String = "", head: EvidenceContent, age: Age? = nil,
  baseline: EvidenceContent? = nil, change: ChangeSet? = nil, gaps: [String: [EvidenceGap]] = [:],
  stage: String? = nil
) throws -> [Check] {
  let policy = try policy(rules: rules, extra: extra)
  let input = input(
    policy, stage: stage, evidence: evidence(head, gaps: gaps, age: age),
    baseline: baseline.map {
      Baseline(
        reference: BaselineReference(commit: nil, distance: nil, saved: "2026-01-01T00:00:00Z"),
        evidence: evidence($0))
    }, change: change)
  return evaluate(input).gates.flatMap(\.checks)
}

/// When test verdicts are given: 2026-01-02T03:04:05Z.
let testNow = Moment(seconds: 1_767_323_045)

/// What a verdict depends on: the policy and the evidence, and nothing else unless it is given.
func input(
  _ policy: Policy, stage: String? = nil, evidence: Evidence, baseline: Baseline? = nil,
  change: ChangeSet? = nil, repositoryFiles: [String]? = nil, commit: MeasuredCommit? = nil
) -> EvaluationInput {
  EvaluationInput(
    policy: policy, policyName: "policy.json", stage: stage ?? policy.stages[0], now: testNow,
    commit: commit, evidence: evidence, baseline: baseline, change: change,
    repositoryFiles: repositoryFiles,
    notices: [])
}

/// Evidence with each kind under the id that `policy(rules:)` declares for it, of files of one age.
func evidence(
  _ content: EvidenceContent, gaps: [String: [EvidenceGap]] = [:], age: Age? = nil
) -> Evidence {
  let created = age.map { Moment(seconds: testNow.seconds - $0.seconds) }
  let parts = [
    ("unit", EvidenceContent(tests: content.tests)),
    ("coverage", EvidenceContent(coverage: content.coverage)),
    ("scan", EvidenceContent(findings: content.findings)),
    ("bench", EvidenceContent(benchmarks: content.benchmarks)),
    ("jobs", EvidenceContent(facts: content.facts)),
  ]
  return Evidence(
    parts: parts.compactMap { id, content in
      content.kinds.isEmpty && gaps[id] == nil
        ? nil
        : EvidencePart(
          id: id,
          sources: age.map { _ in
            [EvidenceSource(file: "\(id).xml", format: "f", notices: [], created: created)]
          } ?? [], gaps: gaps[id] ?? [], content: content)
    })
}
