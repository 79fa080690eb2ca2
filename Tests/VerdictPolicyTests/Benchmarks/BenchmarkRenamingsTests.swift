import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite struct BenchmarkRenamingsTests {
  private func run(_ name: String, _ time: Int64, elements: UInt64? = nil) -> Benchmark {
    Benchmark(
      id: name, name: name, throughput: elements.map { Throughput(amount: $0, unit: "elements") },
      statistics: BenchmarkStatistics(
        samples: 100, mean: Picoseconds(time), median: Picoseconds(time),
        fifthPercentile: Picoseconds(time), standardDeviation: Picoseconds(7)))
  }

  @Test("a similar name, the same work and a similar time are a new name")
  func renamed() {
    let renamings = BenchmarkRenamings(
      removed: [run("book/levels", 1000)], new: [run("book/level", 1500), run("wire/encode", 1000)])
    #expect(
      renamings["book/levels"]
        == BenchmarkChange.Counterpart(name: "book/level", change: Fraction(50)))
    #expect(
      renamings["book/level"]
        == BenchmarkChange.Counterpart(name: "book/levels", change: Fraction(50)))
    #expect(renamings["wire/encode"] == nil)
  }

  @Test(
    "what has little in common is another benchmark",
    arguments: [
      ("book/level", 2001 as Int64, nil), ("book/level", 499, nil), ("wire/encode", 1000, nil),
      ("book/level", 1000, 7 as UInt64),
    ])
  func different(name: String, time: Int64, elements: UInt64?) {
    let renamings = BenchmarkRenamings(
      removed: [run("book/levels", 1000)], new: [run(name, time, elements: elements)])
    #expect(renamings["book/levels"] == nil)
  }

  @Test("each is paired once, the most similar names first")
  func pairedOnce() {
    let renamings = BenchmarkRenamings(
      removed: [run("sort/100", 1000), run("sort/1000", 1000)],
      new: [run("sorted/100", 1000), run("sorted/1000", 1000)])
    #expect(renamings["sort/100"]?.name == "sorted/100")
    #expect(renamings["sort/1000"]?.name == "sorted/1000")
  }
}
