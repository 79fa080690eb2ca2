import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Quarantine")
struct QuarantineTests {
  static let noFailures = #"{ "metric": "tests.failed", "max": 0 }"#

  private static func quarantine(
    _ name: String?, className: String? = nil, says messages: String...
  ) throws -> Waiver {
    func globs(_ text: String?) -> [Glob] { [text.flatMap(Glob.init)].compactMap(\.self) }
    return try WaiverTests.waiver(
      WaiverScope(
        gate: nil,
        match: .tests(
          TestMatch(names: globs(name), classes: globs(className), messages: messages))))
  }

  private static func run(_ tests: (String, TestOutcome, String)...) -> EvidenceContent {
    EvidenceContent(
      tests: TestReport(
        cases: tests.map { name, outcome, message in
          TestCase(
            suite: "s", className: "Feed", name: name, outcome: outcome, duration: nil,
            details: TestDetails(message: message, type: "E", body: "", file: nil, line: nil))
        }))
  }

  @Test("lets a failure not count, and shows it with who answers for it")
  func failure() throws {
    let verdict = try WaiverTests.verdict(
      Self.noFailures, [Self.quarantine("price")], head: Self.run(("price", .failed, "")))
    let check = try #require(verdict.gates.first?.checks.first)
    #expect((verdict.outcome, check.status) == (.pass, .waived))
    #expect(check.value == .count(0, .tests))
    #expect(check.waivers.first?.places.map(\.text) == ["Feed › price"])
    #expect(verdict.waivers.map(\.problems) == [[]])
  }

  @Test(
    "speaks of a test by name and class, and of its failure by what it says",
    arguments: [
      ("price", nil, [], true), ("pri*", "F*", [], true), ("cost", nil, [], false),
      ("price", "Book", [], false), (nil, "Feed", [], true), ("price", nil, ["answer"], true),
      ("price", nil, ["refused"], false), ("price", nil, ["refused", "E"], true),
      // A name may look like a pattern.
      ("price[1]", nil, [], true),
    ] as [(String?, String?, [String], Bool)])
  func match(name: String?, className: String?, messages: [String], isMeant: Bool) throws {
    func globs(_ text: String?) -> [Glob] { [text.flatMap(Glob.init)].compactMap(\.self) }
    let match = TestMatch(names: globs(name), classes: globs(className), messages: messages)
    let isParameter = name?.contains("[") == true
    let result = TestResult(
      identity: TestIdentity(
        suite: "", className: "Feed", name: isParameter ? "price[1]" : "price"),
      outcome: .failed, duration: nil,
      details: TestDetails(message: "no answer", type: "E", body: "", file: nil, line: nil))
    #expect(match.includes(result) == isMeant)
  }

  @Test("is no excuse for another failure, of the same test or another one")
  func otherFailures() throws {
    let waiver = try Self.quarantine("price", says: "no answer")
    let other = try WaiverTests.verdict(
      Self.noFailures, [waiver], head: Self.run(("price", .failed, "price is 99")))
    #expect(other.outcome == .block)
    let beside = try WaiverTests.verdict(
      Self.noFailures, [waiver],
      head: Self.run(("price", .failed, "no answer"), ("cost", .failed, "no answer")))
    #expect(beside.outcome == .block)
    let check = try #require(beside.gates.first?.checks.first)
    #expect(check.value == .count(1, .tests))
    #expect(check.places.map(\.text) == ["Feed › cost"])
    #expect(check.waivers.first?.places.map(\.text) == ["Feed › price"])
  }

  @Test("is for tests that pass in another attempt too, and for nothing else")
  func metrics() throws {
    let waiver = try Self.quarantine("price")
    let flaky = try WaiverTests.verdict(
      #"{ "metric": "tests.flaky", "max": 0 }"#, [waiver], head: Self.run(("price", .flaky, "")))
    #expect(flaky.gates.first?.checks.map(\.status) == [.waived])
    let skipped = try WaiverTests.verdict(
      #"{ "metric": "tests.skipped", "max": 0 }"#, [waiver],
      head: Self.run(("price", .skipped, "")))
    #expect(skipped.gates.first?.checks.map(\.status) == [.violated])
    let total = try WaiverTests.verdict(
      #"{ "metric": "tests.total", "min": 1 }"#, [waiver], head: Self.run(("price", .failed, "")))
    #expect(total.gates.first?.checks.map(\.status) == [.satisfied])
  }

  @Test("may pass now and then, and is named where there is no such test")
  func unused() throws {
    let head = Self.run(("price", .passed, ""))
    let known = try WaiverTests.verdict(Self.noFailures, [Self.quarantine("price")], head: head)
    #expect(known.waivers.map(\.problems) == [[]])
    let gone = try WaiverTests.verdict(Self.noFailures, [Self.quarantine("cost")], head: head)
    #expect(gone.waivers.map(\.problems) == [[.unused]])
    #expect(gone.outcome == .warn)
  }

  @Test("of every test is too broad")
  func broad() throws {
    let head = Self.run(("price", .failed, ""))
    for waiver in [try Self.quarantine("*"), try Self.quarantine(nil, className: "**")] {
      let verdict = try WaiverTests.verdict(Self.noFailures, [waiver], head: head)
      #expect(verdict.waivers.map(\.problems) == [[.tooBroad(.everyTest)]])
      #expect(verdict.outcome == .warn)
    }
  }

  @Test("that the change brings asks for a review; a rule may refuse it")
  func review() throws {
    let waiver = try Self.quarantine("price")
    let head = Self.run(("price", .failed, ""))
    let added = try WaiverTests.verdict(Self.noFailures, [waiver], head: head, isChanged: true)
    #expect(added.gates.map(\.action) == [.review])
    let refused = try WaiverTests.verdict(
      Self.noFailures.replacing("max", with: #"waivable": false, "max"#), [waiver], head: head)
    #expect(refused.gates.first?.checks.map(\.status) == [.violated])
    #expect(refused.waivers.map(\.problems) == [[.refused]])
  }
}
