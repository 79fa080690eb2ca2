package import VerdictModel

extension Metric {
  /// What the catalogue and the reader of rules know of the metric.
  package var documentation: MetricDocumentation {
    let narrowings = [
      ("in", hasPaths), ("of", hasPaths), ("where", hasFilter), ("ignoreBelow", hasTooFew),
    ]
    return MetricDocumentation(
      id: id, summary: summary, kind: kind, limits: usefulLimits,
      eaches: EachName.allCases.filter(eaches.contains).map(\.rawValue),
      requiresEach: requiresEach, narrowings: narrowings.filter(\.1).map(\.0),
      needsBaseline: needsBaseline,
      changeCap: changeCap?.reason
        ?? quantityAtTime.map { _ in "judged by rounds, by history, or by one pair of runs" },
      examples: examples.map {
        MetricDocumentation.Example(rule: $0.rule, says: $0.says, answer: $0.answer)
      })
  }
}
