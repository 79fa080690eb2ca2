import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct ChangeTextTests {
  @Test(
    arguments: [
      (share(3114, 3820), share(3102, 3820), "−0.31 pp"),
      (share(1, 2), share(3, 4), "+25 pp"),
      (share(1, 2), share(2, 4), nil),
      (share(0, 0), share(1, 2), nil),
      (share(.max - 1, .max), share(.max - 2, .max - 1), nil),
      (.count(5, .tests), .count(4, .tests), "−1 test"),
      (.count(5, .tests), .count(8, .tests), "+3 tests"),
      (.duration(nanoseconds(12_300)), .duration(nanoseconds(13_282)), "+7.9 %"),
      (.duration(nanoseconds(10_000)), .duration(nanoseconds(9999)), "−0.01 %"),
      (.duration(nanoseconds(0)), .duration(nanoseconds(1)), nil),
      (.count(1, .tests), share(1, 2), nil),
    ] as [(Quantity, Quantity, String?)])
  func change(before: Quantity, after: Quantity, text: String?) {
    #expect(ChangeText.change(from: before, to: after) == text)
  }
}
