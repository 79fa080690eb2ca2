import VerdictModel

/// One gate in words.
struct GateSection: Hashable, Sendable {
  var id: String
  var title: String
  var action: Action
  var reviewers: [String]
  /// `pass`, `warn`, `block`, `review needed from team:qa`.
  var result: String
  /// Every check, in the order of reading: what blocks, needs review, warns; what is wrong before
  /// what is undecided; then what holds, then what does not apply.
  var checks: [CheckEntry]

  init(_ gate: GateResult, of verdict: Verdict) {
    id = gate.id
    title = gate.title
    action = gate.action
    reviewers = gate.reviewers
    checks = gate.checks.map { CheckEntry($0, in: gate, of: verdict) }
      .sorted { $0.rank < $1.rank }
    result = Self.result(gate)
  }

  /// The same with what noise leaves undecided in one line a rule.
  private var rows: [CheckEntry] { CheckEntry.foldingNoise(checks) }

  /// The checks with a line of their own where space counts.
  var listed: [CheckEntry] { rows.filter(\.isListed) }

  /// The others as a count, `8 checks hold, 2 do not apply`; `nil` if there are none.
  var unlisted: String? { Self.count(checks.filter { !$0.isListed }) }

  /// The checks with a line of their own where they are folded: more than `listed`.
  var folded: [CheckEntry] { rows.filter(\.isFolded) }

  /// The others as a count; `nil` if there are none.
  var unfolded: String? { Self.count(checks.filter { !$0.isFolded }) }

  private static func count(_ entries: [CheckEntry]) -> String? {
    entries.isEmpty ? nil : CheckCounts(entries.map(\.check)).words
  }

  /// What decides the gate, in one line: its first check if that does not hold, else the count.
  var decisive: String {
    let failing = checks.filter { $0.rank < (0, 0) }
    guard let first = failing.first else { return CheckCounts(checks.map(\.check)).words }
    return first.statement + (failing.count == 1 ? "" : " and \(failing.count - 1) more")
  }

  private static func result(_ gate: GateResult) -> String {
    switch gate.action {
    case .block: return "block"
    case .review where gate.reviewers.isEmpty: return "review needed"
    case .review: return "review needed from " + gate.reviewers.joined(separator: ", ")
    case .warn: return "warn"
    case .info:
      let applies = gate.checks.contains {
        if case .notApplicable = $0.status { false } else { true }
      }
      return applies ? "pass" : "nothing to check"
    }
  }
}
