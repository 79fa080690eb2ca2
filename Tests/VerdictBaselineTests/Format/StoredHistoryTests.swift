import Testing
import VerdictModel

@testable import VerdictBaseline

@Suite struct StoredHistoryTests {
  private let baseline = Baseline(
    reference: BaselineReference(commit: nil, distance: nil, saved: "2026-01-01T00:00:00Z"),
    evidence: .empty,
    history: BenchmarkHistory(runs: [
      "bench": [
        "order/insert": [
          PastBenchmark(commit: "9f3c", median: Picoseconds(12), fifthPercentile: Picoseconds(10)),
          PastBenchmark(commit: nil, median: Picoseconds(13), fifthPercentile: nil),
        ]
      ]
    ]))

  @Test("what is remembered is read as it was written")
  func roundTrip() throws {
    #expect(try BaselineFormat.read(BaselineFormat.write(baseline)) == baseline)
  }

  @Test("a baseline without a history has no key for it")
  func absent() throws {
    var baseline = baseline
    baseline.history = .none
    let text = String(decoding: try BaselineFormat.write(baseline), as: UTF8.self)
    #expect(!text.contains("history"))
  }

  @Test(
    "what nobody would have written is refused",
    arguments: [
      (
        #"[{ "median": -1 }]"#,
        #"history.bench.a[0].median: found -1, expected 0 or more"#
      ),
      (
        "[" + Array(repeating: #"{ "median": 1 }"#, count: 31).joined(separator: ",") + "]",
        "history.bench.a: 31 runs, expected at most 30"
      ),
    ])
  func corrupt(runs: String, words: String) {
    let text = """
      { "schema": "verdict-baseline/1", "saved": "2026-01-01T00:00:00Z", "reports": {},
        "history": { "bench": { "a": \(runs) } } }
      """
    #expect {
      try BaselineFormat.read(Array(text.utf8))
    } throws: {
      ($0 as? BaselineError)?.description == words
    }
  }
}
