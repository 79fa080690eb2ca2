import VerdictModel

/// What differs between two rules that stand for each other.
struct RuleDifference {
  /// What the policies around the rules have to do with them.
  struct Context {
    /// The stages that both policies have, in their order. Others have nothing to be compared with,
    /// and are a change of `stages`.
    var stages: [String]
    var oldDefaults: AbsenceActions
    var newDefaults: AbsenceActions
  }

  private(set) var changes: [PolicyChange] = []

  init(gate: String, old: Rule, new: Rule, _ context: Context) {
    var list = ChangeList(
      .rule(gate: gate, old.subject), oldPosition: old.position, newPosition: new.position)
    list.compareLimits(old, new)
    list.compare(
      "from", Set(old.from), Set(new.from),
      text: { $0.isEmpty ? nil : $0.sorted().joined(separator: ", ") })
    list.compare("in", old.component, new.component, text: \.self)
    list.compare("of", old.code, new.code, text: { $0 == .all ? nil : $0.rawValue })
    list.compareEach(old.each, new.each)
    list.compareFilters(old, new)
    list.compare(
      "ignoreBelow", old.ignoreBelow, new.ignoreBelow, text: { $0.map(String.init) },
      effect: {
        .lessIsStricter($0 ?? 0, $1 ?? 0)
      })
    list.compare(
      "minChange", old.minChange, new.minChange, text: { $0?.policyText },
      effect: { .lessIsStricter($0?.count ?? 0, $1?.count ?? 0) })
    list.compareEnforcement(old.enforceFrom, new.enforceFrom)
    list.compare(
      "waivable", old.isWaivable, new.isWaivable, text: { $0 ? nil : "false" },
      effect: { _, new in
        new ? .loosened : .tightened
      })
    list.compareStages(old, new, context.stages)
    list.compareActions(old, new, context.stages)
    list.compareAbsence(old, new, context)
    changes = list.changes
  }
}

extension ChangeList {
  fileprivate mutating func compareEach(_ old: Each?, _ new: Each?) {
    compare(
      "each", old, new, text: { $0?.text },
      effect: { old, new in
        switch (old, new) {
        case (.components(let before), .components(let after)),
          (.keys(let before), .keys(let after)):
          .subset(Set(before), Set(after))
        default: .changed
        }
      })
  }

  /// Fewer items are fewer to be too many of. What is no upper limit says nothing of the kind.
  fileprivate mutating func compareFilters(_ old: Rule, _ new: Rule) {
    let isUpperLimit = (old.limits + new.limits).allSatisfy(\.relation.isUpperLimit)
    compare(
      "where", old.filter, new.filter,
      text: { $0 == .all ? nil : $0.words.joined(separator: ", ") },
      effect: { old, new in
        guard isUpperLimit else { return .changed }
        if new.isWithin(old) { return .loosened }
        return old.isWithin(new) ? .tightened : .changed
      })
    compare(
      "where", old.items, new.items,
      text: { $0 == .all ? nil : $0.words.joined(separator: ", ") },
      effect: { old, new in
        guard isUpperLimit else { return .changed }
        if new.isWithin(old) { return .loosened }
        return old.isWithin(new) ? .tightened : .changed
      })
  }

  /// Without a day a rule always counts.
  fileprivate mutating func compareEnforcement(_ old: Day?, _ new: Day?) {
    compare(
      "enforceFrom", old, new, text: { $0?.description },
      effect: { old, new in
        guard let old, let new else { return new == nil ? .tightened : .loosened }
        return .lessIsStricter(old, new)
      })
  }

  fileprivate mutating func compareStages(_ old: Rule, _ new: Rule, _ common: [String]) {
    compare(
      "stages", old.stages.intersection(common), new.stages.intersection(common),
      text: { stages in
        let names = common.filter(stages.contains)
        return names.isEmpty ? nil : names.joined(separator: ", ")
      }, effect: PolicyChange.Effect.subset)
  }

  /// Where both rules are asked.
  fileprivate mutating func compareActions(_ old: Rule, _ new: Rule, _ common: [String]) {
    let stages = common.filter { old.applies(at: $0) && new.applies(at: $0) }
    compare(
      "else", stages.map(old.action.action), stages.map(new.action.action),
      text: { actions in
        let isOne = Set(actions).count == 1
        return isOne
          ? actions[0].name
          : zip(stages, actions).map { "\($0): \($1)" }.joined(separator: ", ")
      },
      effect: { old, new in
        let pairs = zip(old, new)
        if pairs.allSatisfy({ $1 <= $0 }) { return .loosened }
        return pairs.allSatisfy { $0 <= $1 } ? .tightened : .changed
      })
  }

  /// What a rule only takes over from `defaults` is a change of those.
  fileprivate mutating func compareAbsence(
    _ old: Rule, _ new: Rule, _ context: RuleDifference.Context
  ) {
    let defaults = zip(context.oldDefaults.entries, context.newDefaults.entries)
    for ((old, new), (oldDefault, newDefault)) in zip(
      zip(old.absence.entries, new.absence.entries), defaults)
    where (old.action, new.action) != (oldDefault.action, newDefault.action) {
      compare(
        old.key, old.action, new.action, text: \.name, effect: PolicyChange.Effect.moreIsStricter)
    }
  }
}

extension PolicyChange.Effect {
  /// The effect of a set of which every member is asked.
  static func subset(_ old: Set<String>, _ new: Set<String>) -> Self {
    if new.isSubset(of: old) { return .loosened }
    return old.isSubset(of: new) ? .tightened : .changed
  }
}

extension FindingFilter {
  /// Whether everything that this filter counts is counted by the other one too.
  func isWithin(_ other: Self) -> Bool {
    Self.isWithin(levels, other.levels) && Self.isWithin(severities, other.severities)
      && tools.isWithin(other.tools) && categories.isWithin(other.categories)
      && rules.isWithin(other.rules) && paths.isWithin(other.paths)
      && Self.isWithin(state, other.state)
  }

  private static func isWithin(_ state: State?, _ other: State?) -> Bool {
    if state == other { return true }
    return switch other {
    // What is suppressed is looked at only by the rule that asks for it.
    case nil: state != .newlySuppressed
    case .new: state == .escalated || state == .unsuppressed
    case .unchanged: state == .moved
    case .escalated, .moved, .unsuppressed, .newlySuppressed: false
    }
  }

  private static func isWithin<Rank>(
    _ range: ClosedRange<Rank>?, _ other: ClosedRange<Rank>?
  ) -> Bool {
    guard let other else { return true }
    return range.map(other.contains) ?? false
  }
}

extension ItemFilter {
  /// Whether everything that this filter counts is counted by the other one too.
  fileprivate func isWithin(_ other: Self) -> Bool {
    names.isWithin(other.names) && classes.isWithin(other.classes)
      && suites.isWithin(other.suites) && (other.state == nil || state == other.state)
  }
}

extension [Glob] {
  /// Whether what fits these patterns surely fits the others; no pattern fits everything.
  fileprivate func isWithin(_ others: Self) -> Bool {
    others.isEmpty || (!isEmpty && Set(self).isSubset(of: others))
  }
}
