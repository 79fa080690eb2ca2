import VerdictModel

extension SchemaValue {
  /// A rule: what all have in common, and for each metric what makes sense with it.
  static var rule: SchemaValue {
    var values: [String: SchemaValue] = [
      "metric": oneOf(Metrics.all.map(\.id)), "from": strings, "in": string,
      "of": oneOf(CheckSubject.Code.allCases.map(\.rawValue)), "each": strings,
      "where": ["type": "object"], "ignoreBelow": count, "else": actions, "stages": strings,
      "enforceFrom": day, "waivable": boolean, "minChange": string,
    ]
    for key in LimitReader.keys {
      values[key] = ["type": ["string", "number", "boolean", "object"]]
    }
    return record(
      "rule", keys: RuleReader.keys, required: ["metric"],
      values.merging(absence) { value, _ in value }, extending: true
    )
    .with("allOf", .array(Metrics.all.map(condition)))
  }

  private static func condition(of metric: Metric) -> SchemaValue {
    let limits = metric.usefulLimits.map(\.rawValue)
    let required = limits.map { ["required": .words([$0])] as SchemaValue }
    let narrowed: SchemaValue = [
      "properties": .object(properties(of: metric, limits: limits)), "anyOf": .array(required),
    ]
    return [
      "if": [
        "properties": ["metric": ["const": .text(metric.id)]], "required": ["metric"],
      ],
      "then": metric.requiresEach ? narrowed.with("required", ["each"]) : narrowed,
    ]
  }

  /// What the keys of a rule may hold with a metric; `false` for one that makes no sense.
  private static func properties(of metric: Metric, limits: [String]) -> [Member] {
    var members = [Member(key: "each", value: each(of: metric))]
    members.append(Member(key: "where", value: filter(of: metric)))
    for key in ["in", "of"] where !metric.hasPaths {
      members.append(Member(key: key, value: false))
    }
    if metric.quantityAtTime == nil { members.append(Member(key: "minChange", value: false)) }
    if !metric.hasTooFew { members.append(Member(key: "ignoreBelow", value: false)) }
    for key in LimitReader.keys {
      let relation = limits.contains(key) ? Limit.Relation(rawValue: key) : nil
      members.append(
        Member(key: key, value: relation.map { limit($0, of: metric.unit).orNull } ?? false))
    }
    return members
  }

  private static func each(of metric: Metric) -> SchemaValue {
    if metric.eaches.contains(.key) { return strings }
    let words = EachName.allCases.filter(metric.eaches.contains).map(\.rawValue)
    guard !words.isEmpty else { return false }
    guard metric.eaches.contains(.component) else { return oneOf(words) }
    return [
      "anyOf": [oneOf(words), ["type": "array", "items": ["type": "string"], "minItems": 1]]
    ]
  }

  private static func filter(of metric: Metric) -> SchemaValue {
    guard metric.hasFilter, let kind = metric.kind else { return false }
    var values: [String: SchemaValue] = [:]
    for key in FindingFilter.keys + ItemFilter.keys(of: kind) { values[key] = strings }
    guard kind == .findings else {
      values["state"] = oneOf(ItemFilter.State.allCases.map(\.rawValue))
      return record("where", keys: ItemFilter.keys(of: kind), values)
    }
    values["level"] = rank(FindingLevel.allCases.filter { $0 > .none }.map(\.name))
    values["severity"] = rank(FindingSeverity.allCases.filter { $0 > .none }.map(\.name))
    values["state"] = oneOf(["all"] + FindingFilter.State.allCases.map(\.rawValue))
    return record("where", keys: FindingFilter.keys, values)
  }

  private static func rank(_ names: [String]) -> SchemaValue {
    oneOf(names.flatMap { [$0, $0 + "+"] })
  }
}
