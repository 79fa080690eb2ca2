package import VerdictModel

extension TestsComparison {
  /// Compares the outcomes of tests, paired by identity as `TestPairs` does.
  package init(before: TestReport, after: TestReport) {
    self.init(
      newlyFailing: [], stillFailing: [], fixed: [], newlySkipped: [], added: [], removed: [])
    let pairs = TestPairs(before: TestResults(before).results, after: TestResults(after).results)
    for (old, new) in pairs.common {
      if new.outcome.isFailure {
        if old.outcome.isFailure {
          stillFailing.append(new.identity)
        } else {
          newlyFailing.append(new.identity)
        }
      } else if new.outcome == .skipped {
        if old.outcome != .skipped { newlySkipped.append(new.identity) }
      } else if old.outcome.isFailure {
        fixed.append(new.identity)
      }
    }
    for new in pairs.added {
      if new.outcome.isFailure {
        newlyFailing.append(new.identity)
      } else {
        added.append(new.identity)
      }
    }
    removed = pairs.removed.map(\.identity)
    newlyFailing.sort()
    stillFailing.sort()
    fixed.sort()
    newlySkipped.sort()
    added.sort()
    removed.sort()
  }
}
