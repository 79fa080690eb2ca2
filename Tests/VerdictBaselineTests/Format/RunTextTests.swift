import TestSupport
import Testing
import VerdictModel

@testable import VerdictBaseline

@Suite struct RunTextTests {
  private static func table(_ lines: [(UInt32, UInt32)]) -> LineTable {
    LineTable(entries: lines.map { (number: $0.0, count: $0.1) })
  }

  private static func read(_ text: String, budget: Int = 1000) throws -> LineTable {
    var budget = budget
    return try RunText.lines(text, budget: &budget)
  }

  /// With the numbers of the lines that ran, and of those that did not.
  private static let samples: [(text: String, ran: [UInt32], missed: [UInt32])] = [
    ("", [], []), ("+", [1], []), (" 4-", [], [5]), ("+2- 3+", [1, 2, 7], [3]), (" +", [2], []),
  ]

  @Test(arguments: samples)
  func writesAndReads(text: String, ran: [UInt32], missed: [UInt32]) throws {
    let table = Self.table(ran.map { ($0, 1) } + missed.map { ($0, 0) })
    #expect(RunText.text(of: table) == text)
    #expect(try Self.read(text) == table)
  }

  @Test func randomTablesComeBack() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let lines = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        (UInt32.random(in: 1...150, using: &generator), UInt32.random(in: 0...1, using: &generator))
      }
      let once = Dictionary(lines, uniquingKeysWith: { first, _ in first }).map { ($0, $1) }
      let table = Self.table(once)
      #expect(try Self.read(RunText.text(of: table)) == table)
    }
  }

  @Test(arguments: [
    "5", "+0", "+-x", "x", "+5,", "+4294967296", "+99999999999999999999", "+2 4294967295",
  ])
  func refusesWhatIsNoRun(text: String) {
    #expect(throws: CorruptValue.self) { try Self.read(text, budget: .max) }
  }

  /// A few bytes can claim billions of lines.
  @Test func refusesMoreThanTheBudgetBeforeItTakesMemory() {
    let error = #expect(throws: CorruptValue.self) { try Self.read("+4000000000") }
    #expect(error?.words == "more than 100000000 lines in all files")
  }
}
