import Testing
import VerdictModel

@Suite("Test table")
struct TestTableTests {
  static func test(
    _ name: String, _ outcome: TestOutcome = .passed, suite: String = "s", className: String = "C",
    picoseconds: Int64? = nil, message: String? = nil
  ) -> TestCase {
    TestCase(
      suite: suite, className: className, name: name, outcome: outcome,
      duration: picoseconds.map { Picoseconds($0) },
      details: message.map {
        TestDetails(message: $0, type: "", body: "", file: "a.swift", line: 1)
      })
  }

  static let cases = [
    test("plain"), test("", suite: "", className: ""), test("Größe › 🙂", picoseconds: 7),
    test("broken", .failed, className: "D", picoseconds: 0, message: "why"),
    test("plain", .skipped, suite: "other", picoseconds: .max),
  ]

  @Test("gives back what was appended")
  func roundTrip() {
    #expect(Array(TestTable(Self.cases)) == Self.cases)
    #expect(TestTable(Self.cases).count == 5)
    #expect(TestTable().isEmpty)
  }

  @Test("keeps the cases of both tables", arguments: 0...5)
  func merge(cut: Int) {
    var table = TestTable(Self.cases[cut...])
    table.append(contentsOf: TestTable(Self.cases[..<cut]))
    #expect(Array(table) == Array(Self.cases[cut...] + Self.cases[..<cut]))
  }

  @Test("changes one case and no other", arguments: Self.cases.indices)
  func update(index: Int) {
    var table = TestTable(Self.cases)
    var expected = Self.cases
    expected[index].outcome = .errored
    expected[index].details = TestDetails(message: "new", type: "", body: "", file: nil, line: nil)
    table.update(index, outcome: .errored, details: expected[index].details)
    #expect(Array(table) == expected)
    expected[index].outcome = .flaky
    expected[index].details = nil
    table.update(index, outcome: .flaky, details: nil)
    #expect(Array(table) == expected)
  }

  @Test("is equal to another with the same cases, wherever it keeps them")
  func equality() {
    var table = TestTable()
    _ = table.group(suite: "unused", className: "", variant: "")
    table.append(contentsOf: TestTable(Self.cases))
    #expect(table == TestTable(Self.cases))
    #expect(table.hashValue == TestTable(Self.cases).hashValue)
    table.update(0, outcome: .flaky, details: nil)
    #expect(table != TestTable(Self.cases))
  }

  @Test("changes how a case ended, and takes cases out")
  func update() {
    var table = TestTable(Self.cases)
    table.update(0, outcome: .errored, details: Self.cases[3].details)
    table.update(3, outcome: .passed, details: nil)
    table.remove(at: 1)
    #expect(table.map(\.name) == ["plain", "Größe › 🙂", "broken", "plain"])
    #expect(table.map(\.outcome) == [.errored, .passed, .passed, .skipped])
    #expect(table.map(\.details?.message) == ["why", nil, nil, nil])
    #expect(
      table.countsByOutcome == [.skipped: 1, .passed: 2, .flaky: 0, .failed: 0, .errored: 1])
  }

  @Test("changes all details")
  func mapDetails() {
    var table = TestTable(Self.cases)
    table.mapDetails { $0.inFile("b.swift") }
    #expect(table.map(\.details?.file) == [nil, nil, nil, "b.swift", nil])
  }

  @Test("sorts by class, name and suite, the worst first", arguments: 1...8)
  func sort(seed: Int) {
    let sorted = [
      Self.test("a", suite: "b", className: "A"), Self.test("b", suite: "b", className: "A"),
      Self.test("a", .errored, suite: "b"), Self.test("a", .failed, suite: "b"),
      Self.test("a", .failed, suite: "b", picoseconds: 1),
      Self.test("a", .failed, suite: "b", picoseconds: 2, message: "m"),
      Self.test("a", .failed, suite: "b", picoseconds: 2, message: "n"),
      Self.test("a", .errored, suite: "c"), Self.test("aa", suite: "b"),
      Self.test("z", suite: "a", className: "Z"),
    ]
    var generator = LinearGenerator(state: UInt64(seed))
    var table = TestTable(sorted.shuffled(using: &generator))
    table.sort()
    #expect(Array(table) == sorted)
  }
}
