import TestSupport
import Testing

@Suite("verdict calibrate")
struct CalibrateTests {
  private let folder =
    "Fixtures/Scenarios/a-benchmark-that-is-slower-in-three-rounds-blocks/reports"

  @Test("measures repeated runs, and asks for more where there are few")
  func runs() async throws {
    let result = try await Program.run(["calibrate", "base-1", "base-2", "base-3"], in: folder)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix("  · book_levels   3 runs; measure unchanged code 5 times or more\n"))
  }

  @Test(
    "says what it cannot measure",
    arguments: [
      (["base-1", "nothing-here"], "nothing-here: unknown revision"),
      (["base-1", "base-1"], "base-1: is a copy of base-1, which says nothing of noise"),
      (["--baseline", "nowhere.json"], "nowhere.json: remembers no benchmark"),
      (["../policy.json"], "../policy.json"),
    ])
  func unmeasurable(arguments: [String], words: String) async throws {
    let result = try await Program.run(["calibrate"] + arguments, in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.diagnostics.contains(words), "\(result.diagnostics)")
  }
}
