import VerdictModel

/// What scanners found, and that they looked.
struct StoredFindings: Codable {
  var runs: [StoredRun]
  var results: [StoredFinding]

  /// - Parameter withText: Whether the flagged text is kept, and what only a run needs to know.
  init(_ report: FindingsReport, withText: Bool = false) {
    runs = report.runs.map(StoredRun.init)
    results = report.findings.map { StoredFinding($0, withText: withText) }
  }

  func model() throws(CorruptValue) -> FindingsReport {
    FindingsReport(
      findings: try each("results", results) { finding throws(CorruptValue) in
        try finding.model()
      },
      runs: runs.map(\.model))
  }
}

struct StoredRun: Codable {
  var tool: String
  var category: String?

  init(_ run: ScanRun) {
    tool = run.tool
    category = run.category.isEmpty ? nil : run.category
  }

  var model: ScanRun { ScanRun(tool: tool, category: category ?? "") }
}

/// One finding. A baseline does not keep the flagged text: it may be the secret that was found.
struct StoredFinding: Codable {
  var run: StoredRun
  var rule: String?
  var message: String
  var level: String
  var severity: String
  var path: String?
  var line: Int?
  var column: Int?
  var endLine: Int?
  var endColumn: Int?
  var logicalLocation: String?
  var fingerprints: [String: String]?
  var suppression: StoredSuppression?
  /// What stood there in the source, see `SourceContextText`.
  var source: String?
  /// Of the evidence of a run only.
  var snippet: String?
  var openSuppression: StoredSuppression?
  var state: String?

  init(_ finding: Finding, withText: Bool) {
    run = StoredRun(finding.run)
    rule = finding.rule.isEmpty ? nil : finding.rule
    message = finding.message
    level = finding.level.name
    severity = finding.severity.name
    path = finding.location?.path
    line = finding.location?.line
    column = finding.location?.column
    endLine = finding.location?.endLine
    endColumn = finding.location?.endColumn
    logicalLocation = finding.logicalLocation.isEmpty ? nil : finding.logicalLocation
    fingerprints = finding.fingerprints.isEmpty ? nil : finding.fingerprints.values
    suppression = finding.suppression.map(StoredSuppression.init)
    let context = withText ? finding.context : finding.knownContext
    source = context == .unknown ? nil : SourceContextText.text(of: context)
    guard withText else { return }
    snippet = finding.snippet.isEmpty ? nil : finding.snippet
    openSuppression = finding.openSuppression.map(StoredSuppression.init)
    state = finding.reportedState
  }

  func model() throws(CorruptValue) -> Finding {
    guard let level = FindingLevel.allCases.first(where: { $0.name == level }) else {
      throw CorruptValue("'\(self.level)' is no level", at: [.key("level")])
    }
    guard let severity = FindingSeverity.allCases.first(where: { $0.name == severity }) else {
      throw CorruptValue("'\(self.severity)' is no severity", at: [.key("severity")])
    }
    for (key, number) in [
      ("line", line), ("column", column), ("endLine", endLine), ("endColumn", endColumn),
    ] {
      if let number, number < 1 {
        throw CorruptValue("found \(number), expected 1 or more", at: [.key(key)])
      }
    }
    let context = try source.map { text throws(CorruptValue) in
      try SourceContextText.context(text)
    }
    return Finding(
      run: run.model, rule: rule ?? "", message: message, level: level, severity: severity,
      location: path.map {
        FindingLocation(
          path: $0, line: line, column: column, endLine: endLine, endColumn: endColumn)
      },
      snippet: snippet ?? "", context: context ?? .unknown,
      logicalLocation: logicalLocation ?? "",
      fingerprints: Fingerprints(fingerprints ?? [:]),
      suppression: suppression?.model, openSuppression: openSuppression?.model,
      reportedState: state)
  }
}

struct StoredSuppression: Codable {
  var kind: String
  var status: String?
  var justification: String

  init(_ suppression: Suppression) {
    kind = suppression.kind
    status = suppression.status.isEmpty ? nil : suppression.status
    justification = suppression.justification
  }

  var model: Suppression {
    Suppression(kind: kind, status: status ?? "", justification: justification)
  }
}
