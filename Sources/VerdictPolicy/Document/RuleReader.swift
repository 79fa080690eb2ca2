import JSONDocument
import VerdictModel

/// Reads one rule of a gate.
struct RuleReader {
  let components: [Component]
  let reports: [ReportDeclaration]
  let stages: [String]
  let defaults: AbsenceActions

  static let keys =
    [
      "metric", "from", "in", "of", "each", "where", "ignoreBelow", "else", "stages",
      "enforceFrom", "waivable",
    ]
    + LimitReader.keys + AbsenceActions.keys

  /// What a gate says for all of its rules.
  struct GateDefaults {
    /// The value of the gate's `else`, if there is one.
    var action: PositionedJSON?
    var stages: Set<String>
  }

  func gateDefaults(_ gate: PolicyObject) throws(PolicyError) -> GateDefaults {
    GateDefaults(
      action: gate.member("else"), stages: try readStages(gate, default: Set(stages)))
  }

  func read(_ json: PositionedJSON, in gate: GateDefaults) throws(PolicyError) -> Rule {
    let object = try PolicyObject(json, key: "rule", what: "a rule", keys: Self.keys)
    let metric = try readMetric(object)
    let stages = try readStages(object, default: gate.stages)
    let each = try readEach(object, metric)
    let rule = Rule(
      metric: metric, from: try readFrom(object, metric),
      component: try readComponent(object, metric), code: try readCode(object, metric),
      each: each, filter: try readFilter(object, metric), items: try readItems(object, metric),
      limits: try LimitReader(metric: metric, each: each).read(object),
      ignoreBelow: try readIgnoreBelow(object, metric),
      action: try readActions(object.member("else") ?? gate.action, at: stages),
      stages: stages, enforceFrom: try object.day("enforceFrom"),
      absence: try defaults.overridden(by: object),
      isWaivable: try object.boolean("waivable") ?? true, position: object.position)
    try refuseContradictions(rule, object)
    return rule
  }

  private func readMetric(_ rule: PolicyObject) throws(PolicyError) -> Metric {
    _ = try rule.required("metric")
    let id = try rule.string("metric") ?? ""
    guard let metric = Metrics.named(id) else {
      throw PolicyError(
        unknown("metric", id, among: Metrics.all.map(\.id)),
        at: rule.placeOfValue(of: "metric"))
    }
    return metric
  }

  private func readStages(
    _ object: PolicyObject, default inherited: Set<String>
  ) throws(PolicyError) -> Set<String> {
    let names = try object.strings("stages")
    for name in names where !stages.contains(name.text) {
      throw PolicyError(unknown("stage", name.text, among: stages), at: name.place)
    }
    return names.isEmpty ? inherited : Set(names.map(\.text))
  }

  private func readFrom(_ rule: PolicyObject, _ metric: Metric) throws(PolicyError) -> [String] {
    let names = try rule.strings("from")
    for name in names {
      guard let report = reports.first(where: { $0.id == name.text }) else {
        throw PolicyError(unknown("report", name.text, among: reports.map(\.id)), at: name.place)
      }
      if let kind = report.kind, kind != metric.kind {
        throw PolicyError(
          .contradiction(
            "report '\(report.id)' holds \(kind.rawValue), but \(metric.id) is measured on "
              + "\(metric.kind.rawValue)"), at: name.place)
      }
    }
    if names.isEmpty, reports.allSatisfy({ $0.kind != nil && $0.kind != metric.kind }) {
      throw PolicyError(
        .contradiction("no report of the policy holds \(metric.kind.rawValue) for \(metric.id)"),
        at: rule.place(of: "metric"))
    }
    return names.map(\.text)
  }

  private func readComponent(
    _ rule: PolicyObject, _ metric: Metric
  ) throws(PolicyError) -> String? {
    guard let name = try rule.string("in") else { return nil }
    try refuse("in", of: rule, unless: metric.hasPaths, metric, "its items have no paths")
    guard components.contains(where: { $0.name == name }) else {
      throw PolicyError(
        unknown("component", name, among: components.map(\.name)),
        at: rule.placeOfValue(of: "in"))
    }
    return name
  }

  private func readCode(
    _ rule: PolicyObject, _ metric: Metric
  ) throws(PolicyError) -> CheckSubject.Code {
    guard let name = try rule.string("of") else { return .all }
    try refuse("of", of: rule, unless: metric.hasPaths, metric, "its items have no lines")
    guard let code = CheckSubject.Code(rawValue: name) else {
      let known = CheckSubject.Code.allCases.map(\.rawValue)
      throw PolicyError(unknown("code", name, among: known), at: rule.placeOfValue(of: "of"))
    }
    return code
  }

  private func readEach(_ rule: PolicyObject, _ metric: Metric) throws(PolicyError) -> Each? {
    guard let json = rule.member("each") else {
      guard !metric.requiresEach else {
        let names = metric.eaches.map(\.rawValue).sorted().joined(separator: " or ")
        throw PolicyError(
          .missingKey("each", in: "a rule on \(metric.id) (\(names))"), at: rule.position)
      }
      return nil
    }
    if metric.eaches.contains(.key) { return .keys(try rule.strings("each").map(\.text)) }
    let known = EachName.allCases.filter(metric.eaches.contains).map(\.rawValue)
    if let name = json.text {
      guard let each = EachName(rawValue: name), metric.eaches.contains(each) else {
        throw PolicyError(unknown("each of \(metric.id)", name, among: known), at: json.place)
      }
      guard each != .component || !components.isEmpty else {
        throw PolicyError(.contradiction("the policy names no components"), at: json.place)
      }
      return switch each {
      case .component: .components(components.map(\.name))
      case .file: .file
      case .report: .report
      case .benchmark: .benchmark
      case .test: .test
      case .key: .keys([])
      }
    }
    try refuse(
      "each", of: rule, unless: metric.eaches.contains(.component), metric,
      "a list names components")
    let names = try rule.strings("each")
    for name in names where !components.contains(where: { $0.name == name.text }) {
      throw PolicyError(
        unknown("component", name.text, among: components.map(\.name)), at: name.place)
    }
    return .components(names.map(\.text))
  }

  private func readIgnoreBelow(_ rule: PolicyObject, _ metric: Metric) throws(PolicyError) -> Int? {
    guard rule.has("ignoreBelow") else { return nil }
    try refuse(
      "ignoreBelow", of: rule, unless: metric.unit != .count(.findings), metric,
      "few findings are not too little to judge")
    try refuse(
      "ignoreBelow", of: rule, unless: metric.kind != .facts, metric, "a fact is one fact")
    return try rule.count("ignoreBelow")
  }

  private func readFilter(
    _ rule: PolicyObject, _ metric: Metric
  ) throws(PolicyError) -> FindingFilter {
    guard let json = rule.member("where") else { return .all }
    try refuse("where", of: rule, unless: metric.hasFilter, metric, "it counts all of its items")
    return metric.kind == .findings ? try FindingFilter(reading: json) : .all
  }

  private func readItems(_ rule: PolicyObject, _ metric: Metric) throws(PolicyError) -> ItemFilter {
    guard let json = rule.member("where"), metric.kind != .findings else { return .all }
    return try ItemFilter(reading: json, for: metric.kind)
  }

  /// The action at each stage at which the rule applies.
  private func readActions(
    _ json: PositionedJSON?, at active: Set<String>
  ) throws(PolicyError) -> StageActions {
    guard let json else { return StageActions(all: .block, at: active) }
    if let name = json.text {
      return StageActions(all: try Action(named: name, at: json.place), at: active)
    }
    guard case .object(let members) = json.value else {
      throw PolicyError(
        .wrongType(key: "else", expected: "an action or an object of stages"), at: json.place)
    }
    var actions: [String: Action] = [:]
    for member in members {
      guard stages.contains(member.key) else {
        throw PolicyError(unknown("stage", member.key, among: stages), at: member.place)
      }
      guard let name = member.value.text else {
        throw PolicyError(
          .wrongType(key: member.key, expected: "an action"), at: member.value.place)
      }
      actions[member.key] = try Action(named: name, at: member.value.place)
    }
    // A later stage is at least as strict: it does what the last stage before it does.
    var last: Action?
    for stage in stages {
      last = actions[stage] ?? last
      if last == nil, active.contains(stage) {
        throw PolicyError(.missingStage(stage, in: "else"), at: json.place)
      }
      actions[stage] = last
    }
    return StageActions(actions: actions)
  }

  private func refuseContradictions(_ rule: Rule, _ object: PolicyObject) throws(PolicyError) {
    if rule.component != nil, case .components = rule.each {
      throw PolicyError(
        .contradiction("'in' and 'each' both choose components, keep one"),
        at: object.place(of: "each"))
    }
    if rule.code != .all, rule.limits.contains(where: { $0.relation.comparesWithBaseline }) {
      throw PolicyError(
        .contradiction("the baseline has no \(rule.code.rawValue) to compare with"),
        at: object.place(of: "of"))
    }
    if rule.metric.needsBaseline, let state = rule.items.state, state != .failedBefore {
      throw PolicyError(
        .contradiction("what is removed is not there to be \(state.rawValue), use 'failed-before'"),
        at: object.place(of: "where"))
    }
    if rule.needsBaseline, rule.limits.contains(where: { $0.relation.comparesWithBaseline }) {
      let state = rule.filter.state?.rawValue ?? rule.items.state?.rawValue ?? "removed"
      throw PolicyError(
        .contradiction(
          "the baseline has no \(state) \(rule.metric.kind.rawValue) to compare with, use 'max'"),
        at: object.has("where") ? object.place(of: "where") : object.position)
    }
  }

  private func refuse(
    _ key: String, of rule: PolicyObject, unless fits: Bool, _ metric: Metric, _ reason: String
  ) throws(PolicyError) {
    if !fits {
      throw PolicyError(
        .notForMetric(key: key, metric: metric.id, reason: reason), at: rule.place(of: key))
    }
  }
}

extension StageActions {
  init(all action: Action, at stages: Set<String>) {
    self.init(actions: Dictionary(uniqueKeysWithValues: stages.map { ($0, action) }))
  }
}
