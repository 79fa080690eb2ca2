import VerdictModel

/// The changes of benchmarks that are looked at together, by one rule or whatever the rules ask: what
/// is common to all of them is the machine's, and of many comparisons some are large by chance.
struct BenchmarkChanges {
  private let times: [String: BenchmarkTimes]
  private let tiers: [String: BenchmarkTier]
  private let levels: [String: Double]
  private let metric: Metric
  private let minChange: Picoseconds?
  /// Whether no benchmark at all was measured again.
  private let isCopy: Bool
  /// How many times slower than before the whole run is, and how many benchmarks say so; `nil` if
  /// it is not.
  let shift: BenchmarkShift?
  /// Which benchmarks may be the same under another name.
  let renamings: BenchmarkRenamings
  /// How far single pairs of runs lie apart.
  private let pairNoise: RunNoise

  /// From how many benchmarks on what they have in common is told from what each does.
  private static let many = 8
  /// How far the run as a whole may be off before that is the machine's doing.
  private static let shiftMargin = 0.03
  /// The probability of any false alarm among many benchmarks.
  private static let familyLevel = 0.05

  /// - Parameters:
  ///   - before: What the others are compared with, unique by id.
  ///   - after: What this run measured, unique by id.
  ///   - base: What the same job measured of the code before the change, in turns with `after`.
  ///   - metric: One of the time of benchmarks.
  ///   - minChange: Changes below this do not count; `nil` if all do.
  ///   - history: The earlier runs of a benchmark, oldest first.
  init(
    before: [Benchmark], after: [Benchmark], base: [Benchmark], metric: Metric = .benchmarkTime,
    minChange: Picoseconds? = nil, history: (Benchmark) -> [PastBenchmark]
  ) {
    self.metric = metric
    self.minChange = minChange
    let base = Set(base.map(\.id))
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    var times: [String: BenchmarkTimes] = [:]
    for benchmark in after {
      guard let old = old[benchmark.id] else { continue }
      times[benchmark.id] = BenchmarkTimes(
        before: old, after: benchmark, isInterleaved: base.contains(benchmark.id),
        history: history(benchmark))
    }
    self.times = times
    let tiers = times.mapValues(\.tier)
    self.tiers = tiers
    isCopy = tiers.values.allSatisfy(\.isCopy)
    let slowdowns = tiers.compactMapValues(\.pair?.slowdown)
    pairNoise =
      slowdowns.count < Self.many
      ? SinglePair.assumedNoise : SinglePair.noise(of: Array(slowdowns.values))
    shift = Self.shift(times, tiers)
    levels = Self.levels(times, tiers, pairNoise, excuse: max(1, shift?.factor ?? 1))
    let present = Set(after.map(\.id))
    renamings = BenchmarkRenamings(
      removed: before.filter { !present.contains($0.id) }, new: after.filter { old[$0.id] == nil })
  }

  /// What is known of a benchmark's change, in the light of a limit; `nil` if it is new.
  func status(of benchmark: String, _ limit: Limit) -> BenchmarkStatus? {
    guard let times = times[benchmark], let tier = tiers[benchmark] else { return nil }
    let (metric, before, after) = (metric, times.before, times.after)
    let slowdown = SlowdownLimit(
      limit: limit, before: { metric.quantity(at: $0, of: before) },
      after: { metric.quantity(at: $0, of: after) })
    let level = levels[benchmark] ?? RunNoise.level
    switch tier {
    case .copy(let isOfBaseline):
      return .undecided(isCopy && isOfBaseline ? .comparedWithItself : .leftOver)
    case .uneven(let before, let after):
      return .undecided(.unevenRounds(before: before, after: after))
    case .rounds, .past, .pair: break
    }
    guard var judgement = judge(times, tier, slowdown, level) else {
      return .undecided(.noBaseline)
    }
    if judgement.answer != .regressed, let slow = judgeMedians(times, slowdown, level) {
      judgement = slow
    }
    ignoreSmallChange(&judgement)
    if excuse > 1, tier.isShifted {
      judgement.remarks.append("beside what the whole run is slower")
    }
    return .judged(
      judgement,
      values: (slowdown.before(judgement.times.before), slowdown.after(judgement.times.after)))
  }

  /// How many times slower a benchmark may look. A run that is faster as a whole excuses nothing,
  /// and blames nobody.
  private var excuse: Double { max(1, shift?.factor ?? 1) }

  /// What the best evidence says, and else whether many small steps are a large one.
  private func judge(
    _ times: BenchmarkTimes, _ tier: BenchmarkTier, _ limit: SlowdownLimit, _ level: Double
  ) -> BenchmarkJudgement? {
    let time = times.after.typicalRun.fastTime
    let judgement: BenchmarkJudgement?
    switch tier {
    case .copy, .uneven: return nil
    case .rounds(let rounds): judgement = rounds.judge(limit)
    case .past(let runs):
      judgement = runs.judge(time, limit, shift: excuse, level: level)
    case .pair(var pair):
      pair.shift = excuse
      pair.noise = pairNoise
      judgement = pair.judge(limit, level: level)
    }
    guard judgement?.answer != .regressed else { return judgement }
    guard let past = times.past else { return judgement }
    // What rounds show has nothing to do with how fast the machine is today.
    let (now, shift) =
      if case .rounds = tier, let judgement {
        (past.median.scaled(by: judgement.slowdown), 1.0)
      } else { (time, excuse) }
    return past.creep(now, limit, shift: shift, level: level) ?? judgement
  }

  /// The same by medians, if these are slower: a change may leave the fast samples alone, and make
  /// the others slow. Noise does that too, so that it warns at most.
  private func judgeMedians(
    _ times: BenchmarkTimes, _ limit: SlowdownLimit, _ level: Double
  ) -> BenchmarkJudgement? {
    let times = times.byMedians
    guard var judgement = judge(times, times.tier, limit, level), judgement.answer == .regressed
    else { return nil }
    // One median beside another is believed only where one pair of runs is.
    if judgement.tier == .pair, judgement.cap != nil { return nil }
    judgement.cap = (.warn, "only the medians are slower, which warns at most")
    return judgement
  }

  private func ignoreSmallChange(_ judgement: inout BenchmarkJudgement) {
    let (before, after) = judgement.times
    guard let least = minChange, abs(after.count - before.count) < least.count,
      judgement.answer != .withinBudget
    else { return }
    judgement.answer = .withinBudget
    judgement.remarks.append("a smaller change than minChange asks for")
  }

  /// The probability below which a benchmark's change is shown. Holm's step-down procedure keeps the
  /// chance of any false alarm among many; a few are alarms of their own.
  private static func levels(
    _ times: [String: BenchmarkTimes], _ tiers: [String: BenchmarkTier], _ pairNoise: RunNoise,
    excuse: Double
  ) -> [String: Double] {
    let probabilities = tiers.compactMap { id, tier -> (id: String, probability: Double)? in
      guard let noise = tier.noise(ofPairs: pairNoise),
        let time = times[id]?.after.typicalRun.fastTime, let slowdown = tier.shiftedBy(time)
      else { return nil }
      return (id, noise.probability(ofSlowdown: slowdown / excuse))
    }.sorted { ($0.probability, $0.id) < ($1.probability, $1.id) }
    let few = 5
    guard probabilities.count > few else { return [:] }
    var levels: [String: Double] = [:]
    var hasStopped = false
    var strictest = RunNoise.level
    for (index, entry) in probabilities.enumerated() {
      if !hasStopped { strictest = familyLevel / Double(probabilities.count - index) }
      hasStopped = hasStopped || entry.probability > strictest
      levels[entry.id] = min(RunNoise.level, strictest)
    }
    return levels
  }

  private static func shift(
    _ times: [String: BenchmarkTimes], _ tiers: [String: BenchmarkTier]
  ) -> BenchmarkShift? {
    let factors = tiers.compactMap { id, tier in
      (times[id]?.after.typicalRun.fastTime).flatMap(tier.shiftedBy)
    }
    let factor = Quantiles.median(factors)
    guard factors.count >= many, abs(factor - 1) > shiftMargin else { return nil }
    return BenchmarkShift(factor: factor, benchmarks: factors.count)
  }
}

/// What all benchmarks of a run have in common.
struct BenchmarkShift {
  /// How many times slower they are.
  let factor: Double
  /// How many say so.
  let benchmarks: Int

  /// The row of outputs.
  var change: BenchmarkChange {
    var change = BenchmarkChange(.inconclusive)
    let hundredths = Int128(((factor - 1) * 10_000).rounded())
    change.runWide = Fraction(hundredths, over: 100) ?? .zero
    return change
  }
}

/// The answer about one benchmark.
enum BenchmarkStatus {
  /// With the metric's values between which the change is.
  case judged(BenchmarkJudgement, values: (before: Quantity?, after: Quantity?))
  case undecided(UndecidedReason)
  /// With what it seems to have been called.
  case new(BenchmarkChange.Counterpart?)
  /// With what it seems to be called now.
  case removed(BenchmarkChange.Counterpart?)

  /// The row of outputs.
  func change(of benchmark: String) -> BenchmarkChange {
    switch self {
    case .judged(let judgement, _):
      BenchmarkChange(judgement.answer, judgement.estimate, of: benchmark)
    case .new(let old): BenchmarkChange(.new, of: benchmark, counterpart: old)
    case .removed(let new): BenchmarkChange(.removed, of: benchmark, counterpart: new)
    case .undecided(.comparedWithItself): BenchmarkChange(.copied, of: benchmark)
    case .undecided(.leftOver): BenchmarkChange(.leftOver, of: benchmark)
    case .undecided: BenchmarkChange(.inconclusive, of: benchmark)
    }
  }
}
