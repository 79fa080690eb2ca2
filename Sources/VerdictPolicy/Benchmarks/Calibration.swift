package import VerdictModel

extension BenchmarkNoise {
  /// Limits below this are asked of nothing that is measured in time, in percent.
  private static let leastLimit = 2
  /// No limit helps against noise above this, in percent.
  private static let mostLimit = 100
  /// How many rounds are tried.
  private static let triedRounds = [2, 3, 5]
  /// How many of the last runs are divided into rounds; more are too many ways to do it.
  private static let triedRuns = 10

  /// From runs of unchanged code.
  ///
  /// - Parameters:
  ///   - name: What people call the benchmark.
  ///   - times: The fast time of each run, oldest first.
  package init(name: String, times: [Picoseconds]) {
    self.init(name: name, runs: times.count)
    guard let past = PastRuns(times) else { return }
    let ratios = times.map { Double($0.count) / Double(past.median.count) }
    spread = Fraction(Int128((Quantiles.spread(ratios) * 10_000).rounded()), over: 100)
    let shown = 100 * past.noise.margin(RunNoise.level)
    historyLimit = Int(
      min(Double(Self.mostLimit), max(Double(Self.leastLimit), shown.rounded(.up))))
    let tried = Array(times.suffix(Self.triedRuns))
    rounds = Self.triedRounds.filter { 2 * $0 <= tried.count }.map { count in
      RoundsLimit(rounds: count, limit: Self.limit(of: count, tried))
    }
  }

  /// The smallest limit at which rounds of unchanged code hardly ever block: at most one comparison
  /// in a hundred, of all that the runs allow.
  private static func limit(of rounds: Int, _ times: [Picoseconds]) -> Int {
    let comparisons = choices(of: rounds, among: Array(times.indices)).flatMap { base in
      choices(of: rounds, among: times.indices.filter { !base.contains($0) }).compactMap { change in
        InterleavedRounds(before: base.map { times[$0] }, after: change.map { times[$0] })
      }
    }
    // What keeps to a limit keeps to each larger one.
    var blocking = comparisons
    return (leastLimit..<mostLimit).first { percent in
      let limit = SlowdownLimit(
        limit: Limit(.maxRise, .percent(ExactDecimal(percent))), before: { .duration($0) },
        after: { .duration($0) })
      blocking = blocking.filter { $0.judge(limit)?.answer == .regressed }
      return blocking.count * 100 <= comparisons.count
    } ?? mostLimit
  }

  /// Every way to choose so many of the items, whatever their order.
  private static func choices(of count: Int, among items: [Int]) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return items.indices.flatMap { index in
      choices(of: count - 1, among: Array(items[(index + 1)...])).map { [items[index]] + $0 }
    }
  }
}
