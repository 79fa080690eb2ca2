/// What people have to know of a metric to write a rule about it.
package struct MetricDocumentation: Hashable, Sendable {
  /// A rule that shows the metric at work.
  package struct Example: Hashable, Sendable {
    /// The rule as it stands in a policy.
    package var rule: String
    /// The case in one sentence fragment.
    package var says: String
    /// The answer that the rule then gets.
    package var answer: CheckStatus

    package init(rule: String, says: String, answer: CheckStatus) {
      self.rule = rule
      self.says = says
      self.answer = answer
    }
  }

  /// What users write after `metric`.
  package var id: String
  /// What it measures, one sentence fragment.
  package var summary: String
  /// The kind of reports that hold it; `nil` for reports of any kind.
  package var kind: EvidenceKind?
  /// The limits that make sense.
  package var limits: [Limit.Relation]
  /// The values of `each` that make sense, as a policy writes them.
  package var eaches: [String]
  /// Whether a rule must say `each`.
  package var requiresEach: Bool
  /// The other keys that narrow what is measured and make sense.
  package var narrowings: [String]
  /// Whether there is no value without a baseline.
  package var needsBaseline: Bool
  /// How far a change from the baseline can go at most, and why; `nil` without such a bound.
  package var changeCap: String?
  /// At least one.
  package var examples: [Example]

  package init(
    id: String, summary: String, kind: EvidenceKind?, limits: [Limit.Relation], eaches: [String],
    requiresEach: Bool, narrowings: [String], needsBaseline: Bool, changeCap: String?,
    examples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.kind = kind
    self.limits = limits
    self.eaches = eaches
    self.requiresEach = requiresEach
    self.narrowings = narrowings
    self.needsBaseline = needsBaseline
    self.changeCap = changeCap
    self.examples = examples
  }
}
