/// How long slow tests took in earlier runs, which tells by how much their times vary. Of tests that
/// take less than half a second nothing is remembered: their noise is too short to matter.
package struct TestTimes: Hashable, Sendable {
  /// By the report's id; of each test the times of runs that it passed, oldest first, at most
  /// `capacity`.
  package private(set) var tests: [String: [TestIdentity: [Picoseconds]]]

  /// How many runs of a test are remembered.
  package static let capacity = 10
  private static let shortest = Picoseconds(500_000_000_000)

  /// Nothing is remembered.
  package static let none = TestTimes(tests: [:])

  package init(tests: [String: [TestIdentity: [Picoseconds]]]) {
    self.tests = tests
  }

  /// The same with one more run of each test that it has; others are forgotten. A copy of the last
  /// run is no further one.
  package func appending(_ evidence: Evidence) -> Self {
    var appended: [String: [TestIdentity: [Picoseconds]]] = [:]
    for part in evidence.parts {
      for result in TestResults(part.content.tests ?? .empty) {
        var past = tests[part.id]?[result.identity] ?? []
        if result.outcome == .passed, let time = result.duration, past.last != time,
          !past.isEmpty || time >= Self.shortest
        {
          past.append(time)
        }
        if !past.isEmpty {
          appended[part.id, default: [:]][result.identity] = past.suffix(Self.capacity)
        }
      }
    }
    return Self(tests: appended)
  }

  /// The times of tests in some reports; of a test that several of them have nobody can say which
  /// run it is, so that it is not there.
  ///
  /// - Parameter reports: Their ids; `nil` for all.
  package func times(in reports: [String]? = nil) -> [TestIdentity: [Picoseconds]] {
    var times: [TestIdentity: [Picoseconds]] = [:]
    var repeated: Set<TestIdentity> = []
    for (id, tests) in tests where reports?.contains(id) ?? true {
      for (test, past) in tests where times.updateValue(past, forKey: test) != nil {
        repeated.insert(test)
      }
    }
    for test in repeated { times[test] = nil }
    return times
  }
}
