import VerdictModel

/// How a check is marked. Words say the same everywhere; the signs only help the eye.
enum Mark: String, Hashable, Sendable, CaseIterable {
  /// Violated, and the verdict blocks or waits for a review.
  case violated = "✗"
  /// Violated, and the verdict warns.
  case warning = "!"
  /// Without an answer, whatever that does.
  case undecided = "?"
  /// Violated, but for waivers.
  case waived = "~"
  case holds = "✓"
  /// Without effect: for information, or not applicable.
  case noted = "·"

  init(_ check: Check) {
    switch check.status {
    case .satisfied: self = .holds
    case .notApplicable: self = .noted
    case .undecided: self = .undecided
    case .waived: self = .waived
    case .violated:
      switch check.action {
      case .block, .review: self = .violated
      case .warn: self = .warning
      case .info: self = .noted
      }
    }
  }
}

/// One check in words.
struct CheckEntry: Hashable, Sendable {
  /// The facts behind the words.
  var check: Check
  var mark: Mark
  /// What the check is about, beside its places: `coverage.lines of critical, each file`.
  var subject: String
  /// The same where no places stand beside it: `coverage.lines of critical, src/orders/book.rs`.
  var fullSubject: String
  /// Value, relation and limit, `97.44 % < 100 %`; `nil` if the check is undecided, does not apply
  /// or has no value.
  var measure: String?
  /// Why the check is undecided or does not apply; `nil` otherwise.
  var reason: String?
  /// The measure, or why there is none: `undecided: reports/unit has 2 of 3 shards`.
  var answer: String
  /// What the places add up to: `6 of 21 new lines uncovered`.
  var placesSummary: String?
  /// What the check does, `warns`, where mark and gate do not say it; `nil` otherwise.
  var effect: String?
  /// What else stands beside the answer: the change from the baseline, the effect, remarks.
  var details: [String]
  /// Where it comes from, most important first; every place.
  var places: [CheckPlace]
  /// What waivers do for it, a sentence each.
  var waivers: [String]
  /// What would make the check hold; `nil` if it does, or does not apply.
  var nextStep: NextStep?

  init(_ check: Check, in gate: GateResult, of verdict: Verdict) {
    self.check = check
    mark = Mark(check)
    subject = check.subjectWordsBesidePlaces
    fullSubject = check.subjectWords
    places = check.places
    waivers = check.waivers.map(\.words)
    switch check.status {
    case .undecided(let reason):
      let words = reason.words(hasBaseline: verdict.baseline != nil)
      self.reason = words
      answer = "undecided: \(words)"
    case .notApplicable(let reason):
      self.reason = reason.words
      answer = "not applicable: \(reason.words)"
    case .satisfied, .violated:
      measure = Measure(check)?.text
      answer = measure ?? "\(check.status.name): \(check.limit.words)"
    case .waived:
      answer = "waived: \(Measure(check)?.text ?? check.limit.words)"
    }
    nextStep = NextStep.step(for: check, in: gate, policy: verdict.policy)
    // Other marks, and checks that do what their gate does, need no word for it.
    let isAmbiguous = [.violated, .undecided, .waived].contains(mark)
    effect = isAmbiguous && check.action != gate.action ? check.action.verb : nil
    placesSummary = Self.missed(check)
    details =
      [Self.change(check), check.change?.words(besideMeasure: measure != nil), effect]
      .compactMap(\.self) + check.remarks
  }

  /// Subject and answer in one line.
  var statement: String { "\(fullSubject): \(answer)" }

  /// Whether the check is a line of its own where space counts: everything that does not hold, and
  /// what holds with a change or does not apply for a reason.
  var isListed: Bool {
    let hasChange = check.baselineValue != nil && check.baselineValue != check.value
    return isFolded && (check.status != .satisfied || hasChange || !waivers.isEmpty)
  }

  /// Whether the check is a line of its own where there is space: everything but the items of an
  /// `each` that hold or do not apply, of which there may be thousands.
  var isFolded: Bool {
    switch check.status {
    case .violated, .undecided, .waived: true
    case .satisfied, .notApplicable: check.subject.item == nil || !waivers.isEmpty
    }
  }

  /// Whether the verdict is what it is because of this check too.
  func decides(_ outcome: Outcome) -> Bool {
    switch check.status {
    case .violated, .undecided, .waived: outcome != .pass && Outcome(check.action) == outcome
    case .satisfied, .notApplicable: false
    }
  }

  /// The order inside a gate: by effect, and what is wrong before what is not known.
  var rank: (Int, Int) {
    switch check.status {
    case .violated: (-check.action.rawValue, 0)
    case .undecided: (-check.action.rawValue, 1)
    case .waived: (-check.action.rawValue, 2)
    case .satisfied: (1, 0)
    case .notApplicable: (1, 1)
    }
  }

  /// `6 of 21 new lines uncovered`.
  private static func missed(_ check: Check) -> String? {
    guard check.status == .violated, case .share(let tally) = check.value, tally.missed > 0,
      let unit = check.coveredUnit
    else { return nil }
    let kind = check.subject.code == .newCode ? "new " : ""
    return "\(tally.missed) of \(tally.total) \(kind)\(unit.rawValue) uncovered"
  }

  /// The change from the baseline, unless the rule is about it and the measure says it already.
  private static func change(_ check: Check) -> String? {
    guard let before = check.baselineValue, let after = check.value, before != after else {
      return nil
    }
    if check.limit.relation.comparesWithBaseline { return Self.pair(before, after) }
    if case .text(let word) = before { return "\(QuantityText.word(word)) in the baseline" }
    return ChangeText.change(from: before, to: after).map { "\($0) since the baseline" }
  }

  /// `81.51 % → 81.20 %`.
  static func pair(_ before: Quantity, _ after: Quantity) -> String {
    switch (before, after) {
    case (.share(let before), .share(let after)): QuantityText.shares(before, after)
    case (.duration(let before), .duration(let after)):
      QuantityText.duration(before, apartFrom: [after]) + " → "
        + QuantityText.duration(after, apartFrom: [before])
    case (.count(let before, _), .count(let after, let unit)):
      "\(before) → \(QuantityText.count(after, unit))"
    default: "\(QuantityText.full(before)) → \(QuantityText.full(after))"
    }
  }
}

extension Check {
  /// What a share of coverage counts; `nil` for shares of other things.
  var coveredUnit: CountUnit? {
    subject.facts.remedy == .cover ? subject.facts.unit : nil
  }
}
