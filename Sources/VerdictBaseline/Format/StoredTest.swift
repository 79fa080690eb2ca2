import VerdictModel

/// One test with its outcome. What it said when it failed is not kept.
struct StoredTest: Codable {
  /// Only where class and name do not tell the test apart.
  var suite: String?
  var className: String?
  var name: String
  var outcome: String
  var picoseconds: Int64?
  /// `true` for a failure that belongs to no test case.
  var isPseudo: Bool?

  private enum CodingKeys: String, CodingKey {
    case suite
    case className = "class"
    case name
    case outcome
    case picoseconds
    case isPseudo = "pseudo"
  }

  /// The tests of a report, one entry a test, sorted by identity.
  static func all(of report: TestReport) -> [StoredTest] {
    let cases = Set(
      report.cases.map { TestIdentity(suite: "", className: $0.className, name: $0.name) })
    return TestResults(report).results.map { result in
      let identity = result.identity
      let short = TestIdentity(suite: "", className: identity.className, name: identity.name)
      return StoredTest(
        suite: identity.suite.isEmpty ? nil : identity.suite,
        className: identity.className.isEmpty ? nil : identity.className, name: identity.name,
        outcome: result.outcome.name, picoseconds: result.duration?.count,
        isPseudo: cases.contains(short) ? nil : true)
    }
  }

  static func report(_ tests: [StoredTest]) throws(CorruptValue) -> TestReport {
    let mentions = try each("tests", tests) { test throws(CorruptValue) in try test.model() }
    return TestReport(
      cases: zip(tests, mentions).filter { $0.0.isPseudo != true }.map(\.1),
      pseudoCases: zip(tests, mentions).filter { $0.0.isPseudo == true }.map(\.1))
  }

  private func model() throws(CorruptValue) -> TestCase {
    guard let outcome = TestOutcome.allCases.first(where: { $0.name == outcome }) else {
      throw CorruptValue("'\(self.outcome)' is no outcome", at: [.key("outcome")])
    }
    return TestCase(
      suite: suite ?? "", className: className ?? "", name: name, outcome: outcome,
      duration: try picoseconds.map { count throws(CorruptValue) in
        try Picoseconds(stored: count, at: "picoseconds")
      }, details: nil)
  }
}

extension Picoseconds {
  /// - Parameter key: The key of the number, for the error.
  init(stored count: Int64, at key: String) throws(CorruptValue) {
    guard count >= 0 else {
      throw CorruptValue("found \(count), expected 0 or more", at: [.key(key)])
    }
    self.init(count)
  }
}
