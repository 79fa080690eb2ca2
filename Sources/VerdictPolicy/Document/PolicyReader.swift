import JSONDocument
package import VerdictModel

/// Reads `policy.json`. Everything that could go wrong later is refused here, with its place.
package struct PolicyReader {
  /// The registered report formats and what they hold.
  let formats: [String: EvidenceKind]

  package init(formats: [String: EvidenceKind]) {
    self.formats = formats
  }

  static let policyKeys = [
    "$schema", "version", "components", "reports", "gates", "stages", "defaults", "baseline",
    "trust", "waivers",
  ]
  static let reportKeys = ["files", "format", "strip", "optional", "redact", "shards", "maxAge"]
  static let gateKeys = ["title", "rules", "else", "reviewers", "stages"]

  /// Reads a policy.
  ///
  /// - Parameter bytes: JSON, with comments and trailing commas allowed.
  package func read(_ bytes: [UInt8]) throws(PolicyError) -> Policy {
    let json: PositionedJSON
    do {
      json = try PositionedJSON.parse(bytes)
    } catch {
      let place = SourcePosition(line: error.position.line, column: error.position.column)
      throw PolicyError(.syntax(error.problem.description), at: place)
    }
    let object = try PolicyObject(json, key: "policy", what: "the policy", keys: Self.policyKeys)
    try checkVersion(object)
    let stages = try readStages(object)
    let components = try readComponents(object)
    let reports = try readReports(object)
    let defaults = try readDefaults(object)
    let rules = RuleReader(
      components: components, reports: reports, stages: stages, defaults: defaults)
    let gates = try readGates(object, rules)
    try refuseUnusedReports(reports, gates)
    return Policy(
      components: components, reports: reports, gates: gates, stages: stages, defaults: defaults,
      baselineStore: try readBaseline(object), trust: try TrustRules(reading: object),
      waivers: try readWaivers(object))
  }

  private func checkVersion(_ policy: PolicyObject) throws(PolicyError) {
    let version = try policy.required("version")
    guard case .number(let digits) = version.value else {
      throw PolicyError(.wrongType(key: "version", expected: "the number 1"), at: version.place)
    }
    guard digits == "1" else { throw PolicyError(.unsupportedVersion(digits), at: version.place) }
  }

  private func readStages(_ policy: PolicyObject) throws(PolicyError) -> [String] {
    guard policy.has("stages") else { return [Policy.defaultStage] }
    let stages = try policy.strings("stages")
    for (index, stage) in stages.enumerated()
    where stages[..<index].contains(where: { $0.text == stage.text }) {
      throw PolicyError(.duplicateName(kind: "stage", stage.text), at: stage.place)
    }
    return stages.map(\.text)
  }

  private func readComponents(_ policy: PolicyObject) throws(PolicyError) -> [Component] {
    var components: [Component] = []
    for member in try policy.names("components") {
      let paths = try PolicyObject.globs(PolicyObject.strings(member.value, key: member.key))
      components.append(Component(name: member.key, paths: paths))
    }
    return components
  }

  private func readReports(_ policy: PolicyObject) throws(PolicyError) -> [ReportDeclaration] {
    _ = try policy.required("reports")
    var reports: [ReportDeclaration] = []
    for member in try policy.names("reports") {
      let report = try PolicyObject(
        member.value, key: member.key, what: "report '\(member.key)'", keys: Self.reportKeys)
      _ = try report.required("files")
      let format = try report.string("format")
      if let format, formats[format] == nil {
        throw PolicyError(
          unknown("format", format, among: formats.keys.sorted()),
          at: report.placeOfValue(of: "format"))
      }
      reports.append(
        ReportDeclaration(
          id: member.key, files: try report.globs("files"), format: format,
          kind: format.flatMap { formats[$0] }, strip: try report.string("strip") ?? "",
          isOptional: try report.boolean("optional") ?? false,
          isRedacted: try report.boolean("redact") ?? false,
          shards: try report.count("shards"), maxAge: try report.age("maxAge"),
          position: member.place))
    }
    guard !reports.isEmpty else {
      throw PolicyError(.emptyList("reports"), at: policy.place(of: "reports"))
    }
    return reports
  }

  /// Declared means expected: a report that no rule looks at could be lost without a word.
  private func refuseUnusedReports(
    _ reports: [ReportDeclaration], _ gates: [Gate]
  ) throws(PolicyError) {
    let rules = gates.flatMap(\.rules)
    for report in reports where !report.isOptional {
      let isUsed = rules.contains { rule in
        rule.from.contains(report.id)
          || (rule.from.isEmpty && (report.kind ?? rule.metric.kind) == rule.metric.kind)
      }
      if !isUsed {
        throw PolicyError(
          .contradiction(
            "no rule looks at report '\(report.id)', add one or make it \"optional\": true"),
          at: report.position)
      }
    }
  }

  private func readDefaults(_ policy: PolicyObject) throws(PolicyError) -> AbsenceActions {
    guard let json = policy.member("defaults") else { return .standard }
    let object = try PolicyObject(
      json, key: "defaults", what: "defaults", keys: AbsenceActions.keys)
    return try AbsenceActions.standard.overridden(by: object)
  }

  private func readBaseline(_ policy: PolicyObject) throws(PolicyError) -> String {
    guard let json = policy.member("baseline") else { return Policy.defaultBaselineStore }
    let object = try PolicyObject(json, key: "baseline", what: "baseline", keys: ["store"])
    return try object.string("store") ?? Policy.defaultBaselineStore
  }

  private func readWaivers(_ policy: PolicyObject) throws(PolicyError) -> WaiverSettings? {
    guard let json = policy.member("waivers") else { return nil }
    return try WaiverSettings(
      PolicyObject(json, key: "waivers", what: "waivers", keys: WaiverSettings.keys))
  }

  private func readGates(
    _ policy: PolicyObject, _ reader: RuleReader
  ) throws(PolicyError) -> [Gate] {
    _ = try policy.required("gates")
    var gates: [Gate] = []
    for member in try policy.names("gates") {
      let object = try PolicyObject(
        member.value, key: member.key, what: "gate '\(member.key)'", keys: Self.gateKeys)
      guard member.key != PolicyTrust.id else {
        throw PolicyError(
          .contradiction("a gate cannot be called 'trust', that is the review of policy changes"),
          at: member.place)
      }
      let rules = try object.required("rules")
      guard case .array(let elements) = rules.value else {
        throw PolicyError(.wrongType(key: "rules", expected: "a list of rules"), at: rules.place)
      }
      guard !elements.isEmpty else { throw PolicyError(.emptyList("rules"), at: rules.place) }
      let defaults = try reader.gateDefaults(object)
      var read: [Rule] = []
      for element in elements { read += [try reader.read(element, in: defaults)] }
      gates.append(
        Gate(
          id: member.key, title: try object.string("title") ?? member.key, rules: read,
          reviewers: try object.strings("reviewers").map(\.text)))
    }
    guard !gates.isEmpty else {
      throw PolicyError(.emptyList("gates"), at: policy.place(of: "gates"))
    }
    return gates
  }
}

/// The problem of a name that nothing has, with the nearest one that something has.
func unknown(_ kind: String, _ name: String, among known: [String]) -> PolicyProblem {
  .unknownName(kind: kind, name, suggestion: nearest(to: name, among: known), known: known)
}
