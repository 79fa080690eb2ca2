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
    "$schema", "version", "extends", "components", "reports", "gates", "stages", "defaults",
    "baseline", "trust", "waivers",
  ]
  static let reportKeys = [
    "files", "base", "format", "strip", "optional", "redact", "shards", "jobs", "maxAge", "variant",
  ]
  static let baselineKeys = ["store"]
  static let gateKeys = ["title", "rules", "else", "reviewers", "stages"]

  /// Reads a policy.
  ///
  /// - Parameter bytes: JSON, with comments and trailing commas allowed.
  /// - Throws: Everything that is wrong with it; only a text that is no JSON ends at the first.
  package func read(_ bytes: [UInt8]) throws(PolicyErrors) -> Policy {
    try read(PolicyAssembly(bytes))
  }

  /// Reads a policy with everything that it extends, as one.
  ///
  /// - Throws: Everything that is wrong with it, each with its file.
  package func read(_ assembly: PolicyAssembly) throws(PolicyErrors) -> Policy {
    if let missing = assembly.next { throw missing.unreadable("only presets are known here") }
    let problems = PolicyProblems()
    let json = assembly.merged(problems).result
    let policy = try read(json, problems)
    // Who refuses a policy says why; should that ever be forgotten, it is refused all the same.
    guard let policy else {
      throw PolicyErrors([
        PolicyError(.contradiction("the policy cannot be read"), at: json.place)
      ])
    }
    return policy
  }

  /// Reads what a policy extends as if the policy asked nothing of its own.
  ///
  /// - Returns: `nil` if it extends nothing, or nothing that asks.
  package func base(of assembly: PolicyAssembly) -> Policy? {
    let problems = PolicyProblems()
    guard assembly.next == nil, let json = assembly.untouchedBase(problems) else { return nil }
    return try? read(json, problems)
  }

  private func read(
    _ json: PositionedJSON, _ problems: PolicyProblems
  ) throws(PolicyErrors) -> Policy? {
    let policy = PolicyObject(
      json, key: "policy", what: "the policy", keys: Self.policyKeys, problems: problems
    ).flatMap(read)
    try problems.check()
    return policy
  }

  private func read(_ object: PolicyObject) -> Policy? {
    // Another version may have other keys: what this one thinks of them is of no use.
    guard checkVersion(object) else { return nil }
    let stages = readStages(object)
    let components = readComponents(object)
    let reports = readReports(object)
    let defaults = readDefaults(object)
    let reader = RuleReader(
      components: components?.map(\.name), reports: reports, stages: stages, defaults: defaults)
    let gates = readGates(object, reader)
    if object.problems.isEmpty { refuseUnusedReports(reports ?? [], gates, object) }
    return Policy(
      components: components ?? [], reports: reports ?? [], gates: gates, stages: stages ?? [],
      defaults: defaults, baselineStore: readBaseline(object),
      trust: object.object("trust", keys: TrustRules.keys).map(TrustRules.init) ?? .standard,
      waivers: object.object("waivers", keys: WaiverSettings.keys).map(WaiverSettings.init))
  }

  private func checkVersion(_ policy: PolicyObject) -> Bool {
    guard let version = policy.required("version") else { return true }
    guard case .number(let digits) = version.value else {
      policy.report(.wrongType(key: "version", expected: "the number 1"), at: version.place)
      return true
    }
    if digits != "1" { policy.report(.unsupportedVersion(digits), at: version.place) }
    return digits == "1"
  }

  /// `nil` for stages that cannot be read.
  private func readStages(_ policy: PolicyObject) -> [String]? {
    guard policy.seemsToHave("stages") else { return [Policy.defaultStage] }
    var names: [String] = []
    for stage in policy.strings("stages") {
      if names.contains(stage.text) {
        policy.report(.duplicateName(kind: "stage", stage.text), at: stage.place)
      } else {
        names.append(stage.text)
      }
    }
    return names.isEmpty ? nil : names
  }

  /// `nil` for components that cannot be read.
  private func readComponents(_ policy: PolicyObject) -> [Component]? {
    guard policy.has("components") || !policy.seemsToHave("components") else { return nil }
    return policy.declarations("components")?.map { member in
      Component(
        name: member.key, paths: policy.globs(policy.strings(member.value, key: member.key)))
    }
  }

  /// `nil` for reports that cannot be read.
  private func readReports(_ policy: PolicyObject) -> [ReportDeclaration]? {
    guard policy.required("reports") != nil, let members = policy.declarations("reports") else {
      return nil
    }
    if members.isEmpty { policy.report(.emptyList("reports"), at: policy.place(of: "reports")) }
    return members.isEmpty ? nil : members.map { readReport($0, policy.problems) }
  }

  private func readReport(
    _ member: PositionedJSON.Member, _ problems: PolicyProblems
  ) -> ReportDeclaration {
    var declaration = ReportDeclaration(
      id: member.key, files: [], base: [], format: nil, kind: nil, strip: "", variant: nil,
      isOptional: false, isRedacted: false, shards: nil, jobs: [], maxAge: nil,
      position: member.place)
    guard
      let report = PolicyObject(
        member.value, key: member.key, what: "report '\(member.key)'", keys: Self.reportKeys,
        problems: problems)
    else { return declaration }
    _ = report.required("files")
    declaration.files = report.globs("files")
    declaration.format = report.name("format", of: "format", among: formats.keys.sorted())
    declaration.kind = declaration.format.flatMap { formats[$0] }
    declaration.strip = report.string("strip") ?? ""
    declaration.variant = report.optionalText("variant")
    if let kind = declaration.kind, kind != .tests, declaration.variant != nil {
      report.report(
        .contradiction("'variant' is for tests, report '\(member.key)' holds \(kind.rawValue)"),
        at: report.place(of: "variant"))
    }
    if report.has("base") { declaration.base = report.globs("base") }
    if let kind = declaration.kind, kind != .benchmarks, report.has("base") {
      report.report(
        .contradiction(
          "'base' is for benchmarks, report '\(member.key)' holds \(kind.rawValue)"),
        at: report.place(of: "base"))
    }
    declaration.isOptional = report.boolean("optional") ?? false
    declaration.isRedacted = report.boolean("redact") ?? false
    declaration.shards = report.count("shards")
    declaration.jobs = report.strings("jobs").map(\.text)
    declaration.maxAge = report.age("maxAge")
    return declaration
  }

  /// Declared means expected: a report that no rule looks at could be lost without a word.
  private func refuseUnusedReports(
    _ reports: [ReportDeclaration], _ gates: [Gate], _ policy: PolicyObject
  ) {
    for report in reports where !report.isOptional {
      if gates.contains(where: { $0.looks(at: report) }) { continue }
      let words =
        gates.contains { $0.asksForAge(of: report) }
        ? "rules ask only how old report '\(report.id)' is, add one about what it holds"
        : "no rule looks at report '\(report.id)', add one"
      policy.report(
        .contradiction("\(words) or make it \"optional\": true"), at: report.position)
    }
  }

  private func readDefaults(_ policy: PolicyObject) -> AbsenceActions {
    let object = policy.object("defaults", keys: AbsenceActions.keys)
    return object.map(AbsenceActions.standard.overridden) ?? .standard
  }

  private func readBaseline(_ policy: PolicyObject) -> String {
    policy.object("baseline", keys: Self.baselineKeys)?.string("store")
      ?? Policy.defaultBaselineStore
  }

  private func readGates(_ policy: PolicyObject, _ reader: RuleReader) -> [Gate] {
    guard policy.required("gates") != nil, let members = policy.declarations("gates") else {
      return []
    }
    if members.isEmpty { policy.report(.emptyList("gates"), at: policy.place(of: "gates")) }
    return members.compactMap { member in
      if member.key == PolicyTrust.id {
        policy.report(
          .contradiction("a gate cannot be called 'trust', that is the review of policy changes"),
          at: member.place)
      }
      return PolicyObject(
        member.value, key: member.key, what: "gate '\(member.key)'", keys: Self.gateKeys,
        problems: policy.problems
      ).map { readGate($0, id: member.key, reader) }
    }
  }

  private func readGate(_ gate: PolicyObject, id: String, _ reader: RuleReader) -> Gate {
    let defaults = reader.gateDefaults(gate)
    var elements: [PositionedJSON] = []
    if let rules = gate.required("rules") {
      if case .array(let list) = rules.value {
        elements = list
        if list.isEmpty { gate.report(.emptyList("rules"), at: rules.place) }
      } else {
        gate.report(.wrongType(key: "rules", expected: "a list of rules"), at: rules.place)
      }
    }
    return Gate(
      id: id, title: gate.string("title") ?? id,
      rules: elements.compactMap { element in
        PolicyObject(
          element, key: "rule", what: "a rule", keys: RuleReader.keys, problems: gate.problems
        ).flatMap { reader.read($0, in: defaults) }
      },
      reviewers: gate.strings("reviewers").map(\.text))
  }
}
