import VerdictModel

/// One test with the worst of its outcomes, or one mention of it. Of what it said when it failed, a
/// baseline keeps the beginning.
struct StoredTest: Codable {
  /// The whole path: whether it is part of the test's identity depends on the reports that it is
  /// merged with.
  var suite: String?
  var className: String?
  var name: String
  var variant: String?
  var outcome: String
  var picoseconds: Int64?
  /// `true` for a failure that belongs to no test case.
  var isPseudo: Bool?
  /// In a baseline of failures only.
  var details: StoredTestDetails?

  private enum CodingKeys: String, CodingKey {
    case suite
    case className = "class"
    case name
    case variant
    case outcome
    case picoseconds
    case isPseudo = "pseudo"
    case details
  }

  /// The tests of a report, one entry for each suite, class, variant and name; sorted by them, the failures
  /// that belong to no case last.
  static func all(of report: TestReport) -> [StoredTest] {
    all(of: report.cases, isPseudo: nil) + all(of: report.pseudoCases, isPseudo: true)
  }

  private static func all(of mentions: TestTable, isPseudo: Bool?) -> [StoredTest] {
    let groups = Dictionary(grouping: mentions) { mention in
      TestIdentity(
        suite: mention.suite, className: mention.className, name: mention.name,
        variant: mention.variant)
    }
    return groups.sorted { $0.key < $1.key }.map { identity, mentions in
      let outcome = mentions.reduce(.skipped) { max($0, $1.outcome) }
      var test = StoredTest(
        identity, outcome: outcome, duration: mentions.compactMap(\.duration).max(),
        isPseudo: isPseudo)
      if outcome.isFailure {
        // Of several failures the one that `TestResults` takes.
        let failures = mentions.filter { $0.outcome == outcome }.map(\.details)
        test.details = failures.min { $0?.message ?? "" < $1?.message ?? "" }.flatMap { details in
          details.map { StoredTestDetails($0.gist) }
        }
      }
      return test
    }
  }

  /// Every mention of every test of a report, in its order, with what is told of it.
  static func mentions(of report: TestReport) -> [StoredTest] {
    report.cases.map { StoredTest(mention: $0, isPseudo: nil) }
      + report.pseudoCases.map { StoredTest(mention: $0, isPseudo: true) }
  }

  private init(mention: TestCase, isPseudo: Bool?) {
    self.init(
      TestIdentity(
        suite: mention.suite, className: mention.className, name: mention.name,
        variant: mention.variant),
      outcome: mention.outcome, duration: mention.duration, isPseudo: isPseudo)
    details = mention.details.map(StoredTestDetails.init)
  }

  private init(
    _ identity: TestIdentity, outcome: TestOutcome, duration: Picoseconds?, isPseudo: Bool?
  ) {
    suite = identity.suite.isEmpty ? nil : identity.suite
    className = identity.className.isEmpty ? nil : identity.className
    name = identity.name
    variant = identity.variant.isEmpty ? nil : identity.variant
    self.outcome = outcome.name
    picoseconds = duration?.count
    self.isPseudo = isPseudo
  }

  static func report(_ tests: [StoredTest]) throws(CorruptValue) -> TestReport {
    let mentions = try each("tests", tests) { test throws(CorruptValue) in try test.model() }
    return TestReport(
      cases: zip(tests, mentions).filter { $0.0.isPseudo != true }.map(\.1),
      pseudoCases: zip(tests, mentions).filter { $0.0.isPseudo == true }.map(\.1))
  }

  /// By name; making the names anew for each test would take longer than the rest of reading it.
  private static let outcomes = Dictionary(
    TestOutcome.allCases.map { ($0.name, $0) }, uniquingKeysWith: { $1 })

  private func model() throws(CorruptValue) -> TestCase {
    guard let outcome = Self.outcomes[outcome] else {
      throw CorruptValue("'\(self.outcome)' is no outcome", at: [.key("outcome")])
    }
    return TestCase(
      suite: suite ?? "", className: className ?? "", name: name, variant: variant ?? "",
      outcome: outcome,
      duration: try picoseconds.map { count throws(CorruptValue) in
        try Picoseconds(stored: count, at: "picoseconds")
      }, details: details?.model)
  }
}

/// What a report says about a test that did not simply pass.
struct StoredTestDetails: Codable {
  var message: String?
  var type: String?
  var body: String?
  var file: String?
  var line: Int?

  init(_ details: TestDetails) {
    message = details.message.isEmpty ? nil : details.message
    type = details.type.isEmpty ? nil : details.type
    body = details.body.isEmpty ? nil : details.body
    file = details.file
    line = details.line
  }

  var model: TestDetails {
    TestDetails(
      message: message ?? "", type: type ?? "", body: body ?? "", file: file, line: line)
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
