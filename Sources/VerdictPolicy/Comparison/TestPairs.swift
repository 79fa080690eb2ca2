import VerdictModel

/// The tests of two runs, put side by side.
///
/// Where one side names the suite and the other does not, class and name pair two tests if they
/// occur once on either side: a second suite with a test of that name, or a wrapper suite, must not
/// make the test look new.
struct TestPairs {
  private(set) var common: [(before: TestResult, after: TestResult)] = []
  private(set) var added: [TestResult]
  private(set) var removed: [TestResult]

  init(before: [TestResult], after: [TestResult]) {
    added = after
    removed = before
    pair(by: \.self) { _, _ in true }
    pair(by: \.withoutSuite) { $0.suite.isEmpty != $1.suite.isEmpty }
  }

  /// The removed tests of whose class, or suite without classes, nothing is there.
  var notRun: [TestResult] {
    let groups = Set((common.map(\.after) + added).map(\.group))
    return removed.filter { !groups.contains($0.group) }
  }

  /// Pairs what is still alone and has a key that occurs once on either side.
  private mutating func pair(
    by key: (TestIdentity) -> TestIdentity, if fits: (TestIdentity, TestIdentity) -> Bool
  ) {
    let old = Dictionary(grouping: removed) { key($0.identity) }
    let new = Dictionary(grouping: added) { key($0.identity) }
    func partner(_ test: TestResult) -> (before: TestResult, after: TestResult)? {
      let key = key(test.identity)
      guard let old = old[key], let new = new[key], old.count == 1, new.count == 1,
        fits(old[0].identity, new[0].identity)
      else { return nil }
      return (old[0], new[0])
    }
    common += added.compactMap(partner)
    added.removeAll { partner($0) != nil }
    removed.removeAll { partner($0) != nil }
  }
}

extension TestIdentity {
  fileprivate var withoutSuite: Self {
    Self(suite: "", className: className, name: name, variant: variant)
  }
}

extension TestResult {
  /// What is run or not run as a whole: the class, or the suite where there is none.
  fileprivate var group: [String] {
    identity.className.isEmpty ? ["", identity.suite] : [identity.className]
  }
}
