import Testing
import VerdictModel

@Suite("Moment")
struct MomentTests {
  @Test(
    "reads RFC 3339 and writes UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("2026-01-31T12:00:00Z", 1_769_860_800, "2026-01-31T12:00:00Z"),
      ("2026-01-31T12:00:00.750+02:00", 1_769_853_600, "2026-01-31T10:00:00Z"),
      ("2025-12-31T23:30:00-01:00", 1_767_227_400, "2026-01-01T00:30:00Z"),
      ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
      ("2000-02-29t00:00:00z", 951_782_400, "2000-02-29T00:00:00Z"),
    ])
  func reading(text: String, seconds: Int, written: String) {
    #expect(Moment(text)?.seconds == seconds)
    #expect(Moment(seconds: seconds).description == written)
  }

  @Test(
    "refuses what is none",
    arguments: [
      "", "2026-01-31", "2026-01-31T12:00Z", "2026-01-31T12:00:00", "2026-01-31T24:00:00Z",
      "2026-01-31T12:60:00Z", "2026-13-01T00:00:00Z", "2026-01-31T12:00:00+2:00",
      "2026-01-31T12:00:00Zulu", "now",
    ])
  func refusing(text: String) {
    #expect(Moment(text) == nil)
  }
}
