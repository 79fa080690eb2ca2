import VerdictModel

/// Earlier runs of a benchmark, by whose spread one more is judged.
struct PastRuns {
  /// Oldest first: the fast times of all runs that are remembered.
  private let times: [Picoseconds]
  /// In the middle of the recent runs.
  let median: Picoseconds
  /// How far a further run of unchanged code lies from `median`, as a standard deviation and as a
  /// share of it.
  let deviation: Double
  let distribution: StudentT

  /// How few runs say nothing about spread.
  static let needed = 5
  /// What is assumed of the spread before anything is known, as a share, and how many runs that
  /// assumption counts for: five runs may agree by chance.
  private static let (assumed, weight) = (0.02, 4)

  /// - Returns: `nil` if there are too few runs.
  init?(_ times: [Picoseconds]) {
    let recent = times.suffix(BenchmarkHistory.capacity - BenchmarkHistory.pinned)
    guard recent.count >= Self.needed else { return nil }
    let middle = Quantiles.median(recent.map { Double($0.count) })
    guard middle >= 1 else { return nil }
    self.times = times
    median = Picoseconds(rounding: middle)
    let spread = Quantiles.spread(recent.map { Double($0.count) / middle })
    let (count, weight) = (Double(recent.count), Double(Self.weight))
    let variance =
      (weight * Self.assumed * Self.assumed + (count - 1) * spread * spread) / (weight + count - 1)
    // The median of the runs is uncertain too: its variance is π/2 of that of their mean.
    deviation = (variance * (1 + Double.pi / (2 * count))).squareRoot()
    distribution = StudentT(degrees: Self.weight + recent.count - 1)
  }

  /// How many runs were looked at.
  var count: Int { min(times.count, BenchmarkHistory.capacity - BenchmarkHistory.pinned) }

  /// How likely it is that unchanged code is as slow as this or slower.
  func probability(ofSlowdown slowdown: Double) -> Double {
    distribution.upperTail((slowdown - 1) / deviation)
  }

  /// - Parameters:
  ///   - time: What this run measured.
  ///   - shift: How many times slower the whole run is.
  ///   - level: Below which probability a change is shown.
  /// - Returns: `nil` if times are no numbers to divide by.
  func judge(
    _ time: Picoseconds, _ limit: SlowdownLimit, shift: Double, level: Double
  ) -> BenchmarkJudgement? {
    let old = median.scaled(by: shift)
    guard let exact = limit.slowdown(old, time), let allowed = limit.allowed(from: old) else {
      return nil
    }
    let slowdown = exact.double
    let needed = deviation * distribution.quantile(upperTail: level)
    let margin = deviation * distribution.quantile(upperTail: 0.05)
    let answer: BenchmarkChange.Answer =
      if exact > allowed, slowdown > 1 + needed {
        .regressed
      } else if slowdown < min(1 / allowed.double, 1 - needed) {
        .improved
      } else if slowdown + margin <= allowed.double { .withinBudget } else { .inconclusive }
    return BenchmarkJudgement(
      answer: answer, tier: .history(runs: count), times: (old, time), slowdown: slowdown,
      interval: (slowdown - margin)...(slowdown + margin),
      detectable: max(allowed.double, 1 + needed),
      isSuspected: answer == .inconclusive && exact > allowed && slowdown > 1 + margin)
  }

  /// Slow creep: so many small steps that each is within its limit. Against the first runs that are
  /// remembered twice the limit is allowed.
  ///
  /// - Returns: `nil` if it is not shown, or too little is remembered.
  func creep(_ time: Picoseconds, _ limit: SlowdownLimit, level: Double) -> BenchmarkJudgement? {
    guard times.count >= 2 * BenchmarkHistory.pinned else { return nil }
    let first = times.prefix(BenchmarkHistory.pinned).map { Double($0.count) }
    let start = Picoseconds(rounding: Quantiles.median(first))
    guard let exact = limit.slowdown(start, time), let allowed = limit.allowed(from: start) else {
      return nil
    }
    let needed = deviation * distribution.quantile(upperTail: level)
    let budget = max(2 * allowed.double - 1, 1 + needed)
    let slowdown = exact.double
    guard slowdown > budget else { return nil }
    let margin = deviation * distribution.quantile(upperTail: 0.05)
    return BenchmarkJudgement(
      answer: .regressed, tier: .history(runs: count), times: (start, time), slowdown: slowdown,
      interval: (slowdown - margin)...(slowdown + margin), detectable: budget,
      remarks: ["step by step since the first runs that are remembered; twice the limit is allowed"]
    )
  }
}
