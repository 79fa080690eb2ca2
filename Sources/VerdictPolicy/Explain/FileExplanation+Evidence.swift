import VerdictModel

extension FileExplanation {
  /// What the evidence knows of a file; `nil` if neither the repository nor the change nor any
  /// report has one of that name.
  init?(of path: String, in input: EvaluationInput) {
    let content = input.evidence.wholeContent
    let mentioning = input.evidence.parts.filter { $0.content.mentions(path) }
    let change = input.change?.file(at: path)
    let isKnown = input.repositoryFiles?.contains(path) ?? false
    guard isKnown || change != nil || !mentioning.isEmpty else { return nil }
    let before = input.baseline.flatMap { $0.evidence.wholeContent.coverage?.file(at: path) }
    let findings = content.findings?.findings.filter {
      $0.location?.path == path && $0.suppression == nil
    }
    let tests = TestResults(content.tests ?? .empty)
    self.init(
      path: path, components: input.policy.components.filter { $0.contains(path) }.map(\.name),
      reports: mentioning.map(\.id), change: change, coverage: content.coverage?.file(at: path),
      linesBefore: before?.tally(.lines),
      findings: (findings ?? []).map(\.place).sorted { $0.firstLine < $1.firstLine },
      tests: tests.filter { $0.details?.file == path && $0.outcome != .passed }.map(\.place))
  }
}

extension CheckPlace {
  /// 0 for a whole file.
  fileprivate var firstLine: Int { lines.ranges.first?.lowerBound ?? 0 }
}

extension EvidenceContent {
  fileprivate func mentions(_ path: String) -> Bool {
    coverage?.file(at: path) != nil
      || findings?.findings.contains { $0.location?.path == path } == true
      || tests?.cases.details.contains { $0.file == path } == true
  }
}
