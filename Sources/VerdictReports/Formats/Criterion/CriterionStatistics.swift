import VerdictModel

extension BenchmarkStatistics {
  /// Recomputed from samples.
  ///
  /// - Returns: `nil` if a time is out of range.
  init?(_ sample: CriterionSample) {
    guard let mean = Picoseconds(nanoseconds: sample.mean),
      let median = Picoseconds(nanoseconds: sample.median),
      let fifthPercentile = Picoseconds(nanoseconds: sample.fifthPercentile),
      let deviation = Picoseconds(nanoseconds: sample.standardDeviation)
    else { return nil }
    self.init(
      samples: sample.times.count, mean: mean, median: median, fifthPercentile: fifthPercentile,
      standardDeviation: deviation)
  }

  /// Believed, where there are no samples.
  ///
  /// - Returns: `nil` if a time is out of range.
  init?(_ estimates: CriterionEstimates) {
    guard let mean = Picoseconds(nanoseconds: estimates.mean),
      let median = Picoseconds(nanoseconds: estimates.median),
      let deviation = Picoseconds(nanoseconds: estimates.standardDeviation)
    else { return nil }
    self.init(
      samples: 0, mean: mean, median: median, fifthPercentile: nil, standardDeviation: deviation)
  }
}
