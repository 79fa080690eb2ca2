import Testing
import VerdictBaseline
import VerdictModel

@Suite struct StoredTestTests {
  private func test(
    _ suite: String, _ outcome: TestOutcome, milliseconds: Int64? = nil
  ) -> TestCase {
    TestCase(
      suite: suite, className: "C", name: "x", outcome: outcome,
      duration: milliseconds.map { Picoseconds($0 * 1_000_000_000) }, details: nil)
  }

  private func part(_ id: String, _ tests: TestReport) -> EvidencePart {
    EvidencePart(
      id: id, sources: [EvidenceSource(file: id, format: "junit", notices: [])], gaps: [],
      content: EvidenceContent(tests: tests))
  }

  private func saveAndLoad(_ parts: [EvidencePart]) throws -> Evidence {
    let baseline = Baseline(
      reference: BaselineReference(commit: nil, distance: nil, saved: ""),
      evidence: Evidence(parts: parts))
    return try BaselineFormat.read(try BaselineFormat.write(baseline)).evidence
  }

  /// One test in two reports that name different suites is two tests, and only the whole can tell.
  @Test func suitesThatOnlyTheWholeNeedsAreKept() throws {
    let loaded = try saveAndLoad([
      part("linux", TestReport(cases: [test("l", .passed)])),
      part("mac", TestReport(cases: [test("m", .failed)])),
    ])
    let whole = loaded.parts.compactMap(\.content.tests).reduce(TestReport.empty) {
      $0.merged(with: $1)
    }
    #expect(
      TestResults(whole).map(\.identity) == [
        TestIdentity(suite: "l", className: "C", name: "x"),
        TestIdentity(suite: "m", className: "C", name: "x"),
      ])
  }

  @Test func variantsAreKept() throws {
    let cases = ["", "arm", "x86"].map { variant in
      TestCase(
        suite: "", className: "C", name: "x", variant: variant, outcome: .passed, duration: nil,
        details: nil)
    }
    let loaded = try saveAndLoad([part("unit", TestReport(cases: cases))])
    #expect(loaded.part("unit")?.content.tests?.cases == TestTable(cases))
  }

  @Test func mentionsInOneSuiteAreOneEntryWithTheWorstOutcome() throws {
    let loaded = try saveAndLoad([
      part(
        "unit",
        TestReport(
          cases: [
            test("l", .passed, milliseconds: 7), test("m", .flaky), test("l", .failed),
            test("l", .skipped, milliseconds: 9), test("m", .passed, milliseconds: 1),
          ],
          pseudoCases: [test("l", .errored), test("l", .failed)]))
    ])
    let tests = try #require(loaded.part("unit")?.content.tests)
    #expect(
      tests.cases == [test("l", .failed, milliseconds: 9), test("m", .flaky, milliseconds: 1)])
    #expect(tests.pseudoCases == [test("l", .errored)])
  }

  @Test func ofAFailureItsBeginningIsKept() throws {
    func failing(_ name: String, _ outcome: TestOutcome, _ message: String) -> TestCase {
      TestCase(
        suite: "", className: "C", name: name, outcome: outcome, duration: nil,
        details: TestDetails(message: message, type: "E", body: "all of it", file: "a", line: 3))
    }
    let long = String(repeating: "é", count: 200)
    let loaded = try saveAndLoad([
      part(
        "unit",
        TestReport(cases: [
          failing("x", .failed, "b\nsecond line"), failing("x", .failed, "a"),
          failing("x", .skipped, "0"), failing("y", .errored, long),
          failing("z", .skipped, "not today"),
        ]))
    ])
    let cases = try #require(loaded.part("unit")?.content.tests?.cases)
    #expect(cases.map(\.details?.message) == ["a", String(repeating: "é", count: 128), nil])
    #expect(cases.map(\.details?.type) == ["E", "E", nil])
    #expect(cases.allSatisfy { $0.details?.body ?? "" == "" && $0.details?.file == nil })
  }
}
