import VerdictModel

/// What a tier of evidence says about one benchmark and one limit.
struct BenchmarkJudgement {
  var answer: BenchmarkChange.Answer
  var tier: BenchmarkChange.Tier
  /// The times between which the change is; the limit on it is compared with exactly these.
  var times: (before: Picoseconds, after: Picoseconds)
  /// How many times slower `times` say.
  var slowdown: Double
  /// How many times slower it may be as well.
  var interval: ClosedRange<Double>
  /// How many times slower it would have to be for this evidence to show it.
  var detectable: Double
  /// Whether an inconclusive change is above the limit, and larger than what noise makes in 19 of 20
  /// runs: no proof, and enough for a warning.
  var isSuspected = false
  /// The strictest action that may follow, with the reason; `nil` for any.
  var cap: (action: Action, reason: String)?
  /// Sentences for the reader.
  var remarks: [String] = []

  /// What outputs show of it.
  var estimate: BenchmarkChange.Estimate {
    BenchmarkChange.Estimate(
      tier: tier, before: times.before, after: times.after, change: Self.percent(slowdown),
      interval: Self.percent(interval.lowerBound)...Self.percent(interval.upperBound),
      detectable: Self.percent(detectable))
  }

  /// A factor as a change in percent, to the nearest hundredth; a million percent is as good as any
  /// more.
  private static func percent(_ factor: Double) -> Fraction {
    let most = 1e8
    let hundredths = ((factor - 1) * 10_000).rounded()
    let count = hundredths.isFinite ? max(-most, min(most, hundredths)) : most
    return Fraction(Int128(count), over: 100) ?? .zero
  }
}

extension Fraction {
  /// The nearest number that floating point has.
  var double: Double { Double(numerator) / Double(denominator) }

  /// Half way from 1 to this factor.
  var halfway: Fraction? { plus(Fraction(1))?.divided(by: Fraction(2)) }

  /// 1 divided by it.
  var inverse: Fraction? { Fraction(1).divided(by: self) }
}
