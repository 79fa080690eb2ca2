import Testing
import VerdictModel

@Suite("Coverage")
struct CoverageReportTests {
  static func lines(_ counts: [UInt32: UInt32]) -> LineTable {
    LineTable(entries: counts.map { (number: $0.key, count: $0.value) })
  }

  @Test("a line counts once, its counts added up without overflow")
  func repetition() {
    let table = LineTable(
      entries: [(7, .max), (3, 0), (7, 5), (3, 0)].map { (number: $0.0, count: $0.1) })
    #expect(table.numbers == [3, 7])
    #expect(table.counts == [0, .max])
    #expect(table.tally == Tally(covered: 1, total: 2))
    #expect(table.missed == [3])
    #expect([2, 3, 7, 8].map(table.hits) == [nil, 0, .max, nil])
  }

  @Test("a line whose branch was never taken is covered, but not strictly")
  func strict() {
    let file = FileCoverage(
      path: "a", lines: Self.lines([1: 1, 2: 4, 3: 0]),
      branches: BranchTable(named: [], counted: [.init(line: 2, taken: 1, known: 2)]))
    #expect(file.tally(.lines) == Tally(covered: 2, total: 3))
    #expect(file.tally(.branches) == Tally(covered: 1, total: 2))
    #expect(file.tally(.strict) == Tally(covered: 1, total: 3))
    #expect(file.partialLines == [2])
  }

  @Test("partial lines are found among lines without branches, and branches without lines")
  func partialLines() {
    let file = FileCoverage(
      path: "a", lines: Self.lines([2: 1, 4: 1, 6: 0, 9: 300, 70_000: 1]),
      branches: BranchTable(
        named: [1, 2, 5, 6, 9, 70_000, 70_001].map { .init(line: $0, name: 1, taken: false) },
        counted: [.init(line: 4, taken: 2, known: 2)]))
    #expect(file.partialLines == [2, 9, 70_000])
    #expect(file.tally(.strict) == Tally(covered: 1, total: 5))
    #expect(file.tally(.branches) == Tally(covered: 2, total: 9))
  }

  @Test("named outcomes unite by name, counted ones by the larger number")
  func branches() {
    let first = BranchTable(
      named: [.init(line: 1, name: 10, taken: true), .init(line: 1, name: 11, taken: false)],
      counted: [.init(line: 2, taken: 1, known: 2)])
    let second = BranchTable(
      named: [.init(line: 1, name: 10, taken: false), .init(line: 1, name: 12, taken: true)],
      counted: [.init(line: 2, taken: 2, known: 2), .init(line: 1, taken: 1, known: 4)])
    #expect(first.merged(with: second) == second.merged(with: first))
    let merged = first.merged(with: second)
    #expect(merged.perLine.map(\.line) == [1, 2])
    #expect(
      merged.perLine.map(\.tally) == [Tally(covered: 2, total: 4), Tally(covered: 2, total: 2)])
  }

  @Test("shards unite by file and line in any order")
  func shards() {
    let shards: [CoverageReport] = (0..<6).map { (shard: UInt32) -> CoverageReport in
      let own = FileCoverage(
        path: shard % 2 == 0 ? "even" : "odd", lines: Self.lines([1: shard, shard + 2: 1]),
        branches: .empty)
      let shared = FileCoverage(path: "all", lines: Self.lines([1: 1, 2: 0]), branches: .empty)
      return CoverageReport(files: [own, shared])
    }
    let whole = shards.reduce(CoverageReport.empty) { $0.merged(with: $1) }
    for seed in 1...5 {
      var generator = LinearGenerator(state: UInt64(seed))
      let shuffled = shards.shuffled(using: &generator)
      #expect(shuffled.reduce(CoverageReport.empty) { $0.merged(with: $1) } == whole)
    }
    #expect(whole.files.map(\.path) == ["all", "even", "odd"])
    #expect(whole.files[0].lines == Self.lines([1: 6, 2: 0]))
    #expect(whole.tally(.lines) == Tally(covered: 9, total: 10))
  }
}

/// A small generator with a seed, so that a shuffle is the same on every run.
struct LinearGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
