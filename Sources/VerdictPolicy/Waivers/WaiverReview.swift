import VerdictModel

/// Says of every waiver what is wrong with it.
struct WaiverReview {
  let input: EvaluationInput
  let gates: [GateResult]

  var results: [WaiverResult] { input.waivers.waivers.map(result) }

  private func result(_ waiver: Waiver) -> WaiverResult {
    let today = input.now.day
    let uses = gates.flatMap(\.checks).flatMap(\.waivers).filter { $0.waiver == waiver }
    var problems: [WaiverProblem] = []
    if waiver.isExpired(on: today) {
      problems.append(.expired)
    } else if waiver.isStillToCome(on: today) {
      problems.append(.notYetInForce)
    } else {
      if uses.contains(where: \.isRefused) { problems.append(.refused) }
      if let provenance = input.waivers.provenance(of: waiver) { problems.append(provenance) }
      if uses.isEmpty, isAnswered(waiver), !namesTest(waiver) { problems.append(.unused) }
      if let breadth = breadth(of: waiver, uses) { problems.append(.tooBroad(breadth)) }
      if let term = term(of: waiver, today) { problems.append(term) }
    }
    return WaiverResult(waiver, uses: uses.filter { !$0.isRefused }.count, problems: problems)
  }

  /// What is wrong with the days that are left. Our own file is held to its days where it is read.
  private func term(of waiver: Waiver, _ today: Day) -> WaiverProblem? {
    guard let settings = input.policy.waivers else { return nil }
    guard let last = waiver.expires else { return .endless }
    let left = today.days(until: last)
    if left <= settings.warnBefore { return .expiresSoon(days: left) }
    return left > settings.maxDays ? .tooLong(allowed: settings.maxDays) : nil
  }

  /// Whether something was judged of which the waiver speaks, and everything of it was: what a lost
  /// report would have held might need the waiver.
  private func isAnswered(_ waiver: Waiver) -> Bool {
    let checks = gates.filter { $0.id == waiver.scope.gate ?? $0.id }.flatMap(\.checks)
      .filter { check in
        switch waiver.scope.match {
        case .findings: check.subject.facts.unit == .findings
        case .tests: check.subject.facts.unit == .tests
        case .checks(let match): match.includesRule(of: check.subject)
        }
      }
    return !checks.isEmpty
      && checks.allSatisfy { if case .undecided = $0.status { false } else { true } }
  }

  /// Whether a test of this run is in quarantine, which need not fail every time.
  private func namesTest(_ waiver: Waiver) -> Bool {
    guard case .tests(let match) = waiver.scope.match else { return false }
    return input.evidence.parts.compactMap(\.content.tests).contains { report in
      report.cases.contains { match.names($0.name, className: $0.className, suite: $0.suite) }
    }
  }

  private func breadth(of waiver: Waiver, _ uses: [WaiverUse]) -> WaiverBreadth? {
    switch waiver.scope.match {
    case .findings(let match):
      if match.rule == nil, match.fingerprint == nil { return .everyRule }
      if match.paths.contains(where: \.fitsEverything) { return .everyPath }
      // Some scanners give every finding the same, such as `requires login`.
      let findings = Set(uses.flatMap(\.places)).count
      return match.rule == nil && findings > 1 ? .alike(findings: findings) : nil
    case .tests(let match):
      let isAny = [match.names, match.classes].allSatisfy { globs in
        globs.isEmpty || globs.contains(where: \.fitsEverything)
      }
      return isAny ? .everyTest : nil
    case .checks(let match):
      guard match.metric != nil else { return .wholeGate }
      let checks = gates.filter { $0.id == waiver.scope.gate }.flatMap(\.checks)
        .filter { match.includes($0.subject) }
      if checks.contains(where: { $0.subject.facts.unit == .findings }) { return .everyFinding }
      return checks.contains { $0.subject.item != nil } && match.item == nil ? .everyItem : nil
    }
  }
}

extension Glob {
  /// Whether paths fit that nobody can have meant.
  fileprivate var fitsEverything: Bool {
    ["\u{1}", "\u{1}/\u{1}/\u{1}", "\u{1}.\u{1}", "\u{1}/\u{1}/\u{1}.\u{1}"].contains(
      where: matches)
  }
}
