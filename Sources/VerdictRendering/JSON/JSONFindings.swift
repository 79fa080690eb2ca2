import VerdictModel

/// What became of findings since the baseline: a list for each state but one.
struct JSONFindings: Encodable {
  let new: [Entry]
  let escalated: [Entry]
  let unsuppressed: [Entry]
  let newlySuppressed: [Entry]
  let moved: [Entry]
  let fixed: [Entry]
  let unknown: [Entry]
  /// How many findings are at the same place and rated no higher, by what they agree in.
  let unchanged: [String: Int]

  init(_ findings: FindingsComparison) {
    func entries(_ state: FindingState) -> [Entry] { findings.changes(state).map(Entry.init) }
    new = entries(.new)
    escalated = entries(.escalated)
    unsuppressed = entries(.unsuppressed)
    newlySuppressed = entries(.newlySuppressed)
    moved = entries(.moved)
    fixed = entries(.fixed)
    unknown = entries(.unknown)
    unchanged = Dictionary(
      uniqueKeysWithValues: findings.unchanged.map { ($0.key.rawValue, $0.value) })
  }
}

extension JSONFindings {
  /// One finding: as this run has it, or as the baseline has it if it is not there any more.
  struct Entry: Encodable {
    let tool: String
    /// May be empty.
    let rule: String
    let message: String
    /// `none`, `note`, `warning` or `error`.
    let level: String
    /// `none`, `low`, `medium`, `high` or `critical`.
    let severity: String
    /// Absent without a physical location.
    let path: String?
    /// 1-based; absent where the finding is about the whole file.
    let line: Int?
    /// 1-based, in the tool's own unit; absent where the report has none.
    let column: Int?
    /// What tells the state: what the pair agrees in, `unmatched`, `not-run` or `incomplete`.
    let reason: String
    /// How the baseline has it; absent if only one side has it.
    let before: Before?

    init(_ change: FindingChange) {
      let finding = change.finding
      tool = finding.run.tool
      rule = finding.rule
      message = finding.message
      level = finding.level.name
      severity = finding.severity.name
      path = finding.location?.path
      line = finding.location?.line
      column = finding.location?.column
      reason = change.reason.rawValue
      before = change.before.map(Before.init)
    }
  }

  /// Where a finding was, and how it was rated.
  struct Before: Encodable {
    let level: String
    let severity: String
    let path: String?
    let line: Int?
    let column: Int?

    init(_ before: FindingChange.Before) {
      level = before.level.name
      severity = before.severity.name
      path = before.location?.path
      line = before.location?.line
      column = before.location?.column
    }
  }
}
