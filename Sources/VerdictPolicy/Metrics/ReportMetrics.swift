import VerdictModel

extension Metric {
  /// `report.age`.
  static let reportAge = Metric(
    id: "report.age",
    summary: "how long ago the oldest report was made, by what it says itself or by its file",
    kind: nil, unit: .age, better: .lower, remedy: .adjust, eaches: [.report], requiresEach: false,
    hasPaths: false, hasFilter: false, changeCap: nil,
    examples: [
      MetricExample(
        says: "a report of two hours ago, one day is allowed",
        rule: #"{ "metric": "report.age", "max": "1d" }"#,
        head: .tests([.passed]), age: Age(seconds: 7200), answer: .satisfied),
      MetricExample(
        says: "nobody knows when the report was made",
        rule: #"{ "metric": "report.age", "max": "1d" }"#,
        head: .tests([.passed]), answer: .undecided(.nothingToMeasure)),
    ],
    measure: { scope in
      guard let oldest = scope.ages.map(\.age).max() else { return [] }
      let files = scope.ages.sorted { ($1.age, $0.file) < ($0.age, $1.file) }
      return [
        Measurement(
          item: nil, value: .number(ExactDecimal(oldest.seconds), .seconds), basis: files.count,
          places: files.map { file in
            CheckPlace(path: nil, lines: .none, text: file.file, detail: file.age.description)
          })
      ]
    })
}
