package import VerdictModel

/// Answers one rule: one check for each limit and item.
struct RuleEvaluation {
  let rule: Rule
  let input: EvaluationInput
  let waivers: RuleWaivers

  /// The rule's checks, by item and then by limit; never empty, so that no rule passes by default.
  var checks: [Check] {
    let answers = scopes.map(answer)
    let checks = answers.flatMap(\.checks) + checksOfUnusedLimits(answers.flatMap(\.items))
    return announced(
      checks.isEmpty
        ? builder(nil, relevantParts).unmeasured(.undecided(.nothingToMeasure))
        : checks)
  }

  /// What a rule that is not enforced yet would do is told, and not done.
  private func announced(_ checks: [Check]) -> [Check] {
    guard let day = rule.enforceFrom, input.now.day < day else { return checks }
    return checks.map { check in
      guard check.action > .info else { return check }
      var check = check
      check.remarks.append("\(check.action.name) from \(day) on")
      check.action = .info
      return check
    }
  }

  private func builder(_ item: String?, _ parts: [EvidencePart]) -> CheckBuilder {
    CheckBuilder(
      rule: rule, stage: input.stage, scopeItem: item, waivers: waivers, reports: parts.map(\.id))
  }

  /// The checks of one scope, with the names of all items that there were to be checked.
  private struct Answer {
    var checks: [Check]
    var items: [String]
  }

  /// A limit for items of which there are none asks for something that is not there: a typing error
  /// or a renamed item must not switch a limit off.
  private func checksOfUnusedLimits(_ items: [String]) -> [Check] {
    rule.limits.flatMap { limit in
      limit.amounts.filter { entry in
        !entry.items.isRest && !items.contains { entry.items.matches($0) }
      }.map { entry in
        builder(entry.items.pattern, relevantParts).unmeasured(
          Limit(limit.relation, entry.amount), .undecided(.nothingToMeasure))
      }
    }
  }

  /// One narrowing of the evidence: the whole, a component or a report.
  private struct Narrowing {
    var item: String?
    var component: Component?
    /// The only key that counts.
    var key: String?
    var parts: [EvidencePart]
  }

  /// The scopes that `each` asks for.
  private var scopes: [Narrowing] {
    let component = rule.component.flatMap(input.policy.component)
    switch rule.each {
    case .components(let names):
      return names.map {
        Narrowing(item: $0, component: input.policy.component($0), parts: relevantParts)
      }
    case .keys(let keys):
      return keys.map {
        Narrowing(item: $0, component: component, key: $0, parts: relevantParts)
      }
    case .report:
      let reports = relevantParts.map {
        Narrowing(item: $0.id, component: component, parts: [$0])
      }
      return reports.isEmpty ? [Narrowing(item: nil, component: component, parts: [])] : reports
    case .file, .benchmark, .test, nil:
      return [Narrowing(item: nil, component: component, parts: relevantParts)]
    }
  }

  /// The parts of the evidence that the rule looks at. Without `from`: all that hold the metric's
  /// kind, and all of which nobody can say what they would have held.
  private var relevantParts: [EvidencePart] {
    if !rule.from.isEmpty {
      return rule.from.map { id in
        input.evidence.part(id)
          ?? EvidencePart(
            id: id, sources: [], gaps: [.missing(patterns: [])], content: EvidenceContent())
      }
    }
    return input.evidence.parts.filter { part in
      guard let kind = rule.metric.kind else { return true }
      if let declared = declaration(of: part)?.kind { return declared == kind }
      // A report that could not be read may have held anything.
      if part.gaps.contains(where: { [.unreadable, .empty].contains($0.kind) }) { return true }
      let kinds = part.content.kinds + (baselinePart(part.id)?.content.kinds ?? [])
      return kinds.isEmpty ? !part.gaps.isEmpty : kinds.contains(kind)
    }
  }

  private func declaration(of part: EvidencePart) -> ReportDeclaration? {
    input.policy.reports.first { $0.id == part.id }
  }

  func baselinePart(_ id: String) -> EvidencePart? {
    input.baseline?.evidence.part(id)
  }

  // MARK: - Checks of one scope

  private func answer(_ narrowing: Narrowing) -> Answer {
    let builder = builder(narrowing.item, narrowing.parts)
    func unmeasured(_ status: CheckStatus) -> Answer {
      Answer(checks: builder.unmeasured(status), items: [narrowing.item].compactMap(\.self))
    }
    let present = narrowing.parts.filter { !isAbsentOption($0) }
    if present.isEmpty, let option = narrowing.parts.first {
      return unmeasured(.notApplicable(.optionalReport(option.id)))
    }
    guard !present.isEmpty, hasFiles(narrowing.component) else {
      return unmeasured(.undecided(.nothingToMeasure))
    }
    if rule.code != .all, input.change == nil { return unmeasured(.undecided(.noChange)) }
    if rule.needsBaseline, let kind = rule.metric.kind,
      baselineContent(of: present)?.kinds.contains(kind) != true
    {
      return unmeasured(.undecided(.noBaseline))
    }

    let scope = Scope(
      content: input.evidence.content(of: present), ages: ages(of: present),
      baseline: baselineContent(of: present), changeSinceBaseline: input.changeSinceBaseline,
      testTimes: input.baseline?.testTimes.times(in: present.map(\.id)) ?? [:],
      component: narrowing.component, code: rule.code, change: input.change,
      each: narrowing.key.map { .keys([$0]) } ?? rule.each, filter: rule.filter, items: rule.items,
      waivers: waivers.ofItems, isWaivable: rule.isWaivable)
    let measurements = rule.metric.measure(scope)
    let gap =
      worstGap(of: present) ?? absentScans(in: scope, present) ?? lostCoverage(in: scope, present)
      ?? lostTimes(in: scope, present)
      ?? unplacedCoverage(in: present) ?? unmeasuredChange(in: scope, present)
    if measurements.isEmpty {
      if let gap { return unmeasured(.undecided(gap)) }
      if narrowing.key != nil { return unmeasured(.undecided(.keyMissing)) }
      return unmeasured(
        rule.code == .all ? .undecided(.nothingToMeasure) : .notApplicable(.nothingChanged))
    }
    // What is measured beside the baseline has no value in it.
    let before = Before(rule.needsBaseline ? nil : scope.overBaseline.map(rule.metric.measure))
    let changes = benchmarkChanges(in: scope, present)
    return Answer(
      checks: measurements.flatMap {
        builder.checks(of: $0, before: before, gap: gap, changes: changes)
      } + builder.checksOfMissingItems(measurements, before: before, changes: changes)
        + (gap == nil ? builder.checksOfShift(changes) : []),
      items: measurements.flatMap { builder.names(of: $0) ?? [] })
  }

  /// Whether a component has a file of the repository, where that is known: one that was renamed
  /// away, or is mistyped, has no findings and says nothing by that.
  private func hasFiles(_ component: Component?) -> Bool {
    guard let component, let files = input.repositoryFiles, !files.isEmpty else { return true }
    return files.contains { component.contains($0) }
  }

  /// How old the reports are; none if the age of any is not known, which might be the oldest.
  private func ages(of parts: [EvidencePart]) -> [ReportAge] {
    let sources = parts.flatMap(\.sources)
    let ages = sources.compactMap { source in
      source.created.map { ReportAge(file: source.file, age: Age(of: $0, at: input.now)) }
    }
    return ages.count == sources.count ? ages : []
  }

  /// A tool that scanned when the baseline was saved, and did not now: what it would have found is
  /// not known, be its report one of many that a pattern fits.
  private func absentScans(in scope: Scope, _ parts: [EvidencePart]) -> UndecidedReason? {
    guard rule.metric.kind == .findings, let before = scope.baseline?.findings,
      let after = scope.content.findings,
      let part = parts.first(where: { $0.content.findings != nil })
    else { return nil }
    let present = Set(after.runs.map(\.tool))
    let absent = before.runs.filter { rule.filter.includes($0) && !present.contains($0.tool) }
    guard let tool = absent.map(\.tool).min() else { return nil }
    return .gap(
      report: part.id,
      gaps: [.incomplete(reason: "has no run of \(tool), which the baseline has")])
  }

  /// Coverage that cannot be told by component, file or change, because most of its paths are those
  /// of another machine. Single ones are no fault: compilers report their own headers.
  private func unplacedCoverage(in parts: [EvidencePart]) -> UndecidedReason? {
    guard rule.isAboutPaths else { return nil }
    for part in parts {
      guard let files = part.content.coverage?.files, !files.isEmpty else { continue }
      let unplaced = files.filter { !$0.path.isRepositoryPath }
      if let example = unplaced.first, unplaced.count * 2 >= files.count {
        let reason =
          "\(unplaced.count) of \(files.count) paths are not those of the repository, such as "
          + "\(example.path): say with 'strip' what to cut off"
        return .gap(report: part.id, gaps: [.incomplete(reason: reason)])
      }
    }
    return nil
  }

  /// What coverage reports leave out of a change: new code that nobody measured is not covered.
  private func unmeasuredChange(in scope: Scope, _ parts: [EvidencePart]) -> UndecidedReason? {
    guard rule.metric.kind == .coverage, rule.code != .all, let change = scope.change,
      let part = parts.first(where: { $0.content.coverage != nil })
    else { return nil }
    let files = change.unmeasuredFiles(in: scope.content.coverage).filter { path in
      scope.component?.contains(path) ?? true
    }
    guard let example = files.first else { return nil }
    let more = files.count > 1 ? " and \(files.count - 1) more changed files" : ""
    return .gap(report: part.id, gaps: [.incomplete(reason: "says nothing of \(example)\(more)")])
  }

  /// What all benchmarks of a scope changed by; `nil` for metrics of other things.
  private func benchmarkChanges(in scope: Scope, _ parts: [EvidencePart]) -> BenchmarkChanges? {
    guard rule.metric.quantityAtTime != nil else { return nil }
    let reports = parts.map(\.id)
    return BenchmarkChanges(
      before: scope.overBaseline?.benchmarks ?? [], after: scope.benchmarks,
      base: scope.content.benchmarks?.base ?? [], metric: rule.metric, minChange: rule.minChange
    ) { benchmark in
      input.baseline?.history.runs(of: benchmark.id, in: reports) ?? []
    }
  }

  /// What the baseline holds of the same reports; without `from` also of those that are gone, but
  /// for optional ones that are absent now. Of benchmarks whose base this run measured itself, that
  /// is the baseline.
  private func baselineContent(of parts: [EvidencePart]) -> EvidenceContent? {
    let measured = parts.filter { $0.content.benchmarks?.base.isEmpty == false }
    guard input.baseline != nil || !measured.isEmpty else { return nil }
    let present = Set(parts.map(\.id))
    let absent = Set(input.evidence.parts.filter(isAbsentOption).map(\.id))
    let isWhole = rule.from.isEmpty && rule.each != .report
    let stored = (input.baseline?.evidence ?? .empty).parts.filter { part in
      isWhole ? !absent.contains(part.id) : present.contains(part.id)
    }
    return Evidence(parts: stored).withBases(of: measured).wholeContent
  }

  /// Whether a part is declared optional and simply not there. One that is there and broken is not
  /// absent.
  private func isAbsentOption(_ part: EvidencePart) -> Bool {
    declaration(of: part)?.isOptional == true && !part.gaps.isEmpty
      && part.gaps.allSatisfy { $0.kind == .missing }
  }

  /// The gap whose action is strictest, or a part that holds something else than the rule measures.
  private func worstGap(of parts: [EvidencePart]) -> UndecidedReason? {
    let reasons = parts.compactMap { part -> UndecidedReason? in
      guard let kind = rule.metric.kind else {
        // How old a report may be is what the rule asks itself.
        let gaps = part.gaps.filter { $0.kind != .stale }
        return gaps.isEmpty ? nil : .gap(report: part.id, gaps: gaps)
      }
      if !part.gaps.isEmpty { return .gap(report: part.id, gaps: part.gaps) }
      guard !part.content.kinds.contains(kind) else { return nil }
      let held = part.content.kinds.map(\.rawValue).joined(separator: " and ")
      return .gap(
        report: part.id,
        gaps: [.incomplete(reason: "holds \(held), not \(kind.rawValue)")])
    }
    return reasons.max { rule.absence.action(for: $0) < rule.absence.action(for: $1) }
  }
}

/// Measurements of the baseline by item.
struct Before {
  /// `nil` without a baseline.
  let byItem: [String: Measurement]?
  let total: Measurement?

  init(_ measurements: [Measurement]?) {
    byItem = measurements.map { measurements in
      Dictionary(
        measurements.compactMap { measurement in measurement.item.map { ($0, measurement) } },
        uniquingKeysWith: { first, _ in first })
    }
    total = measurements?.first { $0.item == nil }
  }

  func measurement(for item: String?) -> Measurement? {
    guard let item else { return total }
    return byItem?[item]
  }

  /// Whether the baseline has anything to compare with.
  var isEmpty: Bool { total == nil && byItem?.isEmpty != false }
}

extension EvidenceContent {
  /// The kinds that were read.
  package var kinds: [EvidenceKind] {
    [
      coverage.map { _ in .coverage }, tests.map { _ in .tests }, findings.map { _ in .findings },
      benchmarks.map { _ in .benchmarks }, facts.map { _ in .facts },
    ].compactMap(\.self)
  }
}
