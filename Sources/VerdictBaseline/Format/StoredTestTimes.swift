import VerdictModel

/// How long a test took in earlier runs, in picoseconds, oldest first.
struct StoredTestTimes: Codable {
  var suite: String?
  var className: String?
  var name: String
  var variant: String?
  var picoseconds: [Int64]

  private enum CodingKeys: String, CodingKey {
    case suite
    case className = "class"
    case name
    case variant
    case picoseconds
  }

  private init(_ test: TestIdentity, _ times: [Picoseconds]) {
    suite = test.suite.isEmpty ? nil : test.suite
    className = test.className.isEmpty ? nil : test.className
    name = test.name
    variant = test.variant.isEmpty ? nil : test.variant
    picoseconds = times.map(\.count)
  }

  /// By the report's id, sorted by test; `nil` if nothing is remembered.
  static func all(_ times: TestTimes) -> [String: [Self]]? {
    guard times != .none else { return nil }
    return times.tests.mapValues { tests in
      tests.sorted { $0.key < $1.key }.map { Self($0.key, $0.value) }
    }
  }

  static func times(_ stored: [String: [Self]]) throws(CorruptValue) -> TestTimes {
    var tests: [String: [TestIdentity: [Picoseconds]]] = [:]
    for (report, entries) in stored.sorted(by: { $0.key < $1.key }) {
      let known = try at("times") { () throws(CorruptValue) in
        try each(report, entries) { entry throws(CorruptValue) in try entry.model() }
      }
      tests[report] = Dictionary(known, uniquingKeysWith: { first, _ in first })
    }
    return TestTimes(tests: tests)
  }

  private func model() throws(CorruptValue) -> (TestIdentity, [Picoseconds]) {
    guard picoseconds.count <= TestTimes.capacity else {
      throw CorruptValue(
        "\(picoseconds.count) times, expected at most \(TestTimes.capacity)",
        at: [.key("picoseconds")])
    }
    let times = try each("picoseconds", picoseconds) { count throws(CorruptValue) in
      guard count >= 0 else { throw CorruptValue("found \(count), expected 0 or more", at: []) }
      return Picoseconds(count)
    }
    return (
      TestIdentity(
        suite: suite ?? "", className: className ?? "", name: name, variant: variant ?? ""), times
    )
  }
}
