import JSONDocument
import VerdictModel

/// Reads the limits of a rule, in the unit of its metric.
struct LimitReader {
  let metric: Metric
  let rule: PolicyObject

  static let keys = Limit.Relation.allCases.map(\.rawValue)

  /// The keys that make sense with a metric's unit.
  static func keys(of metric: Metric) -> [String] {
    switch metric.unit {
    case .text: ["equals"]
    case .age: ["max", "below"]
    case .share, .count, .duration, .number: keys
    }
  }

  func read() -> [RuleLimit] {
    let keys = Self.keys(of: metric)
    if !Self.keys.contains(where: rule.seemsToHave) {
      rule.report(.noLimit(expected: keys), at: rule.position)
    }
    return Self.keys.compactMap { key in
      guard let json = rule.member(key), let relation = Limit.Relation(rawValue: key) else {
        return nil
      }
      guard keys.contains(key) else {
        rule.report(
          .notForMetric(
            key: key, metric: metric.id,
            reason: metric.unit == .age
              ? "an age can only be too high, use 'max'" : "a word is equal or not, use 'equals'"),
          at: rule.place(of: key))
        return nil
      }
      guard canFail(relation, at: json.place) else { return nil }
      return RuleLimit(relation: relation, amounts: amounts(json, relation))
    }
  }

  private func amounts(
    _ json: PositionedJSON, _ relation: Limit.Relation
  ) -> [(items: Glob, amount: Limit.Amount)] {
    guard case .object(let members) = json.value else {
      return amount(json, relation).map { [(.everything, $0)] } ?? []
    }
    // A rule that lacks an 'each' that it must have was told so.
    guard rule.seemsToHave("each") || metric.requiresEach else {
      rule.report(
        .notForMetric(
          key: relation.rawValue, metric: metric.id,
          reason: "limits by item need 'each'"), at: json.place)
      return []
    }
    if members.isEmpty { rule.report(.emptyList(relation.rawValue), at: json.place) }
    let amounts = members.compactMap { member -> (items: Glob, amount: Limit.Amount)? in
      let glob = rule.glob(member.key, at: member.place)
      guard let amount = amount(member.value, relation), let glob else { return nil }
      return (glob, amount)
    }
    return amounts.sorted {
      ($1.items.specificity, $0.items.pattern) < ($0.items.specificity, $1.items.pattern)
    }
  }

  private func amount(_ json: PositionedJSON, _ relation: Limit.Relation) -> Limit.Amount? {
    do throws(PolicyProblem) {
      return switch json.value {
      case .bool(let value) where metric.unit == .text: .text(String(value))
      case .string(let word) where metric.unit == .text: .text(word)
      case .number(let written) where metric.unit != .text:
        try amount(number: written, relation)
      case .string(let written): try amount(text: written, relation)
      default:
        throw .wrongType(
          key: relation.rawValue,
          expected: metric.unit == .text
            ? "a word, true or false" : "a limit such as \(example("5", relation))")
      }
    } catch {
      rule.report(error, at: json.place)
      return nil
    }
  }

  private func amount(
    number written: String, _ relation: Limit.Relation
  ) throws(PolicyProblem) -> Limit.Amount {
    let key = relation.rawValue
    if metric.unit == .number, !relation.comparesWithBaseline {
      guard let number = ExactDecimal(written) else {
        throw .outOfRange(
          key: key, value: written, expected: "up to 9 decimals, no exponent")
      }
      return .number(number, .plain)
    }
    guard case .count(let unit) = metric.unit, !relation.comparesWithBaseline else {
      throw .missingUnit(key: key, value: written, example: example(written, relation))
    }
    guard let count = Int(written), count >= 0 else {
      throw .outOfRange(key: key, value: written, expected: "a whole number from 0 up")
    }
    return .count(count, unit)
  }

  private func amount(
    text written: String, _ relation: Limit.Relation
  ) throws(PolicyProblem) -> Limit.Amount {
    let key = relation.rawValue
    if metric.unit == .age {
      guard let age = Age(written) else {
        throw .wrongUnit(
          key: key, value: written, metric: metric.id, expected: example("5", relation))
      }
      return .number(ExactDecimal(age.seconds), .seconds)
    }
    let wrongUnit = PolicyProblem.wrongUnit(
      key: key, value: written, metric: metric.id, expected: example("5", relation))
    guard let number = WrittenNumber(written), number.value.scale <= ExactDecimal.maxScale else {
      throw wrongUnit
    }
    let (value, unit) = (number.value, number.unit)
    guard !unit.isEmpty || metric.unit == .number else {
      throw .missingUnit(key: key, value: "'\(written)'", example: example(written, relation))
    }
    guard value.mantissa >= 0 || (metric.unit == .number && !relation.comparesWithBaseline) else {
      throw .outOfRange(key: key, value: written, expected: "0 or more")
    }
    switch (metric.unit, unit) {
    case (.share, "%") where !relation.comparesWithBaseline,
      (.share, "pp") where relation.comparesWithBaseline:
      guard value <= ExactDecimal(100) else {
        throw .outOfRange(key: key, value: written, expected: "0 to 100")
      }
      return unit == "%" ? .percent(value) : .points(value)
    case (_, "%") where relation.comparesWithBaseline:
      return .percent(value)
    case (.share(let counted), _) where relation == .maxDrop && counted.names.contains(unit):
      guard value.scale == 0 else { throw wrongUnit }
      return .count(Int(value.mantissa), counted)
    case (.duration, _):
      guard let time = Picoseconds(value, unit: unit) else { throw wrongUnit }
      return .duration(time)
    case (.count(let counted), _):
      guard counted.names.contains(unit), value.scale == 0 else { throw wrongUnit }
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

  /// `80` for 0.8 of a share: whoever writes a fraction means it.
  private func percentIfShare(_ number: ExactDecimal) -> String? {
    guard case .share = metric.unit, number.scale > 0, number.mantissa > 0,
      number <= ExactDecimal(1)
    else { return nil }
    return ExactDecimal(mantissa: number.mantissa * 100, scale: number.scale).description
  }

  /// How the author could have written a limit.
  private func example(_ number: String, _ relation: Limit.Relation) -> String {
    let number = ExactDecimal(number).map { percentIfShare($0) ?? number } ?? "5"
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
    case .age: "\"\(number)d\""
    }
  }

  /// Whether a bad value could violate the limit: reports one that none could, such as a `max` for
  /// coverage.
  private func canFail(_ relation: Limit.Relation, at place: SourcePosition) -> Bool {
    guard let useful = metric.useful(insteadOf: relation) else { return true }
    rule.report(
      .notForMetric(
        key: relation.rawValue, metric: metric.id,
        reason:
          "\(metric.better == .higher ? "higher" : "lower") is better, use '\(useful.rawValue)'"),
      at: place)
    return false
  }
}

extension CountUnit {
  /// What stands behind a number: `lines`, `line`.
  var names: [String] {
    self == .branches ? ["branches", "branch"] : [rawValue, String(rawValue.dropLast())]
  }
}

extension Metric {
  /// The limit to use instead of one that no bad value could violate; `nil` if it is of use.
  func useful(insteadOf relation: Limit.Relation) -> Limit.Relation? {
    switch (better, relation) {
    case (.higher, .max): .min
    case (.higher, .below): .above
    case (.higher, .maxRise): .maxDrop
    case (.lower, .min): .max
    case (.lower, .above): .below
    case (.lower, .maxDrop): .maxRise
    default: nil
    }
  }

  /// The limits that fit the unit and that a bad value can violate.
  var usefulLimits: [Limit.Relation] {
    LimitReader.keys(of: self).compactMap(Limit.Relation.init).filter {
      useful(insteadOf: $0) == nil
    }
  }
}
