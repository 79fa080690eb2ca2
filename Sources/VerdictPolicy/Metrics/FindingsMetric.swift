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
      MetricExample(
        says: "the change suppresses a finding, it may not",
        rule: #"{ "metric": "findings", "where": { "state": "newly-suppressed" }, "max": 0 }"#,
        head: .findings([.warning], areSuppressed: true), baseline: .findings([.warning]),
        answer: .violated),
    ],
    measure: { scope in
      // No run of the tools that are asked for says nothing, not zero.
      guard let report = scope.content.findings,
        report.runs.contains(where: scope.filter.includes)
      else { return [] }
      guard let (findings, states) = scope.findings(of: report) else { return [] }
      @Sendable func place(_ index: Int) -> CheckPlace {
        var place = findings[index].place
        if let state = states?[index], state != .new { place.state = state }
        return place
      }
      let counted = findings.countedWorstFirst(in: scope)
      let (rest, waived) = scope.waiving(counted, placedAt: place) {
        match, index in
        if case .findings(let match) = match { match.includes(findings[index]) } else { false }
      }
      return [
        Measurement(
          item: nil, value: .count(rest.count, .findings), basis: rest.count,
          places: rest.map(place), waived: waived)
      ]
    })
}

extension [Finding] {
  /// Indices of what a scope counts, by severity and level, worst first, otherwise in their order.
  /// Indices, as findings are wide.
  fileprivate func countedWorstFirst(in scope: Scope) -> [Int] {
    var counted: [(index: Int, rank: Int)] = []
    for (index, finding) in enumerated()
    where scope.filter.includes(finding) && scope.includes(finding) {
      counted.append((index, finding.rank))
    }
    return counted.sorted { $0.rank > $1.rank }.map(\.index)
  }
}

extension Scope {
  /// The findings in the state that is asked for, with their own where it stands for several; `nil`
  /// if it takes a baseline to tell.
  fileprivate func findings(of report: FindingsReport) -> ([Finding], states: [FindingState]?)? {
    guard let state = filter.state else { return (report.findings, nil) }
    return baseline?.findings.map {
      let found = FindingStates(before: $0, after: report, renames: change?.renames ?? [:])
        .findings(in: state)
      return (found.map(\.finding), state == .new ? found.map(\.state) : nil)
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
  /// The higher, the worse.
  fileprivate var rank: Int {
    severity.rawValue * FindingLevel.allCases.count + level.rawValue
  }

  /// Where the finding is and what it says.
  var place: CheckPlace {
    CheckPlace(
      path: location?.path,
      lines: LineRanges([location?.line].compactMap(\.self)),
      text: rule.isEmpty ? message : rule, detail: rule.isEmpty ? "" : message)
  }
}
