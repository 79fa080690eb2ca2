import VerdictModel

extension RuleEvaluation {
  /// Tests that had a time in the baseline and have none now: nobody knows whether they are slower.
  func lostTimes(in scope: Scope, _ parts: [EvidencePart]) -> UndecidedReason? {
    guard rule.metric.id == Metric.testsSlower.id,
      let part = parts.first(where: { $0.content.tests != nil }),
      let lost = scope.testPairs?.withoutTimes, let example = lost.first
    else { return nil }
    let more = lost.count > 1 ? " and \(lost.count - 1) more tests" : ""
    return .gap(
      report: part.id,
      gaps: [
        .incomplete(reason: "says no more how long it took: \(example.identity.label)\(more)")
      ])
  }
}

extension TestPairs {
  /// Tests that passed on both sides, and of which only the older one says how long it took.
  fileprivate var withoutTimes: [TestResult] {
    common.filter { before, after in
      before.outcome == .passed && after.outcome == .passed && before.duration != nil
        && after.duration == nil
    }.map(\.after).sorted { $0.identity < $1.identity }
  }
}
