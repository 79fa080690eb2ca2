import VerdictModel

/// One thing that a person can do to turn the verdict green.
struct NextStep: Hashable, Sendable {
  /// A sentence in the imperative, without a full stop.
  var text: String
  /// A command line to run for it, with placeholders in capitals; `nil` if there is none.
  var command: String?
  /// What would do as well, `have team:qa approve it: verdict check --approve coverage=NAME`; `nil`
  /// if nothing would.
  var alternative: String?
  /// How much there is to do, to order the steps: 0 for a command, else the number of lines,
  /// tests, findings or reports to work on.
  var effort: Int

  /// Sentence, command and alternative in one line.
  var line: String {
    (command.map { "\(text): \($0)" } ?? text) + (alternative.map { ", or \($0)" } ?? "")
  }

  /// The steps for everything that the verdict hinges on, shortest first; equal ones once.
  static func steps(
    _ outcome: Outcome, _ gates: [GateSection], _ trust: TrustSection?
  ) -> [Self] {
    var seen: Set<Self> = []
    let policyStep = trust.flatMap { Outcome($0.action) == outcome ? $0.nextStep : nil }
    let steps = gates.flatMap(\.checks).filter { $0.decides(outcome) }.compactMap(\.nextStep)
    return (steps + [policyStep].compactMap(\.self))
      .filter { seen.insert($0).inserted }
      .sorted { $0.effort < $1.effort }
  }

  /// What would make one check hold; `nil` for a check that holds or does not apply.
  static func step(for check: Check, in gate: GateResult, policy: String) -> Self? {
    guard var step = bareStep(for: check, policy: policy) else { return nil }
    if check.action == .review {
      step.alternative = approval(of: gate.id, by: gate.reviewers)
    }
    return step
  }

  /// What reviewers can do about an open review, with the flag that records it.
  static func approval(of gate: String, by reviewers: [String]) -> String {
    let isPlain = gate.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
    }
    let argument = isPlain ? "\(gate)=NAME" : "'\(gate)=NAME'"
    return "have \(listed(reviewers, atMost: 3, orElse: "a reviewer")) approve it: "
      + "verdict check --approve \(argument)"
  }

  private static func bareStep(for check: Check, policy: String) -> Self? {
    switch check.status {
    case .satisfied, .notApplicable: nil
    case .violated: violated(check)
    case .waived: waived(check)
    case .undecided(let reason): undecided(reason, check, policy: policy)
    }
  }

  /// A waiver that the change itself brings has to be looked at; what another one covers is to be
  /// mended before it ends.
  private static func waived(_ check: Check) -> Self {
    let places = listed(check.waivers.map(\.waiver.placeWords), atMost: 3)
    guard check.action >= .review else {
      let isMet = check.status == .waived && check.places.isEmpty
      let mended = isMet ? "mend what is waived" : violated(check).text
      return Self(text: "\(mended), before the waiver \(places) ends", command: nil, effort: 1)
    }
    return Self(
      text: "bring the waiver \(places) to the target branch first, and compare with it",
      command: "verdict check --base REV", effort: 0)
  }

  private static func undecided(
    _ reason: UndecidedReason, _ check: Check, policy: String
  ) -> Self {
    switch reason {
    case .gap(let report, let gaps):
      Self(
        text: gaps.isEmpty
          ? "provide reports/\(report)"
          : gaps.prefix(3).map { $0.remedy(report: report) }.joined(separator: ", ")
            + (gaps.count > 3 ? " and \(gaps.count - 3) more" : ""),
        command: nil, effort: max(1, gaps.count))
    case .nothingToMeasure:
      Self(
        text: "see that the reports have \(check.subjectWords), or change the rule "
          + "(\(check.rule.file ?? policy):\(check.rule.line))", command: nil, effort: 1)
    case .keyMissing:
      Self(
        text: "have a job write '\(check.subject.item ?? "")' into "
          + (check.subject.from.isEmpty
            ? "its facts" : check.subject.from.map { "reports/\($0)" }.joined(separator: " or ")),
        command: nil, effort: 1)
    case .goneFromReports:
      Self(
        text: "run \(check.subjectWords) again, or save a baseline without it if it was removed "
          + "on purpose", command: nil, effort: 1)
    case .noBaseline:
      Self(
        text: "save a baseline from a run that has \(check.subject.metric)",
        command: "verdict baseline save", effort: 0)
    case .noChange:
      Self(
        text: "say what the change is compared with, or give it with --diff FILE",
        command: "verdict check --base REV", effort: 0)
    case .inconclusive:
      Self(
        text: "measure base and change in turns, three times each, in one job (reports: base)",
        command: nil, effort: 1)
    case .comparedWithItself:
      Self(text: "compare with a baseline of an earlier run", command: nil, effort: 1)
    case .leftOver:
      Self(
        text: "remove the reports of earlier runs before the benchmarks run", command: nil,
        effort: 1)
    case .unevenRounds:
      Self(
        text: "run the benchmarks of base and change equally often", command: nil, effort: 1)
    }
  }
}

extension EvidenceGap {
  /// What to do about it, in the imperative.
  fileprivate func remedy(report: String) -> String {
    switch self {
    case .missing(let patterns):
      patterns.isEmpty
        ? "provide reports/\(report)"
        : "provide reports/\(report): a file that matches \(listed(patterns, atMost: 3))"
    case .empty(let file): "make \(file) of reports/\(report) anew, it has nothing to judge"
    case .incomplete(let reason): "complete reports/\(report) (\(reason))"
    case .missingShards(let found, let expected):
      "complete reports/\(report) (\(found) of \(expected) shards)"
    case .stale(let file, _): "make \(file) of reports/\(report) anew, it is too old"
    case .unreadable(let file, _):
      "make \(file) of reports/\(report) anew, it cannot be read"
    }
  }
}

/// A list cut for reading, or a word for an empty one.
private func listed(_ items: [String], atMost limit: Int, orElse word: String) -> String {
  items.isEmpty ? word : listed(items, atMost: limit)
}
