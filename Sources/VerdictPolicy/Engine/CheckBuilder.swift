import VerdictModel

/// Turns measurements of one rule into checks.
struct CheckBuilder {
  let rule: Rule
  let stage: String
  /// The component or report that the scope was narrowed to by `each`.
  let scopeItem: String?
  let waivers: RuleWaivers
  /// The ids of the reports that are looked at.
  let reports: [String]

  /// One check for each limit, where nothing could be measured.
  func unmeasured(_ status: CheckStatus) -> [Check] {
    rule.limits.compactMap { limit in
      // A limit map without an entry for this item asks nothing of it; the other items are asked.
      guard let limit = limit.limit(for: scopeItem.map { [$0] }) ?? firstAmount(of: limit) else {
        return nil
      }
      return unmeasured(limit, status)
    }
  }

  /// The check of a limit where nothing could be measured.
  func unmeasured(_ limit: Limit, _ status: CheckStatus) -> Check {
    check(limit, status: status, measurement: nil, before: nil)
  }

  /// One check for each limit that speaks of the item.
  ///
  /// - Parameters:
  ///   - measurement: The value now.
  ///   - before: The baseline's values.
  ///   - gap: What the evidence lacks, if anything.
  ///   - changes: What is known of the changes of benchmarks, for a rule that asks for them.
  func checks(
    of measurement: Measurement, before: Before, gap: UndecidedReason?, changes: BenchmarkChanges?
  ) -> [Check] {
    rule.limits.compactMap { ruleLimit in
      guard let limit = ruleLimit.limit(for: names(of: measurement)) else { return nil }
      let earlier = before.measurement(for: measurement.item)
      let status = status(of: limit, measurement, earlier, before, gap)
      return check(
        limit, status: status, measurement: measurement, before: earlier, gap: gap,
        change: change(of: measurement, limit, status, changes))
    }
  }

  /// Items that the baseline has and this run has not: a removed benchmark must not look faster.
  func checksOfMissingItems(
    _ measurements: [Measurement], before: Before, changes: BenchmarkChanges?
  ) -> [Check] {
    guard rule.each == .benchmark, let byItem = before.byItem else { return [] }
    let present = Set(measurements.compactMap(\.item))
    return byItem.keys.filter { !present.contains($0) }.sorted().flatMap { item in
      rule.limits.filter(\.relation.comparesWithBaseline).compactMap { ruleLimit -> Check? in
        guard let earlier = byItem[item], let limit = ruleLimit.limit(for: names(of: earlier))
        else { return nil }
        return check(
          limit, status: .undecided(.goneFromReports), measurement: nil, before: earlier,
          change: changes.map { .removed($0.renamings[item]) })
      }
    }
  }

  // MARK: - One check

  private func status(
    of limit: Limit, _ measurement: Measurement, _ earlier: Measurement?, _ before: Before,
    _ gap: UndecidedReason?
  ) -> CheckStatus {
    if let gap {
      // What an old report says is settled for nobody.
      return !gap.isStale && isSettled(limit, measurement, earlier) ? .violated : .undecided(gap)
    }
    // What was enough before is not too little now: the fall is what has to be seen.
    if let needed = rule.ignoreBelow, max(measurement.basis, earlier?.basis ?? 0) < needed {
      return .notApplicable(
        .tooLittle(found: measurement.basis, needed: needed, rule.metric.facts.unit ?? .benchmarks))
    }
    if let allowed = limit.allows(measurement.value, baseline: earlier?.value) {
      guard allowed else {
        if limit.relation == .maxDrop, case .deletedOnly(let count)? = measurement.drop {
          return .notApplicable(.onlyDeleted(count, rule.metric.facts.unit ?? .lines))
        }
        return .violated
      }
      return holdsByWaivers(limit, measurement, earlier) ? .waived : .satisfied
    }
    return before.isEmpty ? .undecided(.noBaseline) : .notApplicable(.notInBaseline)
  }

  /// Whether nothing that is missing could make good what is there: more evidence can only add to a
  /// count of this run, and no fact takes back another.
  private func isSettled(
    _ limit: Limit, _ measurement: Measurement, _ earlier: Measurement?
  ) -> Bool {
    if rule.metric.kind == .facts {
      return limit.allows(measurement.value, baseline: earlier?.value) == false
    }
    return !rule.metric.needsBaseline && limit.isExceededForGood(by: measurement.value)
  }

  /// Whether the limit would not be kept to if the findings counted that are waived.
  private func holdsByWaivers(
    _ limit: Limit, _ measurement: Measurement, _ earlier: Measurement?
  ) -> Bool {
    guard rule.isWaivable, !measurement.waived.isEmpty else { return false }
    return limit.allows(measurement.valueWithWaived, baseline: earlier?.valueWithWaived) != true
  }

  private func check(
    _ limit: Limit, status: CheckStatus, measurement: Measurement?, before: Measurement?,
    gap: UndecidedReason? = nil, change: BenchmarkStatus? = nil
  ) -> Check {
    var (action, remarks) = self.action(for: status, limit, measurement)
    if status == .violated, let value = measurement?.value,
      limit.hasOtherUnit(than: value, before?.value)
    {
      remarks.append("value and limit are in different units")
    }
    if status == .violated, limit.relation == .maxDrop, measurement?.drop == .unknown {
      remarks.append("what was deleted since the baseline is not known")
    }
    if status == .violated, let gap {
      action = max(action, rule.absence.action(for: gap))
      remarks.append("violated whatever the missing evidence says")
    }
    var check = Check(
      subject: CheckSubject(
        metric: rule.metric.id, facts: rule.metric.facts, from: rule.from,
        component: rule.component, code: rule.code,
        filter: rule.filter.words + rule.items.words, each: rule.each?.name,
        item: scopeItem ?? (measurement ?? before)?.displayName),
      status: status, action: action, limit: limit, value: measurement?.value,
      baselineValue: before?.value, places: status == .violated ? measurement?.places ?? [] : [],
      rule: rule.position, remarks: remarks, reports: reports)
    if let change, let item = (measurement ?? before)?.item {
      apply(change, of: item, to: &check)
    }
    return waivers.apply(to: check, measurement?.waived ?? [], isComplete: gap == nil)
  }

  private func action(
    for status: CheckStatus, _ limit: Limit, _ measurement: Measurement?
  ) -> (Action, remarks: [String]) {
    switch status {
    case .satisfied, .notApplicable: return (.info, [])
    case .undecided(let reason): return (rule.absence.action(for: reason), [])
    case .violated, .waived:
      let action = rule.action.action(at: stage)
      if limit.relation.comparesWithBaseline || rule.metric.needsBaseline,
        let cap = rule.metric.changeCap, action > cap.action, measurement?.isByHistory != true
      {
        return (cap.action, [cap.reason])
      }
      return (action, [])
    }
  }

  /// What patterns of a limit map are matched with; `nil` for a rule without `each`.
  func names(of measurement: Measurement) -> [String]? {
    let names = [scopeItem, measurement.item, measurement.label].compactMap(\.self)
    return names.isEmpty ? nil : names
  }

  /// Stands for a limit map where there is no item to look up.
  private func firstAmount(of limit: RuleLimit) -> Limit? {
    scopeItem == nil ? limit.limit(for: nil) : nil
  }
}

extension Measurement {
  fileprivate var displayName: String? { label ?? item }
}

extension Limit {
  /// Whether a value is no number in the limit's unit, which is a violation whatever it says.
  fileprivate func hasOtherUnit(than value: Quantity, _ baseline: Quantity?) -> Bool {
    if case .text = amount { return false }
    return bound(for: value, baseline: baseline) == nil
  }

  /// Whether a count is above the limit already, so that no further report can bring it back.
  fileprivate func isExceededForGood(by value: Quantity) -> Bool {
    guard relation.isUpperLimit, case .count = value else { return false }
    return allows(value, baseline: nil) == false
  }
}

extension UndecidedReason {
  fileprivate var isStale: Bool {
    guard case .gap(_, let gaps) = self else { return false }
    return gaps.contains { $0.kind == .stale }
  }
}
