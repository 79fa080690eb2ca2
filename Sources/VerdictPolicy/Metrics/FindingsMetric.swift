import VerdictModel

extension Metric {
  /// `findings`.
  static let findings = Metric(
    id: "findings",
    summary: "findings of scanners and linters that are not suppressed",
    kind: .findings, unit: .count(.findings), better: .lower, remedy: .fixOrRemove,
    eaches: [.component, .report], requiresEach: false,
    hasPaths: true, hasFilter: true, changeCap: nil,
    examples: [
      MetricExample(
        says: "one finding of high severity, none may be",
        rule: #"{ "metric": "findings", "where": { "severity": "high+" }, "max": 0 }"#,
        head: .findings([.error]), answer: .violated),
      MetricExample(
        says: "the baseline has the same finding, no new one may be",
        rule: #"{ "metric": "findings", "where": { "state": "new" }, "max": 0 }"#,
        head: .findings([.warning]), baseline: .findings([.warning]), answer: .satisfied),
    ],
    measure: { scope in
      // No run of the tools that are asked for says nothing, not zero.
      guard let report = scope.content.findings,
        report.runs.contains(where: scope.filter.includes)
      else { return [] }
      var findings = report.findings
      if let state = scope.filter.state {
        guard let before = scope.baseline?.findings else { return [] }
        findings = FindingStates(before: before, after: report).findings(in: state)
      }
      let counted = findings.filter { finding in
        scope.filter.includes(finding) && scope.includes(finding)
      }
      .worstFirst
      let waived = counted.compactMap { finding in
        scope.waiver(for: finding).map { WaivedFinding(place: finding.place, waiver: $0) }
      }
      let rest = scope.isWaivable ? counted.filter { scope.waiver(for: $0) == nil } : counted
      return [
        Measurement(
          item: nil, value: .count(rest.count, .findings), basis: rest.count,
          places: rest.map(\.place), waived: waived)
      ]
    })
}

extension [Finding] {
  /// The same by severity and level, worst first, otherwise in their order. Numbers are sorted in
  /// place of findings, which are wide.
  fileprivate var worstFirst: Self {
    let ranks = map { $0.severity.rawValue * FindingLevel.allCases.count + $0.level.rawValue }
    return indices.sorted { ranks[$0] > ranks[$1] }.map { self[$0] }
  }
}

extension Scope {
  /// The first waiver that speaks of a finding.
  fileprivate func waiver(for finding: Finding) -> Waiver? {
    waivers.first { waiver in
      if case .findings(let match) = waiver.scope.match { match.includes(finding) } else { false }
    }
  }

  /// A finding that cannot be placed in the repository counts everywhere: nobody can say that it is
  /// elsewhere.
  fileprivate func includes(_ finding: Finding) -> Bool {
    guard let location = finding.location, location.path.isRepositoryPath else { return true }
    guard includes(path: location.path) else { return false }
    // A finding about a whole file counts as new code where the file is touched.
    return location.line.map { includes(line: $0, of: location.path) } ?? true
  }
}

extension Finding {
  /// Where the finding is and what it says.
  fileprivate var place: CheckPlace {
    CheckPlace(
      path: location?.path,
      lines: LineRanges([location?.line].compactMap(\.self)),
      text: rule.isEmpty ? message : rule, detail: rule.isEmpty ? "" : message)
  }
}
