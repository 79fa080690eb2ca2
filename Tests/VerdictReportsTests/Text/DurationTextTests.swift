import Testing
import VerdictModel

@testable import VerdictReports

@Suite("Durations as JUnit reports write them")
struct DurationTextTests {
  @Test(
    "are read to the picosecond",
    arguments: [
      ("0.123", 123_000_000_000), ("12.5", 12_500_000_000_000), ("0.000001", 1_000_000),
      ("999999.999999", 999_999_999_999_000_000), ("1234567.5", 1_234_567_500_000_000_000),
      ("0.1234567", 123_456_700_000), ("007.10", 7_100_000_000_000), ("12", 12_000_000_000_000),
      ("1.", 1_000_000_000_000), (".5", 500_000_000_000), (" 0.5 ", 500_000_000_000),
      ("1,234.5", 1_234_500_000_000_000), ("1.5e-3", 1_500_000_000), ("250ms", 250_000_000_000),
      ("0.5s", 500_000_000_000), ("-1", 0), ("99999999999", Int64.max),
    ])
  func reads(text: String, picoseconds: Int64) {
    #expect(DurationText.read(Array(text.utf8).span) == Picoseconds(picoseconds))
  }

  @Test(
    "are unknown if they are no numbers",
    arguments: ["", ".", "abc", "1.2.3", "0.1.", "1:30", "0x1", "--1", "NaN"])
  func refuses(text: String) {
    #expect(DurationText.read(Array(text.utf8).span) == nil)
  }
}
