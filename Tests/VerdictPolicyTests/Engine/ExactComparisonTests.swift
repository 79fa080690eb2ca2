import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Exact comparison")
struct ExactComparisonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var value: Quantity
    var baseline: Quantity?
    var limit: Limit
    var allowed: Bool?
    var testDescription: String { "\(value) \(limit.relation) \(limit.amount)" }
  }

  static func share(_ covered: Int, _ total: Int) -> Quantity {
    .share(Tally(covered: covered, total: total))
  }

  static func percent(_ text: String) -> Limit.Amount {
    .percent(ExactDecimal(text) ?? ExactDecimal(-1))
  }

  static func points(_ text: String) -> Limit.Amount {
    .points(ExactDecimal(text) ?? ExactDecimal(-1))
  }

  static func time(_ count: Int64) -> Quantity { .duration(Picoseconds(count)) }

  static let cases: [Case] = [
    Case(value: share(8, 10), limit: Limit(.min, percent("80")), allowed: true),
    // 79.99999… % in floating point would round to 80.
    Case(
      value: share(7_999_999_999_999, 10_000_000_000_000), limit: Limit(.min, percent("80")),
      allowed: false),
    Case(value: share(1, 3), limit: Limit(.min, percent("33.333333333")), allowed: true),
    Case(value: share(1, 3), limit: Limit(.min, percent("33.333333334")), allowed: false),
    Case(value: share(10, 10), limit: Limit(.min, percent("100")), allowed: true),
    Case(value: share(9, 10), limit: Limit(.max, percent("90")), allowed: true),
    Case(value: share(9, 10), limit: Limit(.equals, percent("90.0")), allowed: true),
    Case(value: .count(1, .tests), limit: Limit(.max, .count(0, .tests)), allowed: false),
    Case(value: .count(0, .tests), limit: Limit(.max, .count(0, .tests)), allowed: true),
    Case(value: .count(4, .tests), limit: Limit(.equals, .count(5, .tests)), allowed: false),
    Case(value: time(10), limit: Limit(.max, .duration(Picoseconds(10))), allowed: true),
    Case(value: time(11), limit: Limit(.max, .duration(Picoseconds(10))), allowed: false),
    Case(value: time(9), limit: Limit(.below, .duration(Picoseconds(10))), allowed: true),
    Case(value: time(10), limit: Limit(.below, .duration(Picoseconds(10))), allowed: false),
    Case(value: share(8, 10), limit: Limit(.above, percent("80")), allowed: false),
    Case(value: share(801, 1000), limit: Limit(.above, percent("80")), allowed: true),
    // 82 % to 80 % is 2 points, and more than 2 % of 82.
    Case(
      value: share(80, 100), baseline: share(82, 100), limit: Limit(.maxDrop, points("2")),
      allowed: true),
    Case(
      value: share(80, 100), baseline: share(82, 100), limit: Limit(.maxDrop, percent("2")),
      allowed: false),
    // 20 lines were missed, 25 may be: to delete 40 covered ones loses none.
    Case(
      value: share(35, 60), baseline: share(80, 100), limit: Limit(.maxDrop, .count(5, .lines)),
      allowed: true),
    Case(
      value: share(34, 60), baseline: share(80, 100), limit: Limit(.maxDrop, .count(5, .lines)),
      allowed: false),
    Case(
      value: share(40, 60), baseline: share(80, 100), limit: Limit(.maxDrop, .count(0, .lines)),
      allowed: true),
    Case(
      value: share(5, 10), baseline: share(80, 100), limit: Limit(.maxDrop, .count(500, .lines)),
      allowed: true),
    Case(
      value: share(160, 200), baseline: share(82, 100), limit: Limit(.maxDrop, percent("2.44")),
      allowed: true),
    Case(
      value: share(799, 1000), baseline: share(82, 100), limit: Limit(.maxDrop, points("2")),
      allowed: false),
    Case(
      value: share(90, 100), baseline: share(82, 100), limit: Limit(.maxDrop, points("0")),
      allowed: true),
    Case(
      value: .count(95, .tests), baseline: .count(100, .tests),
      limit: Limit(.maxDrop, percent("5")), allowed: true),
    Case(
      value: .count(94, .tests), baseline: .count(100, .tests),
      limit: Limit(.maxDrop, percent("5")), allowed: false),
    Case(
      value: .count(98, .tests), baseline: .count(100, .tests),
      limit: Limit(.maxDrop, .count(1, .tests)), allowed: false),
    Case(
      value: time(110), baseline: time(100), limit: Limit(.maxRise, percent("10")), allowed: true),
    Case(
      value: time(111), baseline: time(100), limit: Limit(.maxRise, percent("10")), allowed: false),
    // From nothing, any rise is more than any percentage.
    Case(
      value: .count(1, .findings), baseline: .count(0, .findings),
      limit: Limit(.maxRise, percent("100")), allowed: false),
    Case(
      value: .count(0, .findings), baseline: .count(0, .findings),
      limit: Limit(.maxRise, percent("0")), allowed: true),
    Case(value: time(111), limit: Limit(.maxRise, percent("10")), allowed: nil),
    Case(
      value: time(.max), baseline: time(.max), limit: Limit(.maxRise, percent("100")),
      allowed: true),
  ]

  @Test("no rounding decides", arguments: cases)
  func comparison(_ example: Case) {
    #expect(example.limit.allows(example.value, baseline: example.baseline) == example.allowed)
  }
}
