import VerdictModel

/// The tests of two runs, put side by side.
///
/// Where one side names the suite and the other does not, class and name pair two tests if they
/// occur once on either side: a second suite with a test of that name, or a wrapper suite, must not
/// make the test look new. What is left and has the same name in a class that only moved is renamed, if
/// it passed then and now: a failure must not be taken for that of another test.
struct TestPairs {
  typealias Pair = (before: TestResult, after: TestResult)

  private(set) var common: [Pair] = []
  private(set) var renamed: [Pair] = []
  private(set) var added: [TestResult]
  private(set) var removed: [TestResult]

  init(before: [TestResult], after: [TestResult]) {
    added = after
    removed = before
    common = pair(by: \.self) { _, _ in true }
    common += pair(by: \.withoutSuite) { $0.identity.suite.isEmpty != $1.identity.suite.isEmpty }
    renamed = pair(by: \.withoutModule) { $0.outcome == .passed && $1.outcome == .passed }
  }

  /// How many tests the baseline has.
  var countBefore: Int { common.count + renamed.count + removed.count }

  /// The removed tests of whose class, or suite without classes, nothing is there.
  var notRun: [TestResult] {
    let groups = Set((common.map(\.after) + renamed.map(\.after) + added).map(\.group))
    return removed.filter { !groups.contains($0.group) }
  }

  /// Pairs what is still alone and has a key that occurs once on either side.
  private mutating func pair(
    by key: (TestIdentity) -> TestIdentity, if fits: (TestResult, TestResult) -> Bool
  ) -> [Pair] {
    let old = Dictionary(grouping: removed) { key($0.identity) }
    let new = Dictionary(grouping: added) { key($0.identity) }
    func partner(_ test: TestResult) -> Pair? {
      let key = key(test.identity)
      guard let old = old[key], let new = new[key], old.count == 1, new.count == 1,
        fits(old[0], new[0])
      else { return nil }
      return (old[0], new[0])
    }
    let pairs = added.compactMap(partner)
    added.removeAll { partner($0) != nil }
    removed.removeAll { partner($0) != nil }
    return pairs
  }
}

extension TestIdentity {
  fileprivate var withoutSuite: Self {
    Self(suite: "", className: className, name: name, variant: variant)
  }

  /// Without what the class, or the suite of a test without one, lies in.
  fileprivate var withoutModule: Self {
    let place = className.isEmpty ? suite : className
    let last = place.split(whereSeparator: { ".:/\\›".contains($0) }).last ?? ""
    return Self(suite: "", className: String(last), name: name, variant: variant)
  }
}

extension TestResult {
  /// What is run or not run as a whole: the class, or the suite where there is none.
  fileprivate var group: [String] {
    identity.className.isEmpty ? ["", identity.suite] : [identity.className]
  }
}
