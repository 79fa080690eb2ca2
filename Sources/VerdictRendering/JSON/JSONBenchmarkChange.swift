import VerdictModel

/// What is known of how a benchmark changed.
struct JSONBenchmarkChange: Encodable {
  /// `regressed`, `improved`, `within budget`, `inconclusive`, `new`, `removed`, `left over` or
  /// `copied`.
  let answer: String
  /// The benchmark's id; absent for what all have in common.
  let benchmark: String?
  /// `rounds`, `history` or `pair`; absent if no change is known.
  let tier: String?
  /// How many rounds there are, or how many earlier runs.
  let runs: Int?
  /// In hundredths of a percent of the time before, above 0 is slower.
  let basisPoints: Int?
  /// What the change may be as well, from and to, in hundredths of a percent.
  let interval: [Int]?
  /// The smallest change that this evidence could have shown to be above the limit, in hundredths
  /// of a percent.
  let detectable: Int?
  /// What all benchmarks have in common, in hundredths of a percent; absent for the change of one.
  let runWide: Int?
  /// The benchmark that a new or removed one seems to be under another name; absent without one.
  let counterpart: Counterpart?

  struct Counterpart: Encodable {
    let name: String
    /// By how much the one after the change is slower, in hundredths of a percent.
    let basisPoints: Int
  }

  init(_ change: BenchmarkChange) {
    answer = change.answer.rawValue
    benchmark = change.benchmark
    let estimate = change.estimate
    switch estimate?.tier {
    case .rounds(let count): (tier, runs) = ("rounds", count)
    case .history(let count): (tier, runs) = ("history", count)
    case .pair: (tier, runs) = ("pair", nil)
    case nil: (tier, runs) = (nil, nil)
    }
    basisPoints = estimate.map { Self.hundredths($0.change) }
    interval = estimate.map {
      [Self.hundredths($0.interval.lowerBound), Self.hundredths($0.interval.upperBound)]
    }
    detectable = estimate.map { Self.hundredths($0.detectable) }
    runWide = change.runWide.map(Self.hundredths)
    counterpart = change.counterpart.map {
      Counterpart(name: $0.name, basisPoints: Self.hundredths($0.change))
    }
  }

  private static func hundredths(_ percent: Fraction) -> Int {
    percent.times(Fraction(100)).map { Int(clamping: $0.roundedDown) } ?? 0
  }
}
