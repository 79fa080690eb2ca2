import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct QuantityTextTests {
  @Test(arguments: [
    (share(76, 78), "97.43 % (76 of 78)"),
    (share(0, 0), "no data"),
    (share(0, 5), "0 % (0 of 5)"),
    (share(5, 5), "100 % (5 of 5)"),
    (share(.max - 1, .max), "99.99 % (9223372036854775806 of 9223372036854775807)"),
    (Quantity.count(1, .branches), "1 branch"),
    (Quantity.count(0, .findings), "0 findings"),
    (Quantity.duration(microseconds(13_282)), "13.2 ms"),
    (Quantity.number(ExactDecimal(mantissa: -840, scale: 2), .plain), "−8.4"),
    (Quantity.number(ExactDecimal(mantissa: 35, scale: 1), .percent), "3.5 %"),
    (Quantity.number(ExactDecimal(412 << 20), .bytes), "412 MiB"),
    (Quantity.number(ExactDecimal(500_000_000), .bytes), "500 MB"),
    (Quantity.number(ExactDecimal(mantissa: 15, scale: 1), .bytes), "1.50 B"),
    (Quantity.text("success"), "success"), (Quantity.text(""), "''"),
    (Quantity.text(String(repeating: "a", count: 61)), String(repeating: "a", count: 60) + "…"),
  ])
  func full(quantity: Quantity, text: String) {
    #expect(QuantityText.full(quantity) == text)
  }

  @Test(arguments: [
    (0, "0 ns"), (1, "0.001 ns"), (999, "0.99 ns"), (1000, "1 ns"), (1234, "1.23 ns"),
    (12_345, "12.3 ns"), (999_999, "999 ns"), (1_000_000, "1 µs"), (13_282_000, "13.2 µs"),
    (1_500_000_000, "1.50 ms"), (2_000_000_000_000, "2 s"), (90_061_000_000_000, "90.0 s"),
    (-13_282_000, "−13.2 µs"), (Int64.max, "9223372 s"), (Int64.min, "−9223372 s"),
  ])
  func durationsHaveAUnitThatFits(picoseconds: Int64, text: String) {
    #expect(QuantityText.duration(Picoseconds(picoseconds)) == text)
  }

  @Test func durationsDifferVisiblyFromTheirLimit() {
    let limit = Picoseconds(10_000_000_000)
    #expect(
      QuantityText.duration(Picoseconds(10_000_400_000), apartFrom: [limit]) == "10.0004 ms")
    #expect(
      QuantityText.duration(Picoseconds(9_999_999_999), apartFrom: [limit]) == "9.999999999 ms")
  }

  @Test func twoSharesShowTheirDifference() {
    #expect(
      QuantityText.shares(Tally(covered: 3114, total: 3820), Tally(covered: 3102, total: 3820))
        == "81.51 % → 81.20 %")
    #expect(
      QuantityText.shares(
        Tally(covered: 81_204, total: 100_000), Tally(covered: 81_203, total: 100_000))
        == "81.204 % → 81.203 %")
    #expect(
      QuantityText.shares(Tally(covered: 1, total: 2), Tally(covered: 2, total: 4))
        == "50 % → 50 %")
  }
}
