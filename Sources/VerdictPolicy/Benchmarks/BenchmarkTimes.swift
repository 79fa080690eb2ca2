import VerdictModel

/// What is there to judge the change of one benchmark by.
struct BenchmarkTimes {
  let before: Benchmark
  let after: Benchmark
  /// Whether `before` was measured by the same job, in turns with `after`.
  let isInterleaved: Bool
  /// `nil` if too few runs are remembered.
  let past: PastRuns?
  /// Whether some earlier run is this very one.
  let isRemembered: Bool
  private let history: [PastBenchmark]

  /// - Parameter history: The earlier runs, oldest first.
  init(before: Benchmark, after: Benchmark, isInterleaved: Bool, history: [PastBenchmark]) {
    self.before = before
    self.after = after
    self.isInterleaved = isInterleaved
    self.history = history
    past = PastRuns(history.times(comparableTo: after))
    isRemembered = after.runs.contains { run in history.contains { $0.isSurely(run) } }
  }

  /// The same by medians.
  var byMedians: Self {
    Self(
      before: before.byMedians, after: after.byMedians, isInterleaved: isInterleaved,
      history: history)
  }

  /// What the evidence is, as far as it is any.
  var tier: BenchmarkTier {
    guard isDistinct else { return .copy(isOfBaseline: true) }
    guard isInterleaved else {
      if isRemembered { return .copy(isOfBaseline: false) }
      return past.map(BenchmarkTier.past) ?? pair
    }
    guard before.runs.count == after.runs.count else {
      return .uneven(before: before.runs.count, after: after.runs.count)
    }
    if let rounds = InterleavedRounds(before: fastTimes(before), after: fastTimes(after)) {
      return .rounds(rounds)
    }
    return past.map(BenchmarkTier.past) ?? pair
  }

  private var pair: BenchmarkTier {
    .pair(SinglePair(before: before.typicalRun, after: after.typicalRun))
  }

  /// Whether the two sides are two measurements: to the last digit alike is only a copy. Times
  /// without any spread tell nothing of the kind.
  private var isDistinct: Bool {
    let known = Set(before.runs.filter { $0.standardDeviation.count > 0 })
    return !after.runs.contains(where: known.contains)
  }

  /// By the same quantile on both sides: medians, if any run has no samples.
  private func fastTimes(_ benchmark: Benchmark) -> [Picoseconds] {
    let isSampled = (before.runs + after.runs).allSatisfy { $0.fifthPercentile != nil }
    return benchmark.runs.map { isSampled ? $0.fastTime : $0.median }
  }
}

/// The tiers of evidence, from the best to none.
enum BenchmarkTier {
  case rounds(InterleavedRounds)
  case past(PastRuns)
  case pair(SinglePair)
  /// Not as many runs of the base as of the change.
  case uneven(before: Int, after: Int)
  /// A run beside itself, or else beside a history that it is a part of.
  case copy(isOfBaseline: Bool)

  var isCopy: Bool {
    if case .copy = self { true } else { false }
  }

  /// `nil` for any other tier.
  var pair: SinglePair? {
    if case .pair(let pair) = self { pair } else { nil }
  }

  /// How far runs of unchanged code lie apart; `nil` where runs took turns, which need no
  /// assumption.
  ///
  /// - Parameter pairs: That of single pairs.
  func noise(ofPairs pairs: RunNoise) -> RunNoise? {
    switch self {
    case .past(let runs): runs.noise
    case .pair: pairs
    case .rounds, .uneven, .copy: nil
    }
  }

  /// Whether the machine may have changed between the two sides.
  var isShifted: Bool {
    switch self {
    case .past, .pair: true
    case .rounds, .uneven, .copy: false
    }
  }

  /// How many times slower a whole run would make the benchmark look, in times only; `nil` where
  /// the two sides took turns.
  func shiftedBy(_ time: Picoseconds) -> Double? {
    switch self {
    case .past(let runs):
      runs.median.count > 0 ? Double(time.count) / Double(runs.median.count) : nil
    case .pair(let pair): pair.slowdown
    case .rounds, .uneven, .copy: nil
    }
  }
}

extension [PastBenchmark] {
  /// The fast times, or the medians where the runs or the benchmark have no samples.
  fileprivate func times(comparableTo benchmark: Benchmark) -> [Picoseconds] {
    // A time is never compared with another quantile: then the history says nothing.
    guard benchmark.typicalRun.fifthPercentile != nil else { return map(\.median) }
    let sampled = compactMap(\.fifthPercentile)
    return sampled.count == count ? sampled : []
  }
}
