import JSONDocument
import VerdictModel

extension FragmentReader {
  static let findingKeys = [
    "rule", "level", "severity", "path", "line", "tool", "message", "count",
  ]

  /// `[{ "severity": "high", "path": "src/a.py" }]`; an empty list is a scan that found nothing.
  ///
  /// - Parameter tool: The one that scanned, where a finding names none.
  func findings(
    _ json: PositionedJSON, _ fragment: PolicyObject, tool: String
  ) -> EvidenceContent? {
    guard case .array(let elements) = json.value else {
      fragment.report(
        .wrongType(
          key: "findings", expected: "a list such as [{ \"severity\": \"high\", \"count\": 2 }]"),
        at: json.place)
      return nil
    }
    let findings = elements.flatMap { element -> [Finding] in
      PolicyObject(
        element, key: "finding", what: "a finding", keys: Self.findingKeys,
        problems: fragment.problems
      ).map { self.findings($0, tool: tool) } ?? []
    }
    let runs = Set(findings.map(\.run)).sorted { $0.tool < $1.tool }
    return EvidenceContent(
      findings: FindingsReport(
        findings: findings, runs: runs.isEmpty ? [ScanRun(tool: tool, category: "")] : runs))
  }

  /// As many findings as an object stands for, on lines one after the other.
  private func findings(_ object: PolicyObject, tool: String) -> [Finding] {
    let level = rank("level", FindingLevel.allCases, \.name, object)
    let severity = rank("severity", FindingSeverity.allCases, \.name, object)
    let count = object.count("count") ?? 1
    let line = object.count("line") ?? 1
    guard count <= Self.mostItems, line <= Self.mostItems else {
      object.report(
        .outOfRange(
          key: count > Self.mostItems ? "count" : "line", value: String(max(count, line)),
          expected: "a whole number from 1 to \(Self.mostItems)"), at: object.position)
      return []
    }
    let path = object.optionalText("path")
    let finding = Finding(
      run: ScanRun(tool: object.optionalText("tool") ?? tool, category: ""),
      rule: object.optionalText("rule") ?? "rule",
      message: object.optionalText("message") ?? "a finding of the test",
      level: level ?? .warning, severity: severity ?? (level ?? .warning).severity, location: nil)
    return (0..<count).map { offset in
      var finding = finding
      finding.location = FindingLocation(path: path ?? "src/any", line: line + offset)
      return finding
    }
  }

  private func rank<Rank: Equatable>(
    _ key: String, _ ranks: [Rank], _ name: (Rank) -> String, _ object: PolicyObject
  ) -> Rank? {
    // What has none is no finding.
    let known = ranks.dropFirst()
    return object.name(key, of: key, among: known.map(name)).flatMap { text in
      known.first { name($0) == text }
    }
  }
}

extension FindingLevel {
  /// The severity of a finding whose report does not say one.
  fileprivate var severity: FindingSeverity {
    switch self {
    case .none: .none
    case .note: .low
    case .warning: .medium
    case .error: .high
    }
  }
}
