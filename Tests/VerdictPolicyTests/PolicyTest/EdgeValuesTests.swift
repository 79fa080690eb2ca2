import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Values beside limits")
struct EdgeValuesTests {
  private static func percent(_ text: String) -> Limit.Amount {
    .percent(ExactDecimal(text) ?? ExactDecimal(0))
  }

  private static func number(_ text: String, _ unit: NumberUnit = .plain) -> Quantity {
    .number(ExactDecimal(text, maxScale: 18) ?? ExactDecimal(0), unit)
  }

  private static func share(_ covered: Int, _ total: Int) -> Quantity {
    .share(Tally(covered: covered, total: total))
  }

  private static func time(_ count: Int64) -> Quantity { .duration(Picoseconds(count)) }

  struct Case: Sendable {
    var limit: Limit
    var unit: MetricUnit
    var below: Quantity?
    var equal: Quantity?
    var above: Quantity?
    var baseline: Quantity?
  }

  @Test(
    "are the nearest ones, in the metric's unit",
    arguments: [
      Case(
        limit: Limit(.min, percent("80")), unit: .share(of: .lines), below: share(7999, 10000),
        equal: share(8000, 10000), above: share(8001, 10000)),
      Case(
        limit: Limit(.min, percent("79.95")), unit: .share(of: .lines),
        below: share(799_499, 1_000_000), equal: share(799_500, 1_000_000),
        above: share(799_501, 1_000_000)),
      Case(
        limit: Limit(.min, percent("100")), unit: .share(of: .lines), below: share(9999, 10000),
        equal: share(10000, 10000)),
      Case(
        limit: Limit(.maxDrop, .points(ExactDecimal(2))), unit: .share(of: .lines),
        below: share(9799, 10000), equal: share(9800, 10000), above: share(9801, 10000),
        baseline: share(10000, 10000)),
      Case(
        limit: Limit(.max, .count(0, .tests)), unit: .count(.tests),
        equal: .count(0, .tests), above: .count(1, .tests)),
      Case(
        limit: Limit(.maxDrop, percent("2.5")), unit: .count(.tests),
        below: .count(974, .tests), equal: .count(975, .tests), above: .count(976, .tests),
        baseline: .count(1000, .tests)),
      Case(
        limit: Limit(.maxDrop, .count(500, .tests)), unit: .count(.tests),
        below: .count(499, .tests), equal: .count(500, .tests), above: .count(501, .tests),
        baseline: .count(1000, .tests)),
      Case(
        limit: Limit(.max, .duration(Picoseconds(50))), unit: .duration, below: time(49),
        equal: time(50), above: time(51)),
      Case(
        limit: Limit(.maxRise, percent("10")), unit: .duration, below: time(109),
        equal: time(110), above: time(111), baseline: time(100)),
      Case(
        limit: Limit(.min, .number(ExactDecimal(8), .plain)), unit: .number,
        below: number("7.9"), equal: number("8.0"), above: number("8.1")),
      Case(
        limit: Limit(.max, percent("90")), unit: .number, below: number("89.9", .percent),
        equal: number("90.0", .percent), above: number("90.1", .percent)),
      Case(
        limit: Limit(.max, .duration(Picoseconds(7))), unit: .number, below: time(6),
        equal: time(7), above: time(8)),
      Case(
        limit: Limit(.equals, .text("success")), unit: .text, below: .text("not success"),
        equal: .text("success")),
    ])
  func values(test: Case) {
    let values = EdgeValues(test.limit, of: test.unit)
    #expect(values.values[.below] == test.below)
    #expect(values.values[.equal] == test.equal)
    #expect(values.values[.above] == test.above)
    #expect(values.baseline == test.baseline)
  }

  @Test("stand as edges say they do", arguments: Limit.Relation.allCases)
  func relations(relation: Limit.Relation) {
    for (amount, unit) in [
      // A share does not rise above the whole.
      (Self.percent(relation == .maxRise ? "0" : "50"), MetricUnit.share(of: .lines)),
      (.count(7, .tests), .count(.tests)),
      (.duration(Picoseconds(9)), .duration), (.number(ExactDecimal(3), .bytes), .number),
    ] {
      let limit = Limit(relation, amount)
      let values = EdgeValues(limit, of: unit)
      #expect(values.values.count == (relation == .maxRise && unit == .share(of: .lines) ? 2 : 3))
      for (edge, value) in values.values {
        #expect(edge.holds(relation) == limit.allows(value, baseline: values.baseline))
      }
    }
  }
}
