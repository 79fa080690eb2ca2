import VerdictModel

extension Metric {
  /// `fact`.
  static let fact = facts(
    "fact", summary: "what a job says in a word, true or false, for each key apart",
    unit: .text, quantity: { $0.word },
    examples: [
      MetricExample(
        says: "the job was skipped, which is no success",
        rule: #"{ "metric": "fact", "each": "rustfmt", "equals": "success" }"#,
        head: .fact("rustfmt", .text("skipped")), answer: .violated),
      MetricExample(
        says: "nobody says how the job ended",
        rule: #"{ "metric": "fact", "each": "mypy", "equals": "success" }"#,
        head: .fact("rustfmt", .text("success")), answer: .undecided(.keyMissing)),
    ])

  /// `value`.
  static let value = facts(
    "value", summary: "a number that a job reports, for each key apart",
    unit: .number, quantity: { $0.number },
    examples: [
      MetricExample(
        says: "8.4 points, 8.0 are asked for",
        rule: #"{ "metric": "value", "each": "pylint.score", "min": "8.0" }"#,
        head: .fact("pylint.score", .number(ExactDecimal(mantissa: 84, scale: 1))),
        answer: .satisfied),
      MetricExample(
        says: "412 MiB where the baseline has 400, 2 % more are allowed",
        rule: #"{ "metric": "value", "each": "peak_rss", "maxRise": "2%" }"#,
        head: .fact("peak_rss", .text("412MiB")), baseline: .fact("peak_rss", .text("400MiB")),
        answer: .violated),
      MetricExample(
        says: "100 ms, less is asked for",
        rule: #"{ "metric": "value", "each": "p95", "below": "100ms" }"#,
        head: .fact("p95", .text("100ms")), answer: .violated),
      MetricExample(
        says: "a number without a unit is within no limit in milliseconds",
        rule: #"{ "metric": "value", "each": "p95", "max": "100ms" }"#,
        head: .fact("p95", .number(ExactDecimal(80))), answer: .violated),
    ])

  private static func facts(
    _ id: String, summary: String, unit: MetricUnit,
    quantity: @escaping @Sendable (FactValue) -> Quantity, examples: [MetricExample]
  ) -> Metric {
    Metric(
      id: id, summary: summary, kind: .facts, unit: unit, better: nil, remedy: .adjust,
      eaches: [.key], requiresEach: true, hasPaths: false, hasFilter: false, changeCap: nil,
      examples: examples,
      measure: { scope in
        guard case .keys(let keys) = scope.each, let report = scope.content.facts else { return [] }
        return keys.flatMap { key in
          report.values(of: key).map { value in
            Measurement(item: nil, value: quantity(value), basis: 1, places: [])
          }
        }
      })
  }
}

extension FactValue {
  /// The value where a word is asked for. A number is none, and equals no word.
  fileprivate var word: Quantity {
    switch self {
    case .text(let text): .text(text)
    case .boolean(let value): .text(String(value))
    case .number(let number): .number(number, .plain)
    }
  }

  /// The value where a number is asked for. What is none stays a word, and is within no limit.
  fileprivate var number: Quantity {
    switch self {
    case .number(let number): .number(number, .plain)
    case .text(let text): WrittenNumber(text)?.quantity ?? .text(text)
    case .boolean(let value): .text(String(value))
    }
  }
}
