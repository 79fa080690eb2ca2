internal import JSONDocument

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

  /// How far an estimate may be from what its samples say: Criterion's sums are rounded in another
  /// order than ours.
  private static let tolerance = 1e-6

  /// Names of the estimates that the samples contradict.
  func contradictions(to sample: CriterionSample) -> [String] {
    let pairs: [(name: String, told: Double?, found: Double)] = [
      ("mean", mean, sample.mean),
      ("median", median, sample.median),
      ("std_dev", standardDeviation, sample.standardDeviation),
      ("median_abs_dev", medianAbsoluteDeviation, sample.medianAbsoluteDeviation),
      ("slope", slope, sample.slope),
    ]
    return pairs.compactMap { name, told, found in
      guard let told else { return nil }
      // Deviations are differences of times, and as inexact as these.
      let scale = max(abs(told), abs(found), sample.mean * Self.tolerance)
      return abs(told - found) <= Self.tolerance * scale ? nil : name
    }
  }
}
