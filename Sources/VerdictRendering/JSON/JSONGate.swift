import VerdictModel

/// One gate in `verdict.json`.
struct JSONGate: Encodable {
  let id: String
  let title: String
  /// The strictest action of its checks: `info` (everything holds), `warn`, `review` or `block`.
  let action: String
  /// The same in words: `pass`, `review needed from team:qa`.
  let result: String
  /// Who may lift a review, as the policy names them.
  let reviewers: [String]
  /// In the order of reading: what blocks first, what holds last.
  let checks: [JSONCheck]

  init(_ gate: GateSection) {
    id = gate.id
    title = gate.title
    action = gate.action.name
    result = gate.result
    reviewers = gate.reviewers
    checks = gate.checks.map(JSONCheck.init)
  }
}

/// One limit of one rule, for one item.
struct JSONCheck: Encodable {
  let subject: JSONSubject
  /// `satisfied`, `violated`, `waived`, `not applicable` or `undecided`.
  let status: String
  /// What the check contributes to the verdict: `info`, `warn`, `review` or `block`.
  let action: String
  /// Why the check is undecided or does not apply; absent otherwise.
  let reason: JSONReason?
  /// The answer in words: `97.44 % < 100 %`.
  let answer: String
  let limit: JSONLimit
  /// Absent if nothing could be measured.
  let value: JSONQuantity?
  /// The same in the baseline; absent if it is not there.
  let baselineValue: JSONQuantity?
  /// Where the value comes from, most important first.
  let places: [JSONPlace]
  /// Where the rule stands in the policy, or in one that it extends.
  let rule: JSONPosition
  /// Sentences that do not change the answer.
  let remarks: [String]
  /// The waivers that speak of it; absent without one.
  let waivers: [JSONWaiverUse]?
  /// What is known of a benchmark's change; absent for checks that are not about one.
  let change: JSONBenchmarkChange?

  init(_ entry: CheckEntry) {
    let check = entry.check
    subject = JSONSubject(check.subject, text: entry.fullSubject)
    status = check.status.name
    action = check.action.name
    reason = entry.reason.flatMap { JSONReason(check.status, text: $0) }
    answer = entry.answer
    limit = JSONLimit(check.limit)
    value = check.value.map(JSONQuantity.init)
    baselineValue = check.baselineValue.map(JSONQuantity.init)
    places = check.places.map(JSONPlace.init)
    rule = JSONPosition(check.rule)
    remarks = check.remarks
    waivers = check.waivers.isEmpty ? nil : check.waivers.map(JSONWaiverUse.init)
    change = check.change.map(JSONBenchmarkChange.init)
  }
}

/// What a check is about, in the policy's own names.
struct JSONSubject: Encodable {
  /// Such as `coverage.lines`.
  let metric: String
  /// Report ids; empty for all of the metric's kind.
  let from: [String]
  /// Absent for everything.
  let component: String?
  /// `all`, `new-code` or `changed-files`.
  let code: String
  /// Which items count, in words; empty for all.
  let filter: [String]
  /// The rule's `each`; absent without it.
  let each: String?
  /// The item that this check is about; absent without `each`.
  let item: String?
  /// Everything in words: `findings, high and above, in images`.
  let text: String

  init(_ subject: CheckSubject, text: String) {
    metric = subject.metric
    from = subject.from
    component = subject.component
    code = subject.code.rawValue
    filter = subject.filter
    each = subject.each
    item = subject.item
    self.text = text
  }
}

/// Why a check has no answer, or needs none.
struct JSONReason: Encodable {
  /// Undecided: `gap`, `nothingToMeasure`, `keyMissing`, `goneFromReports`, `noBaseline`,
  /// `noChange`, `inconclusive`, `comparedWithItself`, `leftOver`, `unevenRounds`. Not applicable:
  /// `nothingChanged`, `tooLittle`, `notInBaseline`, `onlyDeleted`, `optionalReport`.
  let kind: String
  /// The report that falls short, for `gap` and `optionalReport`.
  let report: String?
  /// How it does, for `gap`.
  let gaps: [JSONGap]?
  /// For `tooLittle`: how much there is, and how much the rule needs; for `onlyDeleted`: how much
  /// covered code.
  let found: Int?
  let needed: Int?
  /// What is counted, such as `lines`.
  let unit: String?
  /// The reason in words.
  let text: String

  /// - Returns: `nil` for a check that has an answer.
  init?(_ status: CheckStatus, text: String) {
    var report: String?
    var gaps: [JSONGap]?
    var amounts: (found: Int, needed: Int?, unit: CountUnit)?
    switch status {
    case .satisfied, .violated, .waived: return nil
    case .undecided(.gap(let id, let found)):
      kind = "gap"
      report = id
      gaps = found.map { JSONGap($0, report: id) }
    case .undecided(.nothingToMeasure): kind = "nothingToMeasure"
    case .undecided(.keyMissing): kind = "keyMissing"
    case .undecided(.goneFromReports): kind = "goneFromReports"
    case .undecided(.noBaseline): kind = "noBaseline"
    case .undecided(.noChange): kind = "noChange"
    case .undecided(.inconclusive): kind = "inconclusive"
    case .undecided(.comparedWithItself): kind = "comparedWithItself"
    case .undecided(.leftOver): kind = "leftOver"
    case .undecided(.unevenRounds): kind = "unevenRounds"
    case .notApplicable(.nothingChanged): kind = "nothingChanged"
    case .notApplicable(.tooLittle(let found, let needed, let unit)):
      kind = "tooLittle"
      amounts = (found, needed, unit)
    case .notApplicable(.notInBaseline): kind = "notInBaseline"
    case .notApplicable(.onlyDeleted(let count, let unit)):
      kind = "onlyDeleted"
      amounts = (count, nil, unit)
    case .notApplicable(.optionalReport(let id)):
      kind = "optionalReport"
      report = id
    }
    self.report = report
    self.gaps = gaps
    found = amounts?.found
    needed = amounts?.needed
    unit = amounts?.unit.rawValue
    self.text = text
  }
}
