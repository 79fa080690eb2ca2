package import VerdictModel

/// What changes if one policy takes the place of another: loosened demands first, then what nobody
/// can judge, then tightened ones, each in the order of the policies. Empty if both ask the same;
/// titles, comments and the order of things ask nothing.
///
/// If no change is loosened or changed, whatever passes by the new policy passes by the old one:
/// every old rule has a new one of its own that is at least as strict, key by key. Which rules are
/// taken for pairs (`RuleMatching`) decides how well the list reads, never whether that holds.
package func policyChanges(from old: Policy, to new: Policy) -> [PolicyChange] {
  let changes =
    wholeChanges(old, new) + trustChanges(old.trust, new.trust)
    + waiverChanges(old.waivers, new.waivers)
    + defaultChanges(old.defaults, new.defaults) + componentChanges(old, new)
    + reportChanges(old, new) + gateChanges(old, new)
  // Sorting is stable, so that each effect keeps the order above.
  return changes.sorted { $0.effect < $1.effect }
}

private func wholeChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
  var list = ChangeList(.policy)
  // The first is judged by default, and actions by stage go from the first to the last.
  list.compare("stages", old.stages, new.stages, text: { $0.joined(separator: ", ") })
  list.compare("baseline", old.baselineStore, new.baselineStore, text: { $0 })
  return list.changes
}

private func trustChanges(_ old: TrustRules, _ new: TrustRules) -> [PolicyChange] {
  var list = ChangeList(.trust)
  list.compare(
    "whenPolicyChanges", old.whenPolicyChanges, new.whenPolicyChanges, text: \.name,
    effect: PolicyChange.Effect.moreIsStricter)
  list.compareReviewers(old.reviewers, new.reviewers)
  return list.changes
}

/// A policy without the key allows none.
private func waiverChanges(_ old: WaiverSettings?, _ new: WaiverSettings?) -> [PolicyChange] {
  var list = ChangeList(.waivers)
  guard let old, let new else {
    list.compare("file", old?.file, new?.file, text: \.self) { _, new in
      new == nil ? .tightened : .loosened
    }
    return list.changes
  }
  list.compare("file", old.file, new.file, text: \.self)
  list.compare(
    "import", old.imports, new.imports,
    text: { $0.isEmpty ? nil : $0.joined(separator: ", ") },
    effect: { old, new in
      // Every file more may accept more.
      switch (Set(new).isSubset(of: old), Set(old).isSubset(of: new)) {
      case (true, true): .changed
      case (true, false): .tightened
      case (false, true): .loosened
      case (false, false): .changed
      }
    })
  list.compare(
    "maxDays", old.maxDays, new.maxDays, text: String.init,
    effect: PolicyChange.Effect.lessIsStricter)
  list.compare(
    "warnBefore", old.warnBefore, new.warnBefore, text: { "\($0)d" },
    effect: PolicyChange.Effect.moreIsStricter)
  list.compare(
    "whenAdded", old.whenAdded, new.whenAdded, text: \.name,
    effect: PolicyChange.Effect.moreIsStricter)
  return list.changes
}

private func defaultChanges(_ old: AbsenceActions, _ new: AbsenceActions) -> [PolicyChange] {
  var list = ChangeList(.defaults)
  for (old, new) in zip(old.entries, new.entries) {
    list.compare(
      old.key, old.action, new.action, text: \.name, effect: PolicyChange.Effect.moreIsStricter)
  }
  return list.changes
}

/// A component that comes or goes changes the rules that name it, and nothing else.
private func componentChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
  old.components.flatMap { before -> [PolicyChange] in
    guard let after = new.component(before.name) else { return [] }
    var list = ChangeList(.component(before.name))
    list.comparePatterns("paths", before.paths, after.paths)
    return list.changes
  }
}

private func gateChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
  let stages = old.stages.filter(new.stages.contains)
  let context = RuleDifference.Context(
    stages: stages, oldDefaults: old.defaults, newDefaults: new.defaults)
  var changes: [PolicyChange] = []
  for gate in old.gates {
    let other = new.gates.first { $0.id == gate.id }
    if let other {
      var list = ChangeList(.gate(gate.id))
      list.compareReviewers(gate.reviewers, other.reviewers)
      changes += list.changes
    }
    let matching = RuleMatching(gate.rules, other?.rules ?? [])
    for (before, after) in matching.pairs {
      changes += RuleDifference(gate: gate.id, old: before, new: after, context).changes
    }
    changes += matching.removed.map { $0.removal(from: gate.id) }
    changes += matching.added.map { $0.addition(to: gate.id) }
  }
  for gate in new.gates where !old.gates.contains(where: { $0.id == gate.id }) {
    changes += gate.rules.map { $0.addition(to: gate.id) }
  }
  return changes
}
