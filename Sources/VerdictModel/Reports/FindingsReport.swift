/// What scanners and linters found.
package struct FindingsReport: Hashable, Sendable {
  /// In the report's order.
  package var findings: [Finding]
  /// One entry for each run of a tool, whether it found anything or not.
  package var runs: [ScanRun]

  package init(findings: [Finding], runs: [ScanRun]) {
    self.findings = findings
    self.runs = runs
  }

  /// No finding and no run: nobody looked, unlike a run that found nothing.
  package static let empty = FindingsReport(findings: [], runs: [])

  /// How many findings have each level, suppressed ones included, also if none has.
  package var countsByLevel: [FindingLevel: Int] {
    var counts = FindingLevel.allCases.map { _ in 0 }
    for index in findings.indices { counts[findings[index].level.rawValue] += 1 }
    return Dictionary(uniqueKeysWithValues: zip(FindingLevel.allCases, counts))
  }

  /// How many findings are suppressed.
  package var suppressedCount: Int {
    findings.indices.count { findings[$0].suppression != nil }
  }

  /// Takes out what another tool's comparison calls absent: it is in the report, and not in the
  /// code.
  mutating func removeAbsent() {
    // Looked for first, as findings are wide and hardly any report has such.
    guard findings.indices.contains(where: { findings[$0].reportedState == "absent" }) else {
      return
    }
    findings.removeAll { $0.reportedState == "absent" }
  }

  /// The findings and runs of both, one after the other; nothing is dropped.
  package func merged(with other: Self) -> Self {
    Self(findings: findings + other.findings, runs: runs + other.runs)
  }
}

/// One run of one tool.
///
/// A class, as all findings of a run share it.
package final class ScanRun: Hashable, Sendable {
  /// `tool.driver.name`.
  package let tool: String
  /// `automationDetails.id` without its last part; empty if absent.
  package let category: String

  package init(tool: String, category: String) {
    self.tool = tool
    self.category = category
  }

  package static func == (left: ScanRun, right: ScanRun) -> Bool {
    left === right || (left.tool, left.category) == (right.tool, right.category)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(tool)
    hasher.combine(category)
  }
}

/// One result of a scan.
package struct Finding: Hashable, Sendable {
  /// The run that reported it; tells equal results of two tools apart.
  package var run: ScanRun
  /// The rule's id as the result has it, hierarchical part included; empty if it has none.
  package var rule: String
  /// The message with its arguments filled in.
  package var message: String
  /// As the tool rates it, by default or for this result; `none` if it is no failure.
  package var level: FindingLevel
  /// Comparable across tools; from `level` where the report has no score.
  package var severity: FindingSeverity
  /// `nil` if the result has no physical location.
  package var location: FindingLocation?
  /// The beginning of the flagged text, if the report has it; empty otherwise. It may be the very
  /// secret that was found.
  package var snippet: String
  /// What stands at `location` in the source.
  package var context: SourceContext
  /// The fully qualified name of the first logical location; empty if there is none.
  package var logicalLocation: String
  /// `fingerprints` and `partialFingerprints` by name, as told, not yet trusted.
  package var fingerprints: Fingerprints
  /// `nil` unless the result is suppressed.
  package var suppression: Suppression?
  /// A suppression that does not count, because it is under review or was rejected.
  package var openSuppression: Suppression?
  /// SARIF's `baselineState`, which is another tool's comparison, not ours.
  package var reportedState: String?

  package init(
    run: ScanRun, rule: String, message: String, level: FindingLevel, severity: FindingSeverity,
    location: FindingLocation?, snippet: String = "", context: SourceContext = .unknown,
    logicalLocation: String = "", fingerprints: Fingerprints = [:], suppression: Suppression? = nil,
    openSuppression: Suppression? = nil, reportedState: String? = nil
  ) {
    self.run = run
    self.rule = rule
    self.message = message
    self.level = level
    self.severity = severity
    self.location = location
    self.snippet = snippet
    self.context = context
    self.logicalLocation = logicalLocation
    self.fingerprints = fingerprints
    self.suppression = suppression
    self.openSuppression = openSuppression
    self.reportedState = reportedState
  }
}

/// SARIF 2.1.0 §3.27.10, ordered from least to most serious.
package enum FindingLevel: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none
  case note
  case warning
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The word used in SARIF, policies and outputs.
  package var name: String { String(describing: self) }
}

/// How bad a finding is: from `security-severity` where the report has it (critical ≥ 9.0,
/// high ≥ 7.0, medium ≥ 4.0, low above 0, or one of these words), else from the level (error is
/// high, warning medium, note low). A score that cannot be read is high at least.
package enum FindingSeverity: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none
  case low
  case medium
  case high
  case critical

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The word used in policies and outputs.
  package var name: String { String(describing: self) }
}

/// Where a finding is.
package struct FindingLocation: Hashable, Sendable {
  /// Relative to the repository's root once resolved; as the report has it before.
  package var path: String
  private var lineNumber: PlaceNumber
  private var columnNumber: PlaceNumber
  private var endLineNumber: PlaceNumber
  private var endColumnNumber: PlaceNumber

  package init(
    path: String, line: Int?, column: Int? = nil, endLine: Int? = nil, endColumn: Int? = nil
  ) {
    self.path = path
    lineNumber = PlaceNumber(line)
    columnNumber = PlaceNumber(column)
    endLineNumber = PlaceNumber(endLine)
    endColumnNumber = PlaceNumber(endColumn)
  }

  /// 1-based; `nil` where the finding is about the whole file.
  package var line: Int? { lineNumber.value }
  /// 1-based, in the tool's own unit.
  package var column: Int? { columnNumber.value }
  /// 1-based, inclusive, not before `line`; `nil` if the report names no end.
  package var endLine: Int? { endLineNumber.value }
  /// 1-based, of the first character behind the place; `nil` if the report names no end.
  package var endColumn: Int? { endColumnNumber.value }
}

/// A line or column above 0, or none, in four bytes: every finding has four of them. What is
/// beyond four billion is no place in a source file, and stands at the limit.
private struct PlaceNumber: Hashable, Sendable {
  private let bits: UInt32

  init(_ value: Int?) { bits = UInt32(clamping: value ?? 0) }

  var value: Int? { bits == 0 ? nil : Int(bits) }
}

/// That a finding was accepted, or is to be, in the source or elsewhere (SARIF 2.1.0 §3.35).
///
/// A class, as few findings have one and it takes room in all of them.
package final class Suppression: Hashable, Sendable {
  /// `inSource` or `external`, as told.
  package let kind: String
  /// `accepted`, `underReview` or `rejected`, as told; empty if the report does not say, which means
  /// accepted.
  package let status: String
  /// Why; empty if nobody said.
  package let justification: String

  package init(kind: String, status: String = "", justification: String) {
    self.kind = kind
    self.status = status
    self.justification = justification
  }

  package static func == (left: Suppression, right: Suppression) -> Bool {
    (left.kind, left.status, left.justification) == (right.kind, right.status, right.justification)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(status)
    hasher.combine(justification)
  }
}
