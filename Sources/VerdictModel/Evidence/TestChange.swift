/// What became of a test between two runs; in the order in which they are told.
package enum TestChangeKind: String, CaseIterable, Sendable {
  /// Failing now, there and not failing before.
  case newlyFailing
  /// Failing now, not there before.
  case addedFailing
  /// Failing now and before, and says something else about it.
  case failingDifferently
  /// Failing now and before.
  case stillFailing
  /// Failing before, and skipped now.
  case fixedBySkipping
  /// Failing before, and not there now, though others of its class are.
  case fixedByDeletion
  /// Took another attempt to pass now, and before it was not there, skipped or passed at once.
  case newlyFlaky
  /// Skipped now, passed before.
  case newlySkipped
  /// Skipped now, not there before.
  case addedSkipped
  /// Not there now, as nothing of its class is, or of its suite if it has none.
  case notRun
  /// Not there now, though others of its class are.
  case removed
  /// Passed then and now, in a class that moved.
  case renamed
  /// Passed then and now, and takes much longer.
  case slower
  /// Failing before, and passed now.
  case fixed
  /// Took another attempt to pass before, and passed at once now.
  case stableAgain
  /// Skipped before, and passed now.
  case unskipped
  /// Not there before, passed now.
  case added
}

/// One test of which something changed.
package struct TestChange: Hashable, Sendable {
  /// What became of it.
  package var kind: TestChangeKind
  /// As this run knows it, or the baseline, where it is not there now.
  package var identity: TestIdentity
  /// Its result in the baseline; `nil` if it was not there.
  package var before: TestResult?
  /// Its result now; `nil` if it is not there.
  package var after: TestResult?

  private init(
    _ kind: TestChangeKind, _ identity: TestIdentity, _ before: TestResult?, _ after: TestResult?
  ) {
    self.kind = kind
    self.identity = identity
    self.before = before
    self.after = after
  }

  /// Of a test that both runs have, or only this one.
  package init(_ kind: TestChangeKind, before: TestResult?, after: TestResult) {
    self.init(kind, after.identity, before, after)
  }

  /// Of a test that is not there any more.
  package init(_ kind: TestChangeKind, before: TestResult) {
    self.init(kind, before.identity, before, nil)
  }
}

/// Tests of which something changed.
package struct TestsComparison: Sendable, Hashable {
  /// By kind, and by identity within a kind.
  package let changes: [TestChange]

  /// - Parameter changes: In any order.
  package init(changes: [TestChange]) {
    let byKind = Dictionary(grouping: changes, by: \.kind)
    self.changes = TestChangeKind.allCases.flatMap { kind in
      byKind[kind, default: []].sorted { $0.identity < $1.identity }
    }
  }

  /// The changes of a kind.
  package func changes(_ kind: TestChangeKind) -> ArraySlice<TestChange> {
    changes.drop { $0.kind != kind }.prefix { $0.kind == kind }
  }
}
