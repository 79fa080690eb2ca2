import VerdictModel

/// What is to be said about waivers and approvals beside what their checks say.
struct WaiverSection: Hashable, Sendable {
  /// A sentence for each waiver that is in force or has a problem, those that need attention first.
  var waivers: [String]
  /// A sentence for each approval.
  var approvals: [String]
  /// What to do about waivers that need attention.
  var nextSteps: [NextStep]
  /// The first waiver that makes the verdict warn; `nil` if none does.
  var warning: String?

  init(_ verdict: Verdict) {
    let told = verdict.waivers.filter { !$0.problems.isEmpty || $0.uses > 0 }
      .sorted { $0.action > $1.action }
    waivers = told.map(\.words)
    approvals = verdict.approvals.map(\.words)
    warning = told.first { $0.action == .warn }?.words
    nextSteps =
      verdict.outcome == .warn ? told.filter { $0.action == .warn }.map(NextStep.mend) : []
  }
}

extension NextStep {
  fileprivate static func mend(_ result: WaiverResult) -> Self {
    let place = result.waiver.placeWords
    let text: String
    if result.problems.contains(.unused) || result.problems.contains(.expired) {
      text = "remove the waiver \(place)"
    } else if result.problems.contains(where: { if case .tooBroad = $0 { true } else { false } }) {
      text = "narrow the waiver \(place)"
    } else if result.problems.contains(.notYetInForce) {
      text = "correct 'created' of the waiver \(place)"
    } else if let last = result.waiver.expires, !result.problems.contains(where: \.isTooLong) {
      text = "do without the waiver \(place) before \(last) is over"
    } else {
      text = "give the waiver \(place) an earlier end"
    }
    return Self(text: text, command: nil, effort: 1)
  }
}
