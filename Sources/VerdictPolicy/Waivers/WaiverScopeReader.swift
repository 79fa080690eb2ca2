import VerdictModel

/// Reads `gate` and `match` of a waiver.
struct WaiverScopeReader {
  let policy: Policy

  static let findingKeys = ["rule", "path", "package", "fingerprint"]
  static let checkKeys = ["metric", "in", "of", "item"]

  func read(_ waiver: PolicyObject) throws(PolicyError) -> WaiverScope {
    let gate = try readGate(waiver)
    guard let json = waiver.member("match") else {
      // Everything that a gate asks, or nothing that could be named.
      guard gate != nil else {
        throw PolicyError(.missingKey("match", in: waiver.what), at: waiver.position)
      }
      return WaiverScope(
        gate: gate?.id,
        match: .checks(CheckMatch(metric: nil, component: nil, code: .all, item: nil)))
    }
    let match = try PolicyObject(
      json, key: "match", what: "match", keys: Self.findingKeys + Self.checkKeys)
    let aboutFindings = Self.findingKeys.first(where: match.has)
    let aboutChecks = Self.checkKeys.first(where: match.has)
    switch (aboutFindings, aboutChecks) {
    case (nil, nil):
      throw PolicyError(
        .contradiction(
          "'match' says nothing, expected one of "
            + (Self.findingKeys + Self.checkKeys).joined(separator: ", ")), at: match.position)
    case (let finding?, let check?):
      throw PolicyError(
        .contradiction("'\(finding)' is about findings and '\(check)' about checks, keep one"),
        at: match.place(of: check))
    case (_?, nil):
      try refuseGateWithoutFindings(gate, waiver)
      return WaiverScope(gate: gate?.id, match: .findings(try readFindings(match)))
    case (nil, _?):
      guard let gate else {
        throw PolicyError(.missingKey("gate", in: waiver.what), at: waiver.position)
      }
      return WaiverScope(gate: gate.id, match: .checks(try readChecks(match, gate)))
    }
  }

  private func readGate(_ waiver: PolicyObject) throws(PolicyError) -> Gate? {
    guard let id = try waiver.string("gate") else { return nil }
    guard let gate = policy.gates.first(where: { $0.id == id }) else {
      throw PolicyError(
        unknown("gate", id, among: policy.gates.map(\.id)), at: waiver.placeOfValue(of: "gate"))
    }
    return gate
  }

  private func refuseGateWithoutFindings(
    _ gate: Gate?, _ waiver: PolicyObject
  ) throws(PolicyError) {
    guard let gate, !gate.rules.contains(where: { $0.metric.kind == .findings }) else { return }
    throw PolicyError(
      .contradiction("gate '\(gate.id)' counts no findings"), at: waiver.placeOfValue(of: "gate"))
  }

  private func readFindings(_ match: PolicyObject) throws(PolicyError) -> FindingMatch {
    FindingMatch(
      rule: try match.optionalText("rule"), paths: try match.globs("path"),
      package: try match.optionalText("package"),
      fingerprint: try match.optionalText("fingerprint"))
  }

  private func readChecks(_ match: PolicyObject, _ gate: Gate) throws(PolicyError) -> CheckMatch {
    let metric = try match.requiredText("metric")
    let metrics = gate.rules.map(\.metric.id)
    guard metrics.contains(metric) else {
      throw PolicyError(
        unknown("metric of gate '\(gate.id)':", metric, among: Set(metrics).sorted()),
        at: match.placeOfValue(of: "metric"))
    }
    let component = try match.optionalText("in")
    let code = try readCode(match)
    let rules = gate.rules.filter { rule in
      rule.metric.id == metric && rule.component == component && rule.code == code
    }
    guard !rules.isEmpty else {
      throw PolicyError(
        .contradiction(
          "gate '\(gate.id)' has no rule on \(metric) with this 'in' and 'of', say them as the "
            + "rule does"), at: match.position)
    }
    if match.has("item"), rules.allSatisfy({ $0.each == nil }) {
      throw PolicyError(
        .contradiction("the rule on \(metric) of gate '\(gate.id)' has no 'each', so no 'item'"),
        at: match.place(of: "item"))
    }
    return CheckMatch(
      metric: metric, component: component, code: code, item: try match.optionalText("item"))
  }

  private func readCode(_ match: PolicyObject) throws(PolicyError) -> CheckSubject.Code {
    guard let name = try match.string("of") else { return .all }
    guard let code = CheckSubject.Code(rawValue: name) else {
      throw PolicyError(
        unknown("code", name, among: CheckSubject.Code.allCases.map(\.rawValue)),
        at: match.placeOfValue(of: "of"))
    }
    return code
  }
}
