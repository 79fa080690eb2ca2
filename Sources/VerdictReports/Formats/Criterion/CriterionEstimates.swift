import JSONDocument

/// What `estimates.json` holds, each in ns.
struct CriterionEstimates {
  let mean: Double
  let median: Double
  let standardDeviation: Double
  let medianAbsoluteDeviation: Double?
  /// `nil` in flat sampling mode.
  let slope: Double?

  /// Reads `{"mean": {"point_estimate": …}, …}` (0.3.3 and later) or `{"Mean": …}` (before).
  ///
  /// - Returns: `nil` if mean, median or standard deviation is missing.
  init?(_ value: JSONValue) {
    guard let mean = (value["mean"] ?? value["Mean"])?["point_estimate"]?.double,
      let median = (value["median"] ?? value["Median"])?["point_estimate"]?.double,
      let deviation = (value["std_dev"] ?? value["StdDev"])?["point_estimate"]?.double
    else { return nil }
    self.mean = mean
    self.median = median
    standardDeviation = deviation
    medianAbsoluteDeviation =
      (value["median_abs_dev"] ?? value["MedianAbsDev"])?["point_estimate"]?.double
    slope = (value["slope"] ?? value["Slope"])?["point_estimate"]?.double
  }

  /// Names of the estimates that the samples contradict.
  func contradictions(to sample: CriterionSample) -> [String] {
    sample.contradictions(
      mean: mean, median: median, standardDeviation: standardDeviation,
      medianAbsoluteDeviation: medianAbsoluteDeviation, slope: slope)
  }
}
