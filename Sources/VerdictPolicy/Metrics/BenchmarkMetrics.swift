import VerdictModel

extension Metric {
  /// `benchmark.throughput`.
  static let benchmarkThroughput = Metric(
    id: "benchmark.throughput",
    summary:
      "work of one second, in bytes or elements, for each benchmark that says how much it does",
    kind: .benchmarks, unit: .number, better: .higher, remedy: .adjust, eaches: [.benchmark],
    requiresEach: true, hasPaths: false, hasFilter: true,
    changeCap: nil, quantityAtTime: { $1.rate(at: $0) },
    examples: [
      MetricExample(
        says: "1000 elements in 12 ms are 83,333 in a second, 100,000 are asked for",
        rule: #"{ "metric": "benchmark.throughput", "each": "benchmark", "min": 100000 }"#,
        head: .benchmark(milliseconds: 12, elements: 1000), answer: .violated)
    ],
    measure: { scope in
      scope.benchmarks.compactMap { benchmark in
        benchmark.rate(at: benchmark.statistics.median).map { rate in
          Measurement(
            item: benchmark.id, label: benchmark.name, value: rate,
            basis: benchmark.statistics.samples, places: [])
        }
      }
    })

  /// `benchmark.count`.
  static let benchmarkCount = Metric(
    id: "benchmark.count", summary: "benchmarks that the reports have",
    kind: .benchmarks, unit: .count(.benchmarks), better: .higher, remedy: .adjust,
    eaches: [.report], requiresEach: false, hasPaths: false, hasFilter: true, changeCap: nil,
    examples: [
      MetricExample(
        says: "one benchmark, as in the baseline, none may go",
        rule: #"{ "metric": "benchmark.count", "maxDrop": "0 benchmarks" }"#,
        head: .benchmark(milliseconds: 12), baseline: .benchmark(milliseconds: 10),
        answer: .satisfied)
    ],
    measure: { scope in
      let count = scope.benchmarks.count
      // None may be a pattern that fits none: that is no answer.
      return count == 0
        ? []
        : [Measurement(item: nil, value: .count(count, .benchmarks), basis: count, places: [])]
    })
}

extension Scope {
  /// The benchmarks whose names fit.
  var benchmarks: [Benchmark] {
    (content.benchmarks?.benchmarks ?? []).filter { benchmark in
      items.names.allowing(benchmark.id) || items.names.allowing(benchmark.name)
    }
  }
}

extension Benchmark {
  /// Work of one second if an iteration takes a time, cut off after three decimals; `nil` if the
  /// benchmark does not say how much an iteration does, or no time passes.
  fileprivate func rate(at time: Picoseconds) -> Quantity? {
    guard let throughput, time.count > 0 else { return nil }
    let thousandths = Int128(throughput.amount) * 1_000_000_000_000_000 / Int128(time.count)
    let unit: NumberUnit = throughput.unit == "bytes" ? .bytes : .plain
    guard let mantissa = Int64(exactly: thousandths) else {
      return Int64(exactly: thousandths / 1000).map {
        .number(ExactDecimal(mantissa: $0, scale: 0), unit)
      }
    }
    return .number(ExactDecimal(mantissa: mantissa, scale: 3), unit)
  }
}
