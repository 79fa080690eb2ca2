/// One question of the policy with its answer: one limit of one rule, for one item.
package struct Check: Hashable, Sendable {
  /// What was asked about; the demand itself is `limit`.
  package var subject: CheckSubject
  /// The answer, before the policy says what follows from it.
  package var status: CheckStatus
  /// What the check contributes to the verdict: the rule's action if violated, the action for
  /// absence if undecided, at most that of a violation if waived, `.info` otherwise.
  package var action: Action
  /// The one that applies to this item, where the rule has limits by pattern.
  package var limit: Limit
  /// `nil` if nothing could be measured. Waived findings are not counted.
  package var value: Quantity?
  /// The same in the baseline, where there is one.
  package var baselineValue: Quantity?
  /// Where the value comes from, most important first: uncovered lines, failing tests, findings.
  package var places: [CheckPlace]
  /// Where the rule stands in the policy, or in one that it extends.
  package var rule: SourcePosition
  /// Sentences for the reader that do not change the answer, such as `single pair of runs`.
  package var remarks: [String]
  /// The waivers that speak of it and are in force, in their file's order.
  package var waivers: [WaiverUse]
  /// The reports that were looked at for it, by their ids in the policy, whether they are there or
  /// not.
  package var reports: [String]
  /// What is known of the benchmark's change; `nil` for checks that are not about one.
  package var change: BenchmarkChange?

  package init(
    subject: CheckSubject, status: CheckStatus, action: Action, limit: Limit, value: Quantity?,
    baselineValue: Quantity?, places: [CheckPlace], rule: SourcePosition, remarks: [String],
    waivers: [WaiverUse] = [], reports: [String] = [], change: BenchmarkChange? = nil
  ) {
    self.subject = subject
    self.status = status
    self.action = action
    self.limit = limit
    self.value = value
    self.baselineValue = baselineValue
    self.places = places
    self.rule = rule
    self.remarks = remarks
    self.waivers = waivers
    self.reports = reports
    self.change = change
  }
}

/// What a check is about, in the policy's own names.
package struct CheckSubject: Hashable, Sendable {
  /// Which part of the code counts.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    case all
    /// Lines added or changed between the merge base and the measured tree.
    case newCode = "new-code"
    /// Files touched by the change, with all their lines.
    case changedFiles = "changed-files"
  }

  /// The metric's id, such as `coverage.lines`.
  package var metric: String
  /// What outputs must know of the metric to speak of it.
  package var facts: MetricFacts
  /// The report ids; empty for all of the metric's kind.
  package var from: [String]
  /// The component's name; `nil` for everything.
  package var component: String?
  /// Everything unless the rule says `of`.
  package var code: Code
  /// Which items count, in words: `high and above`, `new`. Empty for all.
  package var filter: [String]
  /// Whether the rule asks for each item apart: the value of `each`, such as `file`.
  package var each: String?
  /// The item that this check is about, such as a file's path; `nil` without `each`.
  package var item: String?

  package init(
    metric: String, facts: MetricFacts, from: [String], component: String?, code: Code,
    filter: [String], each: String?, item: String?
  ) {
    self.metric = metric
    self.facts = facts
    self.from = from
    self.component = component
    self.code = code
    self.filter = filter
    self.each = each
    self.item = item
  }
}

/// What a metric is, as far as outputs speak of it.
package struct MetricFacts: Hashable, Sendable {
  /// What it measures, one sentence fragment.
  package var summary: String
  /// What is counted, or what a share is a share of; `nil` for durations.
  package var unit: CountUnit?
  /// What brings a violating value back.
  package var remedy: Remedy

  package init(summary: String, unit: CountUnit?, remedy: Remedy) {
    self.summary = summary
    self.unit = unit
    self.remedy = remedy
  }
}

/// What people do about a violating value.
package enum Remedy: Hashable, Sendable {
  /// Cover what is not covered.
  case cover
  /// Fix what is broken.
  case fix
  /// Fix or remove what was found.
  case fixOrRemove
  /// Bring the value itself up or down.
  case adjust
}

/// The answers of a check.
package enum CheckStatus: Hashable, Sendable {
  case satisfied
  case violated
  /// Violated, but for waivers.
  case waived
  case notApplicable(NotApplicableReason)
  case undecided(UndecidedReason)

  /// The word used in outputs.
  package var name: String {
    switch self {
    case .satisfied: "satisfied"
    case .violated: "violated"
    case .waived: "waived"
    case .notApplicable: "not applicable"
    case .undecided: "undecided"
    }
  }
}

/// Why a check does not apply. None of these can be brought about by losing a report.
package enum NotApplicableReason: Hashable, Sendable {
  /// The change adds or touches nothing that could be measured.
  case nothingChanged
  /// There is less to judge than `ignoreBelow` asks for.
  case tooLittle(found: Int, needed: Int, CountUnit)
  /// The item is not in the baseline, so there is no change to judge.
  case notInBaseline
  /// The value fell, but only because so much covered code was deleted: what is left is covered as
  /// it was.
  case onlyDeleted(Int, CountUnit)
  /// The report is declared optional and is not there.
  case optionalReport(String)
}

/// Why a check could not be answered. Each has an action of its own; none passes silently.
package enum UndecidedReason: Hashable, Sendable {
  /// A report that the check needs falls short; all gaps of the worst kind, with the report's id.
  case gap(report: String, gaps: [EvidenceGap])
  /// The reports are there and complete, and have nothing of what is asked.
  case nothingToMeasure
  /// The reports are there and complete, and have no fact of the key.
  case keyMissing
  /// The item is in the baseline and in no report of this run: removed, renamed or not run.
  case goneFromReports
  /// There is no baseline, or the baseline has nothing of what is asked.
  case noBaseline
  /// New code or changed files are asked for, and no change was given.
  case noChange
  /// The change of a benchmark may be above the limit as well as below: noise is larger.
  case inconclusive
  /// The baseline of a benchmark is a copy of this run.
  case comparedWithItself
  /// A benchmark is a copy of an earlier run than the baseline, or of the baseline beside others that
  /// were measured again.
  case leftOver
  /// A benchmark was not run as often before the change as with it.
  case unevenRounds(before: Int, after: Int)
}

/// A place that explains a value.
package struct CheckPlace: Hashable, Sendable {
  /// Repository-relative; `nil` if the place is not in a file.
  package var path: String?
  /// Empty for a whole file.
  package var lines: LineRanges
  /// What is there, from the report and not to be trusted: a rule's id, a test's name.
  package var text: String
  /// What the report says about it: the message. Empty if it says nothing.
  package var detail: String
  /// What became of a finding that counts as new, though the baseline has it; `nil` otherwise.
  package var state: FindingState?

  package init(path: String?, lines: LineRanges, text: String, detail: String = "") {
    self.path = path
    self.lines = lines
    self.text = text
    self.detail = detail
  }
}
