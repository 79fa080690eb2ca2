import VerdictModel

/// One run on each side. Two runs of unchanged code differ by what no run can know of itself, so
/// that little is shown, and only a large change may block.
struct SinglePair {
  let before: BenchmarkStatistics
  let after: BenchmarkStatistics
  /// How many times slower than its base the whole run is, for which no benchmark is to blame.
  var shift = 1.0

  /// The standard deviation of runs of unchanged code on a machine of which nothing is known, as a
  /// share.
  static let runNoise = 0.03
  /// How many times slower a benchmark must be for a single pair to block.
  static let blocksFrom = 1.25

  /// Of the difference of two runs.
  private static let deviation = runNoise * 2.0.squareRoot()
  /// One-sided quantiles of the normal distribution at 0.95 and 0.99.
  private static let (margin, significance) = (1.645 * deviation, 2.33 * deviation)

  /// - Returns: `nil` if times are no numbers to divide by.
  func judge(_ limit: SlowdownLimit) -> BenchmarkJudgement? {
    let isSampled = before.fifthPercentile != nil && after.fifthPercentile != nil
    let old = (isSampled ? before.fastTime : before.median).scaled(by: shift)
    let new = isSampled ? after.fastTime : after.median
    guard let exact = limit.slowdown(old, new), let allowed = limit.allowed(from: old) else {
      return nil
    }
    let slowdown = exact.double
    let answer: BenchmarkChange.Answer =
      if exact > allowed, slowdown > 1 + Self.significance {
        .regressed
      } else if slowdown < min(1 / allowed.double, 1 - Self.significance) {
        .improved
      } else if slowdown + Self.margin <= allowed.double { .withinBudget } else { .inconclusive }
    var judgement = BenchmarkJudgement(
      answer: answer, tier: .pair, times: (old, new), slowdown: slowdown,
      interval: (slowdown - Self.margin)...(slowdown + Self.margin),
      detectable: max(allowed.double, 1 + Self.significance),
      isSuspected: answer == .inconclusive && exact > allowed && slowdown > 1 + Self.margin)
    if !isBeyondNoise(slowdown, limit) {
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
