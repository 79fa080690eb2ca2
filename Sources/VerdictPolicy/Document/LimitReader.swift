import JSONDocument
import VerdictModel

/// Reads the limits of a rule, in the unit of its metric.
struct LimitReader {
  let metric: Metric
  let each: Each?

  static let keys = ["min", "max", "equals", "maxDrop", "maxRise"]

  func read(_ rule: PolicyObject) throws(PolicyError) -> [RuleLimit] {
    var limits: [RuleLimit] = []
    let keys = metric.unit == .text ? ["equals"] : Self.keys
    for key in Self.keys {
      guard let json = rule.member(key), let relation = Limit.Relation(rawValue: key) else {
        continue
      }
      guard keys.contains(key) else {
        throw PolicyError(
          .notForMetric(
            key: key, metric: metric.id, reason: "a word is equal or not, use 'equals'"),
          at: rule.place(of: key))
      }
      try refuseUselessLimit(relation, at: json.place)
      limits.append(try read(json, relation))
    }
    guard !limits.isEmpty else {
      throw PolicyError(.noLimit(expected: keys), at: rule.position)
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
    case .bool(let value) where metric.unit == .text: return .text(String(value))
    case .string(let word) where metric.unit == .text: return .text(word)
    case .number(let written) where metric.unit == .number && !relation.comparesWithBaseline:
      guard let number = ExactDecimal(written) else {
        throw PolicyError(
          .outOfRange(key: key, value: written, expected: "up to 9 decimals, no exponent"),
          at: json.place)
      }
      return .number(number, .plain)
    case .number(let written) where metric.unit != .text:
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
        .wrongType(
          key: key,
          expected: metric.unit == .text
            ? "a word, true or false" : "a limit such as \(example("5", relation))"),
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
    guard let number = WrittenNumber(written), number.value.scale <= ExactDecimal.maxScale else {
      throw wrongUnit
    }
    let (value, unit) = (number.value, number.unit)
    guard !unit.isEmpty || metric.unit == .number else {
      throw PolicyError(
        .missingUnit(key: key, value: "'\(written)'", example: example(written, relation)),
        at: place)
    }
    guard value.mantissa >= 0 || (metric.unit == .number && !relation.comparesWithBaseline) else {
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
      guard let time = Picoseconds(value, unit: unit) else { throw wrongUnit }
      return .duration(time)
    case (.count(let counted), _):
      guard [counted.rawValue, String(counted.rawValue.dropLast())].contains(unit),
        value.scale == 0
      else { throw wrongUnit }
      return .count(Int(value.mantissa), counted)
    case (.number, "pp") where relation.comparesWithBaseline: return .points(value)
    case (.number, _):
      switch number.quantity {
      case .duration(let time): return .duration(time)
      case .number(let value, .percent): return .percent(value)
      case .number(let value, let unit): return .number(value, unit)
      default: throw wrongUnit
      }
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
    case .number:
      relation.comparesWithBaseline
        ? "\"\(number)%\", \"\(number)\" or \"\(number)MiB\""
        : "\(number), \"\(number)ms\" or \"\(number)MiB\""
    case .text: "\"success\""
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
        reason:
          "\(metric.better == .higher ? "higher" : "lower") is better, use '\(useful.rawValue)'"),
      at: place)
  }
}
