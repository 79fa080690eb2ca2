import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("A slower test")
struct TestSlowdownTests {
  private static let test = TestIdentity(suite: "", className: "C", name: "x")

  private static func time(_ milliseconds: Int64) -> Picoseconds {
    Picoseconds(milliseconds * 1_000_000_000)
  }

  private static func content(_ milliseconds: Int64) -> EvidenceContent {
    EvidenceContent(
      tests: TestReport(cases: [
        TestCase(
          suite: "", className: "C", name: "x", outcome: .passed, duration: time(milliseconds),
          details: nil)
      ]))
  }

  @Test(
    "is beyond the median by four MADs, a tenth and 0.5 s; without five runs by half of the last one",
    arguments: [
      // The median is 10 s, the MAD 200 ms: 1 s is the tenth, and more than 800 ms.
      ([9800, 10_000, 10_200, 9700, 10_300], 11_000, false),
      ([9800, 10_000, 10_200, 9700, 10_300], 11_001, true),
      // The MAD is 500 ms.
      ([9000, 9500, 10_000, 10_500, 11_000], 12_000, false),
      ([9000, 9500, 10_000, 10_500, 11_000], 12_001, true),
      // Of an even number of runs the middle counts.
      ([9000, 9500, 10_000, 10_200, 10_500, 11_000], 12_100, false),
      ([9000, 9500, 10_000, 10_200, 10_500, 11_000], 12_101, true),
      ([1000, 1000, 1000, 1000, 1000], 1500, false), ([1000, 1000, 1000, 1000, 1000], 1501, true),
      // One run that took long does not hide another.
      ([1000, 1000, 1000, 1000, 60_000], 2000, true),
      ([9800, 10_000, 10_200, 10_000], 15_000, false),
      ([9800, 10_000, 10_200, 10_000], 15_001, true),
      ([], 15_001, true),
    ] as [([Int64], Int64, Bool)])
  func allowance(past: [Int64], now: Int64, isSlower: Bool) throws {
    let before = TestResult(
      identity: Self.test, outcome: .passed, duration: Self.time(10_000), details: nil)
    let slowdown = try #require(TestSlowdown(before, past: past.map(Self.time)))
    #expect(slowdown.isSlower(Self.time(now)) == isSlower)
    #expect(slowdown.isByHistory == (past.count >= 5))
  }

  @Test("blocks if earlier runs tell how much its times vary, and warns if they do not")
  func action() throws {
    let policy = try policy(rules: #"{ "metric": "tests.slower", "max": 0 }"#)
    for (runs, action) in [(4, Action.warn), (5, .block)] {
      let past = (0..<runs).map { Self.time(2000 + Int64($0)) }
      let verdict = evaluate(
        input(
          policy, evidence: evidence(Self.content(4000)),
          baseline: Baseline(
            reference: BaselineReference(commit: nil, distance: nil, saved: ""),
            evidence: evidence(Self.content(2000)),
            testTimes: TestTimes(tests: ["unit": [Self.test: past]]))))
      #expect(verdict.gates.flatMap(\.checks).map(\.action) == [action])
      let change = try #require(verdict.comparison?.tests?.changes(.slower).first)
      #expect(change.before?.duration == Self.time(runs == 5 ? 2002 : 2000))
    }
  }

  @Test("is found by its name, whether or not its suite is needed to tell it apart")
  func suites() {
    let times = [Self.test: [Self.time(1)]]
    var test = Self.test
    test.suite = "s"
    #expect(times.times(of: test) == [Self.time(1)])
    test.className = ""
    #expect(times.times(of: test) == [])
  }
}
