import TestSupport
import Testing

/// What is remembered from one `verdict baseline save` to the next, as CI would do it.
@Suite("The history of benchmarks")
struct BenchmarkHistoryTests {
  private static let policy = """
    { "version": 1,
      "reports": { "bench": { "format": "criterion", "files": "criterion" } },
      "gates": { "performance": { "rules": [
        { "metric": "benchmark.time", "each": "benchmark", "maxRise": "10%" } ] } },
      "baseline": { "store": "file:baseline.json" } }
    """

  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
    try scratch.write(Self.policy, to: "policy.json")
  }

  /// A run in which the benchmark takes so many ns.
  private func measure(_ nanoseconds: Int) throws {
    try scratch.write(#"{"full_id":"sort/fast"}"#, to: "criterion/sort/new/benchmark.json")
    try scratch.write(
      #"{"sampling_mode":"Flat","iters":[1,1],"times":[\#(nanoseconds),\#(nanoseconds + 1)]}"#,
      to: "criterion/sort/new/sample.json")
  }

  private func run(_ arguments: String...) async throws -> Program.Result {
    try await Program.run(arguments + ["--now", "2036-01-01T00:00:00Z"], in: scratch.path)
  }

  private func save(_ nanoseconds: Int..., accepting: [String] = []) async throws {
    for time in nanoseconds {
      try measure(time)
      let result = try await Program.run(
        ["baseline", "save", "--now", "2036-01-01T00:00:00Z"] + accepting, in: scratch.path)
      #expect(result.status == 0, "\(result.diagnostics)")
    }
  }

  @Test("five runs judge the sixth, and block what one pair may not")
  func history() async throws {
    try await save(100_000, 101_000, 99_000, 100_500, 100_200)
    try measure(115_000)
    let slow = try await run("check")
    #expect(slow.status == 1)
    #expect(
      slow.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("by a history of 5 runs"), "\(slow.output)")
    try measure(100_700)
    #expect(try await run("check").output.hasPrefix("PASS  1 check holds"))
  }

  @Test("a slower run is not saved, unless its change is meant; then history begins anew")
  func accepted() async throws {
    try await save(100_000, 101_000, 99_000, 100_500, 100_200)
    try measure(130_000)
    #expect(try await run("baseline", "save").status == 1)
    try await save(130_000, accepting: ["--accept", "sort/*"])
    try measure(131_000)
    let check = try await run("check")
    #expect(check.output.hasPrefix("PASS  1 check holds"), "\(check.output)")
  }

  @Test("a benchmark that is not there cannot be accepted")
  func unknown() async throws {
    try measure(100_000)
    let result = try await run("baseline", "save", "--accept", "srot/*")
    #expect(result.status == 2)
    #expect(
      result.diagnostics == "verdict: --accept: no benchmark of this run is called srot/*\n")
  }
}
