extension Report {
  /// The same without any text that may hold what a scanner found, such as a secret: rule, level,
  /// path and line stay.
  ///
  /// What readers say of a report may quote it, so that only its place stays.
  package var redacted: Report {
    var report = withholdingText
    report.notices =
      notices.isEmpty ? [] : [Notice("\(notices.count) notices, \(Self.silence)")]
    return report
  }

  /// The same with a notice without words for each, so that those that are still to come can be
  /// counted with them.
  package var withholdingText: Report {
    var report = self
    report.content = content.redacted
    report.incomplete = incomplete.isEmpty ? [] : ["it says so itself, \(Self.silence)"]
    report.notices = notices.map { _ in Notice("a notice \(Self.silence)") }
    report.damage = damage?.redacted
    return report
  }

  fileprivate static let silence = "in words that are redacted"
}

extension ReportError {
  /// The same place, without words that may quote the report.
  package var redacted: ReportError {
    ReportError(.unreadable("cannot be read, \(Report.silence)"), at: position, in: file)
  }
}

extension Finding {
  /// What stands for the message of a finding whose text is redacted.
  package static let redactedMessage = "(redacted)"

  /// Whether nothing but its place tells the finding from others of its rule.
  package var isRedacted: Bool { message == Self.redactedMessage }

  /// A new one, so that whatever a finding gets later has to be let through here. Fingerprints are
  /// not: some are the very text that was found.
  fileprivate var redacted: Finding {
    Finding(
      run: run, rule: rule, message: Self.redactedMessage, level: level, severity: severity,
      location: location, suppression: suppression?.redacted,
      openSuppression: openSuppression?.redacted, reportedState: reportedState)
  }
}

extension ReportContent {
  fileprivate var redacted: ReportContent {
    switch self {
    case .findings(let report): .findings(report.redacted)
    case .tests(let report): .tests(report.redacted)
    case .coverage, .benchmarks, .facts: self
    }
  }
}

extension EvidenceContent {
  /// The same without any text that may hold what a scanner found: also what an older baseline
  /// still has.
  package var redacted: EvidenceContent {
    var content = self
    content.findings = findings?.redacted
    content.tests = tests?.redacted
    return content
  }
}

extension FindingsReport {
  fileprivate var redacted: FindingsReport {
    FindingsReport(findings: findings.map(\.redacted), runs: runs)
  }
}

extension TestReport {
  fileprivate var redacted: TestReport {
    var report = self
    report.cases.mapDetails(\.redacted)
    report.pseudoCases.mapDetails(\.redacted)
    return report
  }
}

extension Suppression {
  fileprivate var redacted: Suppression {
    Suppression(kind: kind, status: status, justification: "")
  }
}

extension TestDetails {
  fileprivate var redacted: TestDetails {
    TestDetails(message: "", type: "", body: "", file: file, line: line)
  }
}
