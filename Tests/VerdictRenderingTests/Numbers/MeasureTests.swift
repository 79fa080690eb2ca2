import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct MeasureTests {
  private func text(
    _ status: CheckStatus, _ limit: Limit, _ value: Quantity?, was: Quantity? = nil
  ) -> String? {
    Measure(makeCheck("metric", status, limit: limit, value: value, was: was))?.text
  }

  @Test func limitsOnAValue() {
    #expect(text(.violated, Limit(.min, percent("80")), share(15, 21)) == "71.42 % < 80 %")
    #expect(
      text(.violated, Limit(.min, percent("80")), share(19_999, 25_000)) == "79.996 % < 80 %")
    #expect(text(.satisfied, Limit(.min, percent("80")), share(8, 10)) == "80 % ≥ 80 %")
    #expect(
      text(.satisfied, Limit(.min, percent("79.50")), share(3102, 3820)) == "81.20 % ≥ 79.5 %")
    #expect(
      text(.satisfied, Limit(.max, .count(0, .tests)), .count(0, .tests)) == "0 ≤ 0")
    #expect(
      text(.violated, Limit(.equals, .count(3, .tests)), .count(4, .tests)) == "4 ≠ 3")
    #expect(text(.violated, Limit(.above, percent("80")), share(8, 10)) == "80 % ≤ 80 %")
    #expect(text(.satisfied, Limit(.above, percent("80")), share(8001, 10_000)) == "80.01 % > 80 %")
    let fast = Limit(.below, .duration(microseconds(100_000)))
    #expect(text(.violated, fast, .duration(microseconds(100_000))) == "100 ms ≥ 100 ms")
    #expect(text(.satisfied, fast, .duration(microseconds(99_999))) == "99.999 ms < 100 ms")
    #expect(
      text(.violated, Limit(.max, .duration(microseconds(10_000))), .duration(microseconds(10_001)))
        == "10.001 ms > 10 ms")
    #expect(
      text(.satisfied, Limit(.max, .duration(microseconds(1000))), .duration(nanoseconds(999_900)))
        == "999.9 µs ≤ 1 ms")
  }

  @Test func linesLost() {
    let limit = Limit(.maxDrop, .count(5, .lines))
    #expect(text(.violated, limit, share(34, 60), was: share(80, 100)) == "−6 lines < −5 lines")
    #expect(text(.satisfied, limit, share(35, 60), was: share(80, 100)) == "−5 lines ≥ −5 lines")
    #expect(text(.satisfied, limit, share(90, 100), was: share(80, 100)) == "+10 lines ≥ −5 lines")
  }

  @Test func limitsOnAFact() {
    func bytes(_ count: Int) -> Quantity { .number(ExactDecimal(count), .bytes) }
    func plain(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? ExactDecimal(-1) }
    let success = Limit(.equals, .text("success"))
    #expect(text(.violated, success, .text("skipped")) == "skipped ≠ success")
    #expect(text(.satisfied, success, .text("success")) == "success = success")
    #expect(
      text(.violated, Limit(.min, .number(plain("8"), .plain)), .number(plain("7.9999"), .plain))
        == "7.9999 < 8")
    let limit = Limit(.max, .number(ExactDecimal(512 << 20), .bytes))
    #expect(text(.satisfied, limit, bytes(530_000_000)) == "505.44 MiB ≤ 512 MiB")
    #expect(text(.violated, limit, bytes((512 << 20) + 1)) == "512.0000009 MiB > 512 MiB")
    #expect(text(.violated, limit, .number(plain("500"), .plain)) == "500, asked: at most 512 MiB")
    #expect(
      text(
        .violated, Limit(.maxRise, percent("10")), bytes(500 << 20), was: bytes(400 << 20))
        == "+25 % > 10 %")
    #expect(
      text(
        .violated, Limit(.maxRise, .number(ExactDecimal(1 << 20), .bytes)), bytes(402 << 20),
        was: bytes(400 << 20)) == "+2 MiB > 1 MiB")
    #expect(
      text(
        .violated, Limit(.maxDrop, .number(plain("0.2"), .plain)), .number(plain("8"), .plain),
        was: .number(plain("8.25"), .plain)) == "−0.25 < −0.2")
    #expect(
      text(
        .violated, Limit(.maxRise, points("1")), .number(plain("3.5"), .percent),
        was: .number(plain("2"), .percent)) == "+1.50 pp > 1 pp")
  }

  @Test func limitsOnAChange() {
    let (before, after) = (share(3114, 3820), share(3102, 3820))
    #expect(
      text(.satisfied, Limit(.maxDrop, points("2")), after, was: before) == "−0.31 pp ≥ −2 pp")
    #expect(
      text(.violated, Limit(.maxDrop, points("0.3")), after, was: before) == "−0.31 pp < −0.3 pp")
    #expect(text(.violated, Limit(.maxDrop, points("0")), after, was: before) == "−0.31 pp < 0 pp")
    #expect(text(.satisfied, Limit(.maxDrop, percent("1")), after, was: before) == "−0.3 % ≥ −1 %")
    #expect(
      text(
        .violated, Limit(.maxRise, percent("5")), .duration(nanoseconds(13_282)),
        was: .duration(nanoseconds(12_300))) == "+7.9 % > 5 %")
    #expect(
      text(
        .violated, Limit(.maxRise, .duration(nanoseconds(500))), .duration(nanoseconds(13_282)),
        was: .duration(nanoseconds(12_300))) == "+982 ns > 500 ns")
    #expect(
      text(
        .violated, Limit(.maxDrop, .count(5, .tests)), .count(90, .tests), was: .count(100, .tests))
        == "−10 tests < −5 tests")
    #expect(
      text(
        .violated, Limit(.maxDrop, percent("5")), .count(90, .tests), was: .count(100, .tests))
        == "−10 % < −5 %")
  }

  @Test func nothingIsClaimedThatTheNumbersDoNotSay() {
    #expect(
      text(.violated, Limit(.min, percent("80")), share(9, 10))
        == "90 % (9 of 10), asked: at least 80 %")
    #expect(
      text(.violated, Limit(.max, .count(5, .lines)), share(9, 10))
        == "90 % (9 of 10), asked: at most 5 lines")
    #expect(
      text(
        .violated, Limit(.maxRise, percent("5")), .count(3, .findings), was: .count(0, .findings))
        == "3 findings, asked: a rise of at most 5 %")
    #expect(
      text(.violated, Limit(.min, percent("80")), share(0, 0)) == "no data, asked: at least 80 %")
    #expect(text(.violated, Limit(.min, percent("80")), nil) == nil)
  }
}
