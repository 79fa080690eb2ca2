import VerdictModel

/// Earlier runs of a benchmark, by whose spread one more is judged.
struct PastRuns {
  /// Oldest first: the fast times of all runs that are remembered.
  private let times: [Picoseconds]
  /// In the middle of the recent runs.
  let median: Picoseconds
  /// How far a further run of unchanged code lies from `median`.
  let noise: RunNoise

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
    noise = RunNoise(
      deviation: (variance * (1 + Double.pi / (2 * count))).squareRoot(),
      distribution: StudentT(degrees: Self.weight + recent.count - 1))
  }

  /// How many runs were looked at.
  var count: Int { min(times.count, BenchmarkHistory.capacity - BenchmarkHistory.pinned) }

  /// - Parameters:
  ///   - time: What this run measured.
  ///   - shift: How many times slower the whole run is.
  ///   - level: Below which probability a change is shown.
  /// - Returns: `nil` if times are no numbers to divide by.
  func judge(
    _ time: Picoseconds, _ limit: SlowdownLimit, shift: Double, level: Double
  ) -> BenchmarkJudgement? {
    noise.judge(
      from: median.scaled(by: shift), to: time, limit, tier: .history(runs: count), level: level)
  }

  /// Slow creep: so many small steps that each is within its limit. Against the first runs that are
  /// remembered twice the limit is allowed.
  ///
  /// - Returns: `nil` if it is not shown, or too little is remembered.
  func creep(
    _ time: Picoseconds, _ limit: SlowdownLimit, shift: Double, level: Double
  ) -> BenchmarkJudgement? {
    guard times.count >= 2 * BenchmarkHistory.pinned else { return nil }
    let first = times.prefix(BenchmarkHistory.pinned).map { Double($0.count) }
    let start = Picoseconds(rounding: Quantiles.median(first)).scaled(by: shift)
    guard let exact = limit.slowdown(start, time), let allowed = limit.allowed(from: start) else {
      return nil
    }
    let budget = max(2 * allowed.double - 1, 1 + noise.margin(level))
    let slowdown = exact.double
    guard slowdown > budget else { return nil }
    let margin = noise.margin(RunNoise.suspicion)
    return BenchmarkJudgement(
      answer: .regressed, tier: .history(runs: count), times: (start, time), slowdown: slowdown,
      interval: (slowdown - margin)...(slowdown + margin), detectable: budget,
      remarks: ["step by step since the first runs that are remembered; twice the limit is allowed"]
    )
  }
}
