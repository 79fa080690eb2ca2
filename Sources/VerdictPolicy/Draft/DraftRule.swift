import VerdictModel

/// One rule of a draft.
struct DraftRule: Sendable {
  let metric: Metric
  /// The report to measure; `nil` for all of the metric's kind.
  var from: String?
  /// The value of `where`, as it is written.
  var filter: String?
  let relation: Limit.Relation
  /// As it is written; `nil` before anything was measured.
  private var limit: String?
  /// What was measured, where the limit does not say it.
  private(set) var remark: String?

  init(
    _ metric: Metric, _ relation: Limit.Relation, from: String? = nil, where filter: String? = nil
  ) {
    self.metric = metric
    self.relation = relation
    self.from = from
    self.filter = filter
  }

  /// As it is written in a policy.
  var text: String {
    let keys = [
      "\"metric\": \(metric.id.quoted)", from.map { "\"from\": \($0.quoted)" },
      filter.map { "\"where\": \($0)" }, "\(relation.rawValue.quoted): \(limit ?? anyLimit)",
    ]
    return "{ \(keys.compactMap(\.self).joined(separator: ", ")) }"
  }

  /// A limit that can be read, whatever it says.
  private var anyLimit: String {
    if case .share = metric.unit { "\"1%\"" } else { "1" }
  }

  /// The rule with the limit that a value keeps; `nil` if every value does.
  func holding(_ value: Quantity) -> DraftRule? {
    var rule = self
    switch (value, relation) {
    case (.share(let tally), .min):
      guard let percent = Self.wholePercent(tally) else { return nil }
      rule.limit = percent.quoted
      rule.remark = "\(tally.covered) of \(tally.total) \(metric.facts.unit?.rawValue ?? "")"
    case (.count(let count, _), .min):
      // A few may go without a word, as they do when code is tidied up.
      let least = count - count / 20
      guard least > 0 else { return nil }
      rule.limit = String(least)
      rule.remark = least == count ? nil : "\(count) today"
    case (.count(let count, _), .max):
      rule.limit = String(count)
      rule.remark = count == 0 ? nil : "\(count) today, and none is what it should be"
    default: return nil
    }
    return rule
  }

  /// `84%`, rounded down; hundredths below one percent; `nil` for none at all.
  private static func wholePercent(_ tally: Tally) -> String? {
    guard tally.total > 0, let percent = Fraction(percentOf: tally) else { return nil }
    if percent >= Fraction(1) { return "\(percent.roundedDown)%" }
    guard let hundredths = percent.times(Fraction(100))?.roundedDown, hundredths > 0 else {
      return nil
    }
    return hundredths < 10 ? "0.0\(hundredths)%" : "0.\(hundredths)%"
  }
}
