import Testing
import VerdictModel

@testable import VerdictBaseline

@Suite("Stored times of tests")
struct StoredTestTimesTests {
  private let baseline = Baseline(
    reference: BaselineReference(commit: nil, distance: nil, saved: "2026-01-01T00:00:00Z"),
    evidence: .empty,
    testTimes: TestTimes(tests: [
      "unit": [
        TestIdentity(suite: "", className: "C", name: "x"): [Picoseconds(12), Picoseconds(13)],
        TestIdentity(suite: "s", className: "", name: "x", variant: "arm"): [Picoseconds(1)],
      ]
    ]))

  @Test("are read as they were written")
  func roundTrip() throws {
    #expect(try BaselineFormat.read(BaselineFormat.write(baseline)) == baseline)
  }

  @Test("have no key where nothing is remembered")
  func absent() throws {
    var baseline = baseline
    baseline.testTimes = .none
    let text = String(decoding: try BaselineFormat.write(baseline), as: UTF8.self)
    #expect(!text.contains("times"))
  }

  @Test(
    "that nobody would have written are refused",
    arguments: [
      ("[1, -1]", "times.unit[0].picoseconds[1]: found -1, expected 0 or more"),
      (
        "[1,1,1,1,1,1,1,1,1,1,1]",
        "times.unit[0].picoseconds: 11 times, expected at most 10"
      ),
    ])
  func corrupt(times: String, words: String) {
    let text = """
      { "schema": "verdict-baseline/1", "saved": "2026-01-01T00:00:00Z", "reports": {},
        "times": { "unit": [{ "name": "x", "picoseconds": \(times) }] } }
      """
    #expect {
      try BaselineFormat.read(Array(text.utf8))
    } throws: {
      ($0 as? BaselineError)?.description == words
    }
  }
}
