import JSONDocument
import VerdictModel

/// Reads one rule of a gate.
///
/// What the policy declares is `nil` where it could not be read: then rules may refer to anything.
struct RuleReader {
  /// Names of components.
  let components: [String]?
  let reports: [ReportDeclaration]?
  let stages: [String]?
  let defaults: AbsenceActions

  static let keys =
    [
      "metric", "from", "in", "of", "each", "where", "ignoreBelow", "else", "stages",
      "enforceFrom", "waivable", "minChange",
    ]
    + LimitReader.keys + AbsenceActions.keys

  /// What a gate says for all of its rules.
  struct GateDefaults {
    /// The value of the gate's `else`, if there is one.
    var action: PositionedJSON?
    var stages: Set<String>
  }

  func gateDefaults(_ gate: PolicyObject) -> GateDefaults {
    GateDefaults(
      action: gate.member("else"), stages: readStages(gate, default: Set(stages ?? [])))
  }

  /// `nil` for a rule whose metric is not known; what does not depend on it is looked at all the
  /// same.
  func read(_ rule: PolicyObject, in gate: GateDefaults) -> Rule? {
    let stages = readStages(rule, default: gate.stages)
    let action = readActions(rule.member("else") ?? gate.action, of: rule, at: stages)
    let absence = defaults.overridden(by: rule)
    let enforceFrom = rule.day("enforceFrom")
    let isWaivable = rule.boolean("waivable") ?? true
    guard let metric = readMetric(rule) else { return nil }
    let read = Rule(
      metric: metric, from: readFrom(rule, metric), component: readComponent(rule, metric),
      code: readCode(rule, metric), each: readEach(rule, metric), filter: readFilter(rule, metric),
      items: readItems(rule, metric),
      limits: LimitReader(metric: metric, rule: rule).read(),
      ignoreBelow: readIgnoreBelow(rule, metric), action: action, stages: stages,
      enforceFrom: enforceFrom, absence: absence, minChange: readMinChange(rule, metric),
      isWaivable: isWaivable, position: rule.position)
    refuseContradictions(read, rule)
    return read
  }

  private func readMetric(_ rule: PolicyObject) -> Metric? {
    _ = rule.required("metric")
    return rule.name("metric", of: "metric", among: Metrics.all.map(\.id)).flatMap(Metrics.named)
  }

  private func readStages(_ object: PolicyObject, default inherited: Set<String>) -> Set<String> {
    let names = object.names("stages", of: "stage", among: stages)
    return names.isEmpty ? inherited : Set(names.map(\.text))
  }

  private func readFrom(_ rule: PolicyObject, _ metric: Metric) -> [String] {
    guard let reports else { return [] }
    guard let kind = metric.kind else {
      return rule.names("from", of: "report", among: reports.map(\.id)).map(\.text)
    }
    if !rule.has("from"), reports.allSatisfy({ $0.kind != nil && $0.kind != kind }) {
      let isExtended = rule.position.file != nil
      rule.report(
        .contradiction(
          "no report of the policy holds \(kind.rawValue) for \(metric.id)"
            + (isExtended ? ", declare one, or take the gate out with null" : "")),
        at: rule.place(of: "metric"))
    }
    let names = rule.names("from", of: "report", among: reports.map(\.id))
    for name in names {
      guard let held = reports.first(where: { $0.id == name.text })?.kind, held != kind else {
        continue
      }
      rule.report(
        .contradiction(
          "report '\(name.text)' holds \(held.rawValue), but \(metric.id) is measured on "
            + "\(kind.rawValue)"), at: name.place)
    }
    return names.map(\.text)
  }

  private func readComponent(_ rule: PolicyObject, _ metric: Metric) -> String? {
    guard fits("in", of: rule, metric.hasPaths, metric, "its items have no paths") else {
      return nil
    }
    return rule.name("in", of: "component", among: components)
  }

  private func readCode(_ rule: PolicyObject, _ metric: Metric) -> CheckSubject.Code {
    guard fits("of", of: rule, metric.hasPaths, metric, "its items have no lines") else {
      return .all
    }
    return rule.name("of", of: "code", among: CheckSubject.Code.allCases.map(\.rawValue))
      .flatMap(CheckSubject.Code.init) ?? .all
  }

  private func readEach(_ rule: PolicyObject, _ metric: Metric) -> Each? {
    guard let json = rule.member("each") else {
      if metric.requiresEach, !rule.seemsToHave("each") {
        let names = metric.eaches.map(\.rawValue).sorted().joined(separator: " or ")
        rule.report(
          .missingKey("each", in: "a rule on \(metric.id) (\(names))"), at: rule.position)
      }
      return nil
    }
    if metric.eaches.contains(.key) { return .keys(rule.strings("each").map(\.text)) }
    if json.text == nil {
      let takesList = metric.eaches.contains(.component)
      guard fits("each", of: rule, takesList, metric, "a list names components") else { return nil }
      return .components(rule.names("each", of: "component", among: components).map(\.text))
    }
    let known = EachName.allCases.filter(metric.eaches.contains).map(\.rawValue)
    switch rule.name("each", of: "each of \(metric.id)", among: known).flatMap(EachName.init) {
    case .component:
      if components?.isEmpty == true {
        rule.report(.contradiction("the policy names no components"), at: json.place)
      }
      return .components(components ?? [])
    case .file: return .file
    case .report: return .report
    case .benchmark: return .benchmark
    case .test: return .test
    case .key, nil: return nil
    }
  }

  private func readIgnoreBelow(_ rule: PolicyObject, _ metric: Metric) -> Int? {
    let reason =
      metric.kind == .facts ? "a fact is one fact" : "few findings are not too little to judge"
    guard fits("ignoreBelow", of: rule, metric.hasTooFew, metric, reason) else { return nil }
    return rule.count("ignoreBelow")
  }

  private func readMinChange(_ rule: PolicyObject, _ metric: Metric) -> Picoseconds? {
    guard
      fits(
        "minChange", of: rule, metric.quantityAtTime != nil, metric,
        "only changes of benchmarks are noisy")
    else { return nil }
    return rule.duration("minChange")
  }

  private func readFilter(_ rule: PolicyObject, _ metric: Metric) -> FindingFilter {
    guard fits("where", of: rule, metric.hasFilter, metric, "it counts all of its items"),
      metric.kind == .findings, let filter = rule.object("where", keys: FindingFilter.keys)
    else { return .all }
    return FindingFilter(reading: filter)
  }

  private func readItems(_ rule: PolicyObject, _ metric: Metric) -> ItemFilter {
    guard metric.hasFilter, let kind = metric.kind, kind != .findings,
      let filter = rule.object("where", keys: ItemFilter.keys(of: kind))
    else { return .all }
    return ItemFilter(reading: filter)
  }

  /// The action at each stage at which the rule applies.
  private func readActions(
    _ json: PositionedJSON?, of rule: PolicyObject, at active: Set<String>
  ) -> StageActions {
    guard let json else { return StageActions(all: .block, at: active) }
    if let name = json.text {
      let action = rule.action(PlacedText(text: name, place: json.place))
      return StageActions(all: action ?? .block, at: active)
    }
    guard case .object(let members) = json.value else {
      rule.report(
        .wrongType(key: "else", expected: "an action or an object of stages"), at: json.place)
      return StageActions(all: .block, at: active)
    }
    var actions: [String: Action] = [:]
    var isMisspelt = false
    for member in members {
      let stage = PlacedText(text: member.key, place: member.place)
      if !rule.isKnown(stage, "stage", among: stages) { isMisspelt = true }
      guard let name = member.value.text else {
        rule.report(.wrongType(key: member.key, expected: "an action"), at: member.value.place)
        continue
      }
      actions[member.key] =
        rule.action(PlacedText(text: name, place: member.value.place)) ?? .block
    }
    // A later stage is at least as strict: it does what the last stage before it does.
    var last: Action?
    for stage in stages ?? [] {
      last = actions[stage] ?? last
      if last == nil, active.contains(stage), !isMisspelt {
        rule.report(.missingStage(stage, in: "else"), at: json.place)
        break
      }
      actions[stage] = last
    }
    return StageActions(actions: actions)
  }

  private func refuseContradictions(_ read: Rule, _ rule: PolicyObject) {
    if read.component != nil, case .components = read.each {
      rule.report(
        .contradiction("'in' and 'each' both choose components, keep one"),
        at: rule.place(of: "each"))
    }
    let compares = read.limits.contains { $0.relation.comparesWithBaseline }
    if read.code != .all, compares {
      rule.report(
        .contradiction("the baseline has no \(read.code.rawValue) to compare with"),
        at: rule.place(of: "of"))
    }
    if read.metric.needsBaseline, let state = read.items.state, state != .failedBefore {
      rule.report(
        .contradiction("what is removed is not there to be \(state.rawValue), use 'failed-before'"),
        at: rule.place(of: "where"))
    }
    if read.needsBaseline, compares {
      let state = read.filter.state?.rawValue ?? read.items.state?.rawValue ?? "removed"
      rule.report(
        .contradiction(
          "the baseline has no \(state) \(read.metric.kind?.rawValue ?? "reports") to compare with, use 'max'"
        ),
        at: rule.place(of: "where"))
    }
  }

  /// Whether a key makes sense with the metric, if the rule has it: reports one that does not.
  private func fits(
    _ key: String, of rule: PolicyObject, _ makesSense: Bool, _ metric: Metric, _ reason: String
  ) -> Bool {
    if rule.has(key), !makesSense {
      rule.report(
        .notForMetric(key: key, metric: metric.id, reason: reason), at: rule.place(of: key))
    }
    return makesSense
  }
}

extension StageActions {
  init(all action: Action, at stages: Set<String>) {
    self.init(actions: Dictionary(uniqueKeysWithValues: stages.map { ($0, action) }))
  }
}

extension Metric {
  /// Whether there can be too little to judge, so that `ignoreBelow` makes sense.
  var hasTooFew: Bool { unit != .count(.findings) && kind != .facts }
}
