package import VerdictModel

/// A verdict as it is told to people: every sentence, number and order is decided here, once, and
/// the renderers only print it.
///
/// All texts are plain and unescaped, and may hold whatever a report says: each renderer makes them
/// harmless for its own output. Lists are whole: each renderer cuts them to its size.
package struct VerdictDocument: Hashable, Sendable {
  /// The facts behind the sentences.
  package var verdict: Verdict
  /// The version of `verdict`, such as `1.0.0`.
  var version: String
  /// When the document was made, ISO 8601 in UTC.
  var generated: String
  var headline: Headline
  /// One sentence with a full stop: why the answer is what it is.
  var reason: String
  /// What the change does to the policy; `nil` if it leaves it alone.
  var trust: TrustSection?
  /// In the policy's order.
  var gates: [GateSection]
  /// What changed since the baseline, one section a kind of evidence; only those that changed.
  var comparison: [ComparisonSection]
  /// `nil` if no change was given.
  var change: ChangeSection?
  /// Reports about which something is left to say, sorted by id.
  var evidence: [EvidenceSection]
  /// About the run as a whole.
  var notices: [String]
  /// About waivers and approvals.
  var waivers: WaiverSection
  /// What turns the verdict green, shortest way first; empty for a pass.
  var nextSteps: [NextStep]

  /// Tells a verdict.
  ///
  /// - Parameters:
  ///   - version: The version of `verdict`.
  ///   - generated: The time to print, ISO 8601 in UTC; rendering has no clock.
  package init(_ verdict: Verdict, version: String, generated: String) {
    self.verdict = verdict
    self.version = version
    self.generated = generated
    headline = Headline(verdict)
    gates = verdict.gates.map { GateSection($0, of: verdict) }
    trust = verdict.trust.flatMap(TrustSection.init)
    waivers = WaiverSection(verdict)
    reason = Self.reason(of: verdict, gates, trust, waivers)
    comparison = verdict.comparison.map { ComparisonSection.sections($0) } ?? []
    change = verdict.change.map(ChangeSection.init)
    let told = Self.reportsNamedByChecks(verdict)
    evidence = verdict.evidence.map { EvidenceSection($0, toldElsewhere: told) }
      .filter { !$0.sentences.isEmpty }
    notices = verdict.notices.map(\.words)
    nextSteps = NextStep.steps(verdict.outcome, gates, trust) + waivers.nextSteps
  }

  /// The first line's word and counts: `BLOCK, 2 checks block, 10 hold`.
  package var answer: String { "\(headline.word), \(headline.counts)" }

  /// By what, and when: the version, the policy with the beginning of its digest, the time.
  var footer: [String] {
    let digest = verdict.provenance?.inputs
      .first { $0.role == .policy && $0.path == verdict.policy }?.sha256
    let policy = [
      verdict.policy, verdict.policyRevision.map { "of \($0)" },
      digest.map { "sha256:\($0.prefix(12))" },
    ]
    return [
      "verdict \(version)", policy.compactMap(\.self).joined(separator: " "), generated,
    ]
  }

  /// The reports that a check names as the reason for having no answer, or for needing none.
  private static func reportsNamedByChecks(_ verdict: Verdict) -> Set<String> {
    Set(
      verdict.gates.flatMap(\.checks).compactMap { check in
        switch check.status {
        case .undecided(.gap(let report, _)), .notApplicable(.optionalReport(let report)): report
        default: nil
        }
      })
  }

  /// The check that decides, and how many more there are like it.
  private static func reason(
    of verdict: Verdict, _ gates: [GateSection], _ trust: TrustSection?, _ waivers: WaiverSection
  ) -> String {
    let deciding = gates.flatMap { gate in
      gate.checks.filter { $0.decides(verdict.outcome) }.map { (gate: gate, entry: $0) }
    }
    let strictest = deciding.map(\.entry.check.action).max()
    if let trust, trust.action > strictest ?? .info { return trust.reason }
    guard let first = deciding.first(where: { $0.entry.check.action == strictest }) else {
      let holds = gates.contains { $0.checks.contains { [.holds, .waived].contains($0.mark) } }
      if let waiver = waivers.warning { return "Warned because of the waiver \(waiver)." }
      switch verdict.outcome {
      case .pass: return holds ? "Nothing blocks and nothing warns." : "No check applies."
      case .warn, .block: return "The verdict is \(verdict.outcome.name)."
      }
    }
    let cause =
      switch (strictest, first.gate.reviewers.isEmpty) {
      case (.block, _): "Blocked"
      case (.review, true): "A review is needed"
      case (.review, false): "A review by \(first.gate.reviewers.joined(separator: ", ")) is needed"
      default: "Warned"
      }
    let more =
      deciding.count == 1 ? "" : ", and \(counted(deciding.count - 1, "more check", "more checks"))"
    let words =
      first.entry.mark == .undecided
      ? "because \(first.entry.fullSubject) is \(first.entry.answer)"
      : "because of \(first.entry.statement)"
    return "\(cause) \(words)\(more)."
  }
}
