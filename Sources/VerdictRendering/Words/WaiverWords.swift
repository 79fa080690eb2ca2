import VerdictModel

extension Waiver {
  /// Where it stands, as editors understand it: `.verdict/waivers.json:4:5`.
  var placeWords: String {
    position.words(in: file)
  }

  /// Who answers for it until when, and why: `by team:rust until 2026-02-01: no server (SEC-88)`.
  var termWords: String {
    (owner.map { "by \($0) " } ?? "") + (expires.map { "until \($0)" } ?? "for ever")
      + (reason.isEmpty ? ", nobody says why" : ": \(reason)") + (ticket.map { " (\($0))" } ?? "")
  }
}

extension WaiverScope {
  /// What a waiver speaks of: `CVE-2025-1234 in rust/**`, `coverage.lines, gate coverage`.
  var words: String {
    switch match {
    case .findings(let match): match.words + (gate.map { ", gate \($0)" } ?? "")
    case .tests(let match): match.words + (gate.map { ", gate \($0)" } ?? "")
    case .checks(let match): match.words(gate: gate ?? "")
    }
  }
}

extension FindingMatch {
  fileprivate var words: String {
    let what = [rule, package.map { "package \($0)" }, fingerprint.map { "fingerprint \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    let places = paths.map(\.pattern).joined(separator: " or ")
    return (tool.map { "\($0)'s " } ?? "") + (what.isEmpty ? "every finding" : what)
      + (places.isEmpty ? "" : " in \(places)")
  }
}

extension TestMatch {
  /// `test_net of TestLimits, if it says 'no answer'`.
  fileprivate var words: String {
    func anyOf(_ globs: [Glob]) -> String { globs.map(\.pattern).joined(separator: " or ") }
    return (names.isEmpty ? "every test" : anyOf(names))
      + (classes.isEmpty ? "" : " of \(anyOf(classes))")
      + (messages.isEmpty
        ? "" : ", if it says \(messages.map { "'\($0)'" }.joined(separator: " or "))")
  }
}

extension CheckMatch {
  fileprivate func words(gate: String) -> String {
    guard let metric else { return "gate \(gate)" }
    var words = metric
    if code != .all { words += " of \(code.rawValue)" }
    if let component { words += " in \(component)" }
    if let item { words += ", \(item)" }
    return "\(words), gate \(gate)"
  }
}

extension WaiverUse {
  /// What it does for its check, one sentence without a full stop.
  var words: String {
    let what = places.isEmpty ? "" : listed(places.map(\.name), atMost: 3) + " "
    return isRefused
      ? "\(what)not waived, the rule is not waivable: \(waiver.placeWords) has no effect here"
      : "\(what)waived \(waiver.termWords)"
  }
}

extension WaiverProblem {
  /// What is wrong with a waiver, one sentence fragment.
  var words: String {
    switch self {
    case .expired: "has expired"
    case .notYetInForce: "is not in force yet"
    case .refused: "is refused by a rule that is not waivable"
    case .addedByChange: "is added by the change itself"
    case .unknownWhetherAdded: "may be added by the change itself: no base to compare with"
    case .unused: "is not needed"
    case .tooBroad(let breadth): "is too broad: it accepts \(breadth.words)"
    case .expiresSoon(0): "ends today"
    case .expiresSoon(let days): "ends in \(counted(days, "day", "days"))"
    case .endless: "has no end"
    case .tooLong(let days): "ends later than in \(counted(days, "day", "days"))"
    }
  }
}

extension WaiverBreadth {
  fileprivate var words: String {
    switch self {
    case .wholeGate: "all that the gate asks"
    case .everyRule: "findings of every rule"
    case .everyPath: "every path"
    case .everyFinding: "findings that are still to come"
    case .alike(let findings): "\(findings) findings that have the same fingerprint"
    case .everyItem: "every item of the rule"
    case .everyTest: "failures of every test"
    }
  }
}

extension WaiverResult {
  /// The waiver with all that is wrong with it, one sentence without a full stop.
  var words: String {
    let problems = problems.isEmpty ? "" : " " + problems.map(\.words).joined(separator: ", ")
    return "\(waiver.placeWords)\(problems): \(waiver.scope.words), \(waiver.termWords)"
  }
}
