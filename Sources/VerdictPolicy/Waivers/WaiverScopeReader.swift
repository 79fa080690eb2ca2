import VerdictModel

/// Reads `gate` and `match` of a waiver.
struct WaiverScopeReader {
  let policy: Policy

  static let findingKeys = ["rule", "path", "package", "fingerprint"]
  static let testKeys = ["test", "class", "message"]
  static let checkKeys = ["metric", "in", "of", "item"]
  static let keys = Subject.allCases.flatMap(\.keys)

  /// What a waiver can be about.
  private enum Subject: CaseIterable {
    case findings
    case tests
    case checks

    /// The keys of `match` that say so.
    var keys: [String] {
      switch self {
      case .findings: findingKeys
      case .tests: testKeys
      case .checks: checkKeys
      }
    }
  }

  /// `nil` for a waiver of which nobody can say what it speaks of.
  func read(_ waiver: PolicyObject) -> WaiverScope? {
    let gate = readGate(waiver)
    guard waiver.seemsToHave("match") else {
      // Everything that a gate asks, or nothing that could be named.
      if !waiver.has("gate") { _ = waiver.required("match") }
      return gate.map {
        WaiverScope(
          gate: $0.id,
          match: .checks(CheckMatch(metric: nil, component: nil, code: .all, item: nil)))
      }
    }
    guard let match = waiver.object("match", keys: Self.keys) else { return nil }
    let subjects = Subject.allCases.compactMap { subject in
      subject.keys.first(where: match.seemsToHave).map { (subject: subject, key: $0) }
    }
    guard let first = subjects.first else {
      match.report(
        .contradiction(
          "'match' says nothing, expected one of " + Self.keys.joined(separator: ", ")),
        at: match.position)
      return nil
    }
    if let other = subjects.dropFirst().first {
      match.report(
        .contradiction(
          "'\(first.key)' is about \(first.subject) and '\(other.key)' about \(other.subject), "
            + "keep one"), at: match.place(of: other.key))
      return nil
    }
    switch first.subject {
    case .findings:
      if let gate { refuse(gate, withoutMetricsOf: .findings, waiver) }
      return WaiverScope(gate: gate?.id, match: .findings(readFindings(match)))
    case .tests:
      if let gate { refuse(gate, withoutMetricsOf: .tests, waiver) }
      return WaiverScope(gate: gate?.id, match: .tests(readTests(match)))
    case .checks:
      guard waiver.required("gate") != nil, let gate else { return nil }
      return readChecks(match, gate).map { WaiverScope(gate: gate.id, match: .checks($0)) }
    }
  }

  private func readGate(_ waiver: PolicyObject) -> Gate? {
    let id = waiver.name("gate", of: "gate", among: policy.gates.map(\.id))
    return policy.gates.first { $0.id == id }
  }

  private func refuse(_ gate: Gate, withoutMetricsOf kind: EvidenceKind, _ waiver: PolicyObject) {
    guard !gate.rules.contains(where: { $0.metric.kind == kind }) else { return }
    waiver.report(
      .contradiction("gate '\(gate.id)' counts no \(kind.rawValue)"),
      at: waiver.placeOfValue(of: "gate"))
  }

  private func readFindings(_ match: PolicyObject) -> FindingMatch {
    FindingMatch(
      rule: match.optionalText("rule"), paths: match.globs("path"),
      package: match.optionalText("package"), fingerprint: match.optionalText("fingerprint"))
  }

  private func readTests(_ match: PolicyObject) -> TestMatch {
    let messages = match.strings("message")
    if !match.seemsToHave("test"), !match.seemsToHave("class") {
      match.report(
        .contradiction("'message' says how a test fails, say which one with 'test' or 'class'"),
        at: match.place(of: "message"))
    }
    if let empty = messages.first(where: \.text.isEmpty) {
      match.report(
        .wrongType(key: "message", expected: "a text that is not empty"), at: empty.place)
    }
    return TestMatch(
      names: match.globs("test"), classes: match.globs("class"), messages: messages.map(\.text))
  }

  private func readChecks(_ match: PolicyObject, _ gate: Gate) -> CheckMatch? {
    let metrics = Set(gate.rules.map(\.metric.id)).sorted()
    let component = match.optionalText("in")
    let code = readCode(match)
    let item = match.optionalText("item")
    guard match.requiredText("metric") != nil,
      let metric = match.name("metric", of: "metric of gate '\(gate.id)':", among: metrics),
      let code
    else { return nil }
    let rules = gate.rules.filter { rule in
      rule.metric.id == metric && rule.component == component && rule.code == code
    }
    guard !rules.isEmpty else {
      match.report(
        .contradiction(
          "gate '\(gate.id)' has no rule on \(metric) with this 'in' and 'of', say them as the "
            + "rule does"), at: match.position)
      return nil
    }
    if match.has("item"), rules.allSatisfy({ $0.each == nil }) {
      match.report(
        .contradiction("the rule on \(metric) of gate '\(gate.id)' has no 'each', so no 'item'"),
        at: match.place(of: "item"))
    }
    return CheckMatch(metric: metric, component: component, code: code, item: item)
  }

  /// `nil` for a word that names no code.
  private func readCode(_ match: PolicyObject) -> CheckSubject.Code? {
    guard match.has("of") else { return .all }
    return match.name("of", of: "code", among: CheckSubject.Code.allCases.map(\.rawValue))
      .flatMap(CheckSubject.Code.init)
  }
}
