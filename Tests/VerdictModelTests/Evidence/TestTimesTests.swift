import Testing
import VerdictModel

@Suite("Times of tests")
struct TestTimesTests {
  private static func seconds(_ times: Double...) -> [Picoseconds] {
    times.map { Picoseconds(Int64($0 * 1_000_000_000_000)) }
  }

  private static func run(
    _ report: String = "unit", _ outcome: TestOutcome = .passed, seconds: Double? = 1
  ) -> Evidence {
    let test = TestCase(
      suite: "s", className: "C", name: "x", outcome: outcome,
      duration: seconds.map { Picoseconds(Int64($0 * 1_000_000_000_000)) }, details: nil)
    return Evidence(parts: [
      EvidencePart(
        id: report, sources: [], gaps: [],
        content: EvidenceContent(tests: TestReport(cases: [test])))
    ])
  }

  private static let test = TestIdentity(suite: "", className: "C", name: "x")

  @Test("are those of the last ten runs that the test passed")
  func capacity() {
    var times = TestTimes.none
    for run in 1...12 { times = times.appending(Self.run(seconds: Double(run))) }
    times = times.appending(Self.run("unit", .failed, seconds: 99))
    times = times.appending(Self.run(seconds: nil))
    #expect(
      times.times() == [Self.test: Self.seconds(3, 4, 5, 6, 7, 8, 9, 10, 11, 12)])
  }

  @Test("a run that was saved twice is one")
  func copy() {
    let times = TestTimes.none.appending(Self.run()).appending(Self.run())
    #expect(times.times() == [Self.test: Self.seconds(1)])
  }

  @Test("are remembered from half a second on, and then as they are")
  func short() {
    let short = TestTimes.none.appending(Self.run(seconds: 0.4))
    #expect(short == .none)
    let long = short.appending(Self.run(seconds: 0.5)).appending(Self.run(seconds: 0.1))
    #expect(long.times() == [Self.test: Self.seconds(0.5, 0.1)])
  }

  @Test("go with the test")
  func gone() {
    #expect(TestTimes.none.appending(Self.run()).appending(.empty) == .none)
  }

  @Test("are those of the reports that are asked for, and nobody's where two have the test")
  func reports() {
    let both = TestTimes.none.appending(
      Evidence(parts: Self.run("linux").parts + Self.run("mac", seconds: 2).parts))
    #expect(both.times(in: ["linux"]) == [Self.test: Self.seconds(1)])
    #expect(both.times(in: ["mac"]) == [Self.test: Self.seconds(2)])
    #expect(both.times() == [:])
  }
}
