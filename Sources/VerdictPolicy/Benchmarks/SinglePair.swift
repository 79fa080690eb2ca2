import VerdictModel

/// One run on each side. Two runs of unchanged code differ by what no run can know of itself, so
/// that little is shown, and only a large change may block.
struct SinglePair {
  let before: BenchmarkStatistics
  let after: BenchmarkStatistics
  /// How many times slower than its base the whole run is, for which no benchmark is to blame.
  var shift = 1.0

  /// How far the two lie apart if the code is unchanged.
  var noise = Self.assumedNoise

  /// How many times slower the second run is, whatever is compared of them; `nil` if the first took
  /// no time.
  var slowdown: Double? {
    let (old, new) = times
    return old.count > 0 ? Double(new.count) / Double(old.count) : nil
  }

  /// By the same quantile on both sides: medians, if either has no samples.
  private var times: (before: Picoseconds, after: Picoseconds) {
    let isSampled = before.fifthPercentile != nil && after.fifthPercentile != nil
    return isSampled ? (before.fastTime, after.fastTime) : (before.median, after.median)
  }

  /// How many times slower a benchmark must be for a single pair to block.
  static let blocksFrom = 1.25

  /// What is assumed of a machine of which nothing is known: runs have a standard deviation of 3 %,
  /// and so many degrees of freedom are all but a normal distribution.
  static let assumedNoise = RunNoise(
    deviation: 0.03 * 2.0.squareRoot(), distribution: StudentT(degrees: 200))

  /// The same if all pairs that were measured together lie farther apart: most of them are unchanged
  /// code, so that the median of their distances is noise.
  ///
  /// - Parameter slowdowns: Of all of them; none says nothing.
  static func noise(of slowdowns: [Double]) -> RunNoise {
    let middle = Quantiles.median(slowdowns)
    guard middle > 0 else { return assumedNoise }
    let distances = slowdowns.map { abs($0 / middle - 1) }
    return RunNoise(
      deviation: max(
        assumedNoise.deviation, Quantiles.deviationFactor * Quantiles.median(distances)),
      distribution: assumedNoise.distribution)
  }

  /// - Parameter level: Below which probability a change is shown.
  /// - Returns: `nil` if times are no numbers to divide by.
  func judge(_ limit: SlowdownLimit, level: Double) -> BenchmarkJudgement? {
    let (old, new) = times
    guard
      var judgement = noise.judge(
        from: old.scaled(by: shift), to: new, limit, tier: .pair, level: level)
    else { return nil }
    if !isBeyondNoise(judgement.slowdown, limit) {
      judgement.cap = (.warn, "one pair of runs blocks from +25 % on")
    }
    return judgement
  }

  /// Whether the change is large enough to block, by the fast runs and by the median alike.
  private func isBeyondNoise(_ slowdown: Double, _ limit: SlowdownLimit) -> Bool {
    guard let medians = limit.slowdown(before.median.scaled(by: shift), after.median) else {
      return false
    }
    return min(slowdown, medians.double) > Self.blocksFrom
  }
}

extension Picoseconds {
  /// The nearest picosecond; the largest number of them for what is larger.
  init(rounding count: Double) {
    self.init(Int64(exactly: count.rounded()) ?? .max)
  }

  /// So many times the time, to the nearest picosecond.
  func scaled(by factor: Double) -> Self {
    factor == 1 ? self : Self(rounding: Double(count) * factor)
  }
}
