package import VerdictModel

extension TestsComparison {
  /// Compares the outcomes of tests, paired by identity as `TestPairs` does.
  ///
  /// - Parameter times: What tests took in earlier runs. What a slower one took before is then what
  ///   it takes mostly.
  package init(
    before: TestReport, after: TestReport, times: [TestIdentity: [Picoseconds]] = [:]
  ) {
    let pairs = TestPairs(before: TestResults(before), after: TestResults(after))
    let common = pairs.common.compactMap { before, after -> TestChange? in
      if let kind = TestChangeKind(before, after) {
        return TestChange(kind, before: before, after: after)
      }
      guard let slowdown = TestSlowdown(before, past: times.times(of: before.identity)),
        before.outcome == .passed, after.outcome == .passed,
        after.duration.map(slowdown.isSlower) == true
      else { return nil }
      var before = before
      before.duration = slowdown.typical
      return TestChange(.slower, before: before, after: after)
    }
    let added = pairs.added.map {
      TestChange(TestChangeKind(added: $0.outcome), before: nil, after: $0)
    }
    let notRun = Set(pairs.notRun.map(\.identity))
    let removed = pairs.removed.map { test in
      let kind: TestChangeKind =
        if notRun.contains(test.identity) {
          .notRun
        } else { test.outcome.isFailure ? .fixedByDeletion : .removed }
      return TestChange(kind, before: test)
    }
    let renamed = pairs.renamed.map { TestChange(.renamed, before: $0.before, after: $0.after) }
    self.init(changes: common + renamed + added + removed)
  }
}

extension TestChangeKind {
  /// Of a test that both runs have; `nil` if its outcome is the same.
  fileprivate init?(_ before: TestResult, _ after: TestResult) {
    switch (before.outcome, after.outcome) {
    case (.failed, .failed), (.failed, .errored), (.errored, .failed), (.errored, .errored):
      self = after.failsDifferently(from: before) ? .failingDifferently : .stillFailing
    case (_, .failed), (_, .errored): self = .newlyFailing
    case (.failed, .skipped), (.errored, .skipped): self = .fixedBySkipping
    case (.failed, _), (.errored, _): self = .fixed
    case (.skipped, .skipped), (.flaky, .flaky), (.passed, .passed): return nil
    case (_, .flaky): self = .newlyFlaky
    case (_, .skipped): self = .newlySkipped
    case (.skipped, _): self = .unskipped
    case (.flaky, .passed): self = .stableAgain
    }
  }

  /// Of a test that the baseline does not have.
  fileprivate init(added outcome: TestOutcome) {
    switch outcome {
    case .failed, .errored: self = .addedFailing
    case .flaky: self = .newlyFlaky
    case .skipped: self = .addedSkipped
    case .passed: self = .added
    }
  }
}
