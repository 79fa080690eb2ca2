import VerdictModel

extension Metric {
  /// `benchmark.time`.
  static let benchmarkTime = Metric(
    id: "benchmark.time",
    summary: "median time of one iteration, for each benchmark apart",
    kind: .benchmarks, unit: .duration, better: .lower, remedy: .adjust, eaches: [.benchmark],
    requiresEach: true,
    hasPaths: false, hasFilter: true,
    changeCap: nil, quantityAtTime: { time, _ in .duration(time) },
    examples: [
      MetricExample(
        says: "12 ms where the baseline has 10 ms, 10 % more are allowed",
        rule: #"{ "metric": "benchmark.time", "each": "benchmark", "maxRise": "10%" }"#,
        head: .benchmark(milliseconds: 12), baseline: .benchmark(milliseconds: 10),
        answer: .violated),
      MetricExample(
        says: "12 ms, at most 50 ms are allowed",
        rule: #"{ "metric": "benchmark.time", "each": "benchmark", "max": "50ms" }"#,
        head: .benchmark(milliseconds: 12), answer: .satisfied),
    ],
    measure: { scope in
      scope.benchmarks.map { benchmark in
        Measurement(
          item: benchmark.id, label: benchmark.name,
          value: .duration(benchmark.statistics.median), basis: benchmark.statistics.samples,
          places: [])
      }
    })
}
