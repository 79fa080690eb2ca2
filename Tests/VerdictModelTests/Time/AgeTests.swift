import Testing
import VerdictModel

@Suite("Age")
struct AgeTests {
  @Test(
    "reads a number with a unit, and writes what is in it",
    arguments: [
      ("90s", 90, "1 min 30 s"), ("30min", 1800, "30 min"), ("12h", 43_200, "12 h"),
      ("7d", 604_800, "7 d"), ("2 w", 1_209_600, "14 d"), ("0s", 0, "0 s"),
      ("86401s", 86_401, "1 d 1 s"),
    ])
  func reading(text: String, seconds: Int, written: String) {
    #expect(Age(text)?.seconds == seconds)
    #expect(Age(seconds: seconds).description == written)
  }

  @Test(
    "refuses what is none",
    arguments: ["", "7", "d", "7 days", "-7d", "1.5h", "7dd", "99999999999999999999d", "7D"])
  func refusing(text: String) {
    #expect(Age(text) == nil)
  }

  @Test("is negative in the future")
  func future() throws {
    let now = try #require(Moment("2026-01-01T00:00:00Z"))
    let later = try #require(Moment("2026-01-01T01:00:00Z"))
    #expect(Age(of: later, at: now).description == "−1 h")
  }
}
