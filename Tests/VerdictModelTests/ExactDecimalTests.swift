import Testing
import VerdictModel

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "are read as written",
    arguments: [
      ("80", 80, 0, "80"), ("79.50", 7950, 2, "79.5"), ("0.5", 5, 1, "0.5"), ("-3", -3, 0, "-3"),
      ("100.000000001", 100_000_000_001, 9, "100.000000001"), ("007", 7, 0, "7"),
      ("-0.25", -25, 2, "-0.25"), ("0.10", 10, 2, "0.1"),
    ] as [(String, Int64, Int, String)])
  func reading(text: String, mantissa: Int64, scale: Int, description: String) {
    #expect(ExactDecimal(text) == ExactDecimal(mantissa: mantissa, scale: scale))
    #expect(ExactDecimal(text)?.description == description)
  }

  @Test(
    "are nothing else",
    arguments: [
      "", ".", "5.", ".5", "1e3", "+1", "--1", "1.2.3", "1.0000000001", "1234567890123456789",
      "9333333333333333334", "9.333333333333333333334",
      "00009999999999999999999", "８",
    ])
  func refusing(text: String) {
    #expect(ExactDecimal(text) == nil)
  }
}
