import JSONDocument
import VerdictModel

/// Reads the limits of a rule, in the unit of its metric.
struct LimitReader {
  let metric: Metric
  let each: Each?

  static let keys = ["min", "max", "equals", "maxDrop", "maxRise"]

  func read(_ rule: PolicyObject) throws(PolicyError) -> [RuleLimit] {
    var limits: [RuleLimit] = []
    for key in Self.keys {
      guard let json = rule.member(key), let relation = Limit.Relation(rawValue: key) else {
        continue
      }
      try refuseUselessLimit(relation, at: json.place)
      limits.append(try read(json, relation))
    }
    guard !limits.isEmpty else {
      throw PolicyError(.noLimit(expected: Self.keys), at: rule.position)
    }
    return limits
  }

  private func read(
    _ json: PositionedJSON, _ relation: Limit.Relation
  ) throws(PolicyError) -> RuleLimit {
    guard case .object(let members) = json.value else {
      return RuleLimit(relation: relation, amounts: [(.everything, try amount(json, relation))])
    }
    guard each != nil else {
      throw PolicyError(
        .notForMetric(
          key: relation.rawValue, metric: metric.id,
          reason: "limits by item need 'each'"), at: json.place)
    }
    guard !members.isEmpty else { throw PolicyError(.emptyList(relation.rawValue), at: json.place) }
    var amounts: [(items: Glob, amount: Limit.Amount)] = []
    for member in members {
      guard let glob = Glob(member.key) else {
        throw PolicyError(.malformedGlob(member.key), at: member.place)
      }
      amounts.append((glob, try amount(member.value, relation)))
    }
    amounts.sort {
      ($1.items.specificity, $0.items.pattern) < ($0.items.specificity, $1.items.pattern)
    }
    return RuleLimit(relation: relation, amounts: amounts)
  }

  private func amount(
    _ json: PositionedJSON, _ relation: Limit.Relation
  ) throws(PolicyError) -> Limit.Amount {
    let key = relation.rawValue
    switch json.value {
    case .number(let written):
      guard case .count(let unit) = metric.unit, !relation.comparesWithBaseline else {
        throw PolicyError(
          .missingUnit(key: key, value: written, example: example(written, relation)),
          at: json.place)
      }
      guard let count = Int(written), count >= 0 else {
        throw PolicyError(
          .outOfRange(key: key, value: written, expected: "a whole number from 0 up"),
          at: json.place)
      }
      return .count(count, unit)
    case .string(let written):
      return try amount(written, relation, at: json.place)
    default:
      throw PolicyError(
        .wrongType(key: key, expected: "a limit such as \(example("5", relation))"),
        at: json.place)
    }
  }

  private func amount(
    _ written: String, _ relation: Limit.Relation, at place: SourcePosition
  ) throws(PolicyError) -> Limit.Amount {
    let key = relation.rawValue
    let wrongUnit = PolicyError(
      .wrongUnit(
        key: key, value: written, metric: metric.id, expected: example("5", relation)), at: place)
    let number = written.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = written.dropFirst(number.count).drop { $0 == " " }
    guard let value = ExactDecimal(number) else { throw wrongUnit }
    guard !unit.isEmpty else {
      throw PolicyError(
        .missingUnit(key: key, value: "'\(written)'", example: example(written, relation)),
        at: place)
    }
    guard value.mantissa >= 0 else {
      throw PolicyError(
        .outOfRange(key: key, value: written, expected: "0 or more"), at: place)
    }
    switch (metric.unit, unit) {
    case (.share, "%") where !relation.comparesWithBaseline,
      (.share, "pp") where relation.comparesWithBaseline:
      guard value <= ExactDecimal(100) else {
        throw PolicyError(.outOfRange(key: key, value: written, expected: "0 to 100"), at: place)
      }
      return unit == "%" ? .percent(value) : .points(value)
    case (_, "%") where relation.comparesWithBaseline:
      return .percent(value)
    case (.duration, _):
      guard let time = Picoseconds(value, unit: String(unit)) else { throw wrongUnit }
      return .duration(time)
    case (.count(let counted), _):
      guard [counted.rawValue, String(counted.rawValue.dropLast())].contains(String(unit)),
        value.scale == 0
      else { throw wrongUnit }
      return .count(Int(value.mantissa), counted)
    default: throw wrongUnit
    }
  }

  /// How the author could have written a limit.
  private func example(_ number: String, _ relation: Limit.Relation) -> String {
    let number = ExactDecimal(number) == nil ? "5" : number
    return switch metric.unit {
    case .share:
      relation.comparesWithBaseline ? "\"\(number)pp\" or \"\(number)%\"" : "\"\(number)%\""
    case .count(let unit):
      relation.comparesWithBaseline
        ? "\"\(number)%\" or \"\(number) \(unit.rawValue)\"" : "\(number)"
    case .duration:
      relation.comparesWithBaseline ? "\"\(number)%\" or \"\(number)ms\"" : "\"\(number)ms\""
    }
  }

  /// Refuses a limit that no bad value could violate, such as a `max` for coverage.
  private func refuseUselessLimit(
    _ relation: Limit.Relation, at place: SourcePosition
  ) throws(PolicyError) {
    let useful: Limit.Relation
    switch (metric.better, relation) {
    case (.higher, .max): useful = .min
    case (.higher, .maxRise): useful = .maxDrop
    case (.lower, .min): useful = .max
    case (.lower, .maxDrop): useful = .maxRise
    default: return
    }
    throw PolicyError(
      .notForMetric(
        key: relation.rawValue, metric: metric.id,
        reason: "\(metric.better) is better, use '\(useful.rawValue)'"), at: place)
  }
}

extension Picoseconds {
  private static let units: [String: Int64] = [
    "ps": 1, "ns": 1000, "us": 1_000_000, "µs": 1_000_000, "μs": 1_000_000,
    "ms": 1_000_000_000, "s": 1_000_000_000_000, "min": 60_000_000_000_000,
  ]

  /// Exactly `value` of the unit; `nil` if the unit is unknown, the value is out of range or finer
  /// than a picosecond.
  init?(_ value: ExactDecimal, unit: String) {
    guard let factor = Self.units[unit] else { return nil }
    let (count, rest) = (Int128(value.mantissa) * Int128(factor))
      .quotientAndRemainder(dividingBy: value.denominator)
    guard rest == 0, let count = Int64(exactly: count) else { return nil }
    self.init(count)
  }
}
