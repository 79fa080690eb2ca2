import Testing

@testable import VerdictReports

struct CountTextTests {
  @Test(
    arguments: [
      ("0", .count(0)), ("007", .count(7)), ("999999999", .count(999_999_999)),
      ("4294967295", .count(.max)), ("4294967296", .count(.max)), (" 3 ", .count(3)),
      ("+3", .count(3)), ("3.", .count(3)), (".9", .count(0)), ("1.5e1", .count(15)),
      ("12e-1", .count(1)), ("1e400", .count(.max)), ("1e-99999999999999999999", .count(0)),
      ("0e99999999999999999999", .count(0)), ("-0.0", .count(0)), ("-3", .negative),
      ("", .unreadable), (" ", .unreadable), ("-", .unreadable), ("1 2", .unreadable),
      ("1..2", .unreadable), ("0x10", .unreadable), ("1e", .unreadable), ("NaN", .unreadable),
    ] as [(String, CountText)])
  func readsCounts(text: String, count: CountText) {
    #expect(CountText(Array(text.utf8).span) == count)
  }

  @Test(
    arguments: [
      ("1,000", .count(1000)), ("1,234,567", .count(1_234_567)), ("12", .count(12)),
      ("0,5", .count(0)), ("-1,000", .negative), ("1,0,0", .unreadable), ("", .unreadable),
    ] as [(String, CountText)])
  func readsGroupedCounts(text: String, count: CountText) {
    #expect(CountText.grouped(Array(text.utf8).span) == count)
  }

  @Test(
    arguments: [
      ("1", 1), ("0012", 12), ("4294967295", .max), ("4294967296", nil), ("0", nil), ("", nil),
      ("-1", nil), ("1.0", nil), (" 1", nil), ("99999999999999999999999", nil),
    ] as [(String, UInt32?)])
  func readsLineNumbers(text: String, number: UInt32?) {
    #expect(LineNumberText.read(Array(text.utf8).span) == number)
  }
}
