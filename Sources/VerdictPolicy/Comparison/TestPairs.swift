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

  init(before: TestResults, after: TestResults) {
    added = Array(after)
    removed = Array(before)
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
    var candidates: [TestIdentity: Candidate] = [:]
    candidates.reserveCapacity(removed.count)
    for (index, test) in removed.enumerated() {
      candidates[key(test.identity), default: Candidate()].old.add(index)
    }
    for (index, test) in added.enumerated() {
      guard let place = candidates.index(forKey: key(test.identity)) else { continue }
      candidates.values[place].new.add(index)
    }
    let places = candidates.values.compactMap { candidate -> (old: Int, new: Int)? in
      guard let old = candidate.old.only, let new = candidate.new.only,
        fits(removed[old], added[new])
      else { return nil }
      return (old, new)
    }.sorted { $0.new < $1.new }
    let pairs = places.map { (removed[$0.old], added[$0.new]) }
    removed.remove(at: places.map(\.old))
    added.remove(at: places.map(\.new))
    return pairs
  }

  /// Where the tests of a key are on either side.
  private struct Candidate {
    var old = Occurrence()
    var new = Occurrence()
  }

  /// Where something occurs, if it does so once.
  private struct Occurrence {
    private var count = 0
    private var index = 0

    /// `nil` if it does not occur, or more than once.
    var only: Int? { count == 1 ? index : nil }

    mutating func add(_ index: Int) {
      count += 1
      self.index = index
    }
  }
}

extension [TestResult] {
  /// Takes out what is at some indices, in any order.
  fileprivate mutating func remove(at places: [Int]) {
    if places.isEmpty { return }
    var isLeft = [Bool](repeating: true, count: count)
    for place in places { isLeft[place] = false }
    self = zip(self, isLeft).filter(\.1).map(\.0)
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
