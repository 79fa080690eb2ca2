package import VerdictModel

/// Something that can be measured, with all that a policy and its reader need to know of it.
///
/// To add one, write `Metrics/X.swift` with a `static let x` in an extension of this type, and add
/// a line to `Metrics.all`.
package struct Metric: Sendable {
  /// What users write after `metric`.
  package var id: String
  /// One sentence fragment for tables and `verdict explain`.
  package var summary: String
  /// Which part of the evidence `measure` reads; `nil` if it is about reports as such, whatever they
  /// hold.
  package var kind: EvidenceKind?
  /// Decides how limits are written and compared.
  package var unit: MetricUnit
  /// Which way is good; `nil` if only the policy can say. Limits on the other side could never
  /// fail, and are refused.
  package var better: Direction?
  /// What people do about a violating value.
  package var remedy: Remedy
  /// The values of `each` that make sense.
  package var eaches: Set<EachName>
  /// Whether the rule must say `each`, because there is no such thing as a total.
  package var requiresEach: Bool
  /// Whether `in` and `of` make sense: whether items have paths.
  package var hasPaths: Bool
  /// Whether `where` makes sense.
  package var hasFilter: Bool
  /// Whether the value itself is about the baseline, so that there is none without one.
  package var needsBaseline = false
  /// The strictest action that a change from the baseline may lead to, with the reason; `nil` for
  /// any.
  package var changeCap: (action: Action, reason: String)?
  /// The value for a time of one iteration, for metrics of benchmarks, whose changes are judged by
  /// all runs that there are; `nil` for others.
  var quantityAtTime: (@Sendable (_ time: Picoseconds, _ benchmark: Benchmark) -> Quantity?)?
  /// Rules that show the metric at work: documentation that is run as tests.
  package var examples: [MetricExample]
  /// Measures one scope: one measurement in all, or one an item if `scope.each` asks for it.
  package var measure: @Sendable (_ scope: Scope) -> [Measurement]
}

extension Metric {
  /// What outputs must know of the metric.
  var facts: MetricFacts {
    let counted: CountUnit? =
      switch unit {
      case .share(let unit), .count(let unit): unit
      case .duration, .number, .text, .age: nil
      }
    return MetricFacts(summary: summary, unit: counted, remedy: remedy)
  }
}

extension Metric {
  /// The value for a time of one iteration; `nil` if there is none.
  func quantity(at time: Picoseconds, of benchmark: Benchmark) -> Quantity? {
    quantityAtTime?(time, benchmark)
  }
}

/// Which values of a metric are good.
package enum Direction: Sendable {
  case higher
  case lower
}

/// The words that `each` knows.
package enum EachName: String, CaseIterable, Sendable {
  case component
  case file
  case report
  case benchmark
  case test
  /// A list of keys instead of this word.
  case key
}

/// What a metric's values are.
package enum MetricUnit: Sendable, Hashable {
  /// Percent of a number of lines or branches.
  case share(of: CountUnit)
  case count(CountUnit)
  case duration
  /// A number in a unit of its own.
  case number
  /// A word, which can only be equal or not.
  case text
  /// How long ago something was, which has nothing to do with the baseline.
  case age
}

/// What a metric looks at: evidence already narrowed to the reports of the rule, and the part of it
/// that counts.
package struct Scope: Sendable {
  /// This run's reports, merged; a metric looks at its own kind only.
  package var content: EvidenceContent
  /// How old this run's reports are, as far as anybody knows.
  package var ages: [ReportAge]
  /// The same reports in the baseline; `nil` without a baseline.
  package var baseline: EvidenceContent?
  /// What happened since the version that the baseline measured; `nil` if it is not known, also
  /// where the change under judgement began elsewhere.
  package var changeSinceBaseline: ChangeSet?
  /// What tests took in earlier runs.
  package var testTimes: [TestIdentity: [Picoseconds]] = [:]
  /// The set of paths that count; `nil` for all.
  package var component: Component?
  /// Which lines and files of the component count.
  package var code: CheckSubject.Code
  /// Present whenever `code` is not `.all`.
  package var change: ChangeSet?
  /// `.file`, `.benchmark`, `.test` or the one key of `.keys`; anything else is resolved before.
  package var each: Each?
  /// Which findings count; `.all` for metrics without `where`.
  package var filter: FindingFilter
  /// Which tests or benchmarks count; `.all` for metrics of other kinds.
  package var items: ItemFilter
  /// The waivers of findings and of tests that are in force.
  package var waivers: [Waiver]
  /// Whether findings and tests do not count of which a waiver speaks.
  package var isWaivable: Bool

  /// Whether a path is in the component and, if the code is `changed-files` or `new-code`, in the
  /// change.
  package func includes(path: String) -> Bool {
    if let component, !component.contains(path) { return false }
    return code == .all || change?.file(at: path) != nil
  }

  /// Whether a line counts; only asked for paths that do.
  package func includes(line: Int, of path: String) -> Bool {
    code != .newCode || change?.file(at: path)?.added.contains(line) == true
  }

  /// The same scope over the baseline; `nil` without one, and where only the change counts: the
  /// baseline has no part that is new.
  package var overBaseline: Scope? {
    guard let baseline, code == .all else { return nil }
    var scope = self
    scope.content = baseline
    scope.baseline = nil
    return scope
  }
}

/// How old a report is.
package struct ReportAge: Sendable, Hashable {
  /// As the policy's directory sees it.
  package var file: String
  /// Negative if a clock is wrong.
  package var age: Age
}

/// One measured value.
package struct Measurement: Sendable {
  /// What the item is known by across runs; `nil` for a total.
  package var item: String?
  /// The item's name for people, where it differs.
  package var label: String?
  /// In the metric's unit, exact.
  package var value: Quantity
  /// How much the value rests on: lines, branches, tests, samples. Compared with `ignoreBelow`.
  package var basis: Int
  /// The findings or tests of which a waiver speaks; they do not count, if the rule may be waived.
  var waived: [WaivedItem]
  /// Whether earlier runs tell how much noise there is, so that the metric's cap on changes does not
  /// apply.
  var isByHistory: Bool
  private let makePlaces: @Sendable () -> [CheckPlace]
  private let findDrop: (@Sendable () -> CoverageDrop)?

  /// - Parameters:
  ///   - places: Where the value comes from, most important first. Not asked for unless a limit is
  ///     violated: a large report has a great many.
  ///   - drop: What a fall from the baseline comes from. Not asked for unless it is more than a
  ///     limit allows.
  init(
    item: String?, label: String? = nil, value: Quantity, basis: Int,
    places: @escaping @autoclosure @Sendable () -> [CheckPlace], waived: [WaivedItem] = [],
    isByHistory: Bool = false, drop: (@Sendable () -> CoverageDrop)? = nil
  ) {
    self.item = item
    self.label = label
    self.value = value
    self.basis = basis
    self.waived = waived
    self.isByHistory = isByHistory
    makePlaces = places
    findDrop = drop
  }

  /// Where the value comes from, most important first; made anew each time.
  package var places: [CheckPlace] { makePlaces() }

  /// What a fall from the baseline comes from; `nil` if it is none of coverage.
  var drop: CoverageDrop? { findDrop?() }

  /// The value with the findings or tests that do not count.
  var valueWithWaived: Quantity {
    guard case .count(let count, let unit) = value else { return value }
    return .count(count + waived.count, unit)
  }
}
