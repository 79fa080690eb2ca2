import VerdictModel

/// How far two measurements of unchanged code lie apart, and what that lets anybody say of two that
/// may differ: the same for a run beside a history and for a single pair of runs.
struct RunNoise {
  /// The standard deviation of the change, as a share.
  let deviation: Double
  /// Of the change in units of `deviation`.
  let distribution: StudentT

  /// The probability of one false alarm, and of one that may be noise, which warns at most. Of many
  /// benchmarks both are lower.
  static let (level, suspicion) = (0.01, 0.05)

  /// How likely it is that unchanged code looks as much slower as this or more.
  func probability(ofSlowdown slowdown: Double) -> Double {
    distribution.upperTail((slowdown - 1) / deviation)
  }

  /// By how much unchanged code looks slower with a probability, as a share.
  func margin(_ probability: Double) -> Double {
    deviation * distribution.quantile(upperTail: probability)
  }

  /// - Parameters:
  ///   - tier: By what the two are known.
  ///   - level: Below which probability a change is shown.
  /// - Returns: `nil` if times are no numbers to divide by.
  func judge(
    from old: Picoseconds, to new: Picoseconds, _ limit: SlowdownLimit,
    tier: BenchmarkChange.Tier, level: Double
  ) -> BenchmarkJudgement? {
    guard let exact = limit.slowdown(old, new), let allowed = limit.allowed(from: old) else {
      return nil
    }
    let slowdown = exact.double
    let (needed, half) = (margin(level), margin(Self.suspicion))
    let answer: BenchmarkChange.Answer =
      if exact > allowed, slowdown > 1 + needed {
        .regressed
      } else if slowdown < min(1 / allowed.double, 1 - needed) {
        .improved
      } else if slowdown + half <= allowed.double { .withinBudget } else { .inconclusive }
    let suspicion = level * Self.suspicion / Self.level
    return BenchmarkJudgement(
      answer: answer, tier: tier, times: (old, new), slowdown: slowdown,
      interval: (slowdown - half)...(slowdown + half),
      detectable: max(allowed.double, 1 + needed),
      isSuspected: answer == .inconclusive && exact > allowed && slowdown > 1 + margin(suspicion))
  }
}
