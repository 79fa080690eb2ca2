/// How much runs of unchanged code of one benchmark differ, and which limits that allows.
package struct BenchmarkNoise: Hashable, Sendable {
  /// What people call it.
  package var name: String
  /// How many runs were looked at.
  package var runs: Int
  /// The spread of the runs as a standard deviation, in percent of their median; `nil` if there are
  /// too few of them.
  package var spread: Fraction?
  /// The smallest limit in whole percent that one more run beside these can show to be exceeded;
  /// `nil` if there are too few of them.
  package var historyLimit: Int?
  /// What rounds can show, the fewest rounds first; empty if there are too few runs to try any.
  package var rounds: [RoundsLimit]

  /// What so many interleaved rounds can show.
  package struct RoundsLimit: Hashable, Sendable {
    /// How many runs of each side.
    package var rounds: Int
    /// The smallest limit in whole percent at which at most one in a hundred comparisons of
    /// unchanged code would block.
    package var limit: Int

    package init(rounds: Int, limit: Int) {
      self.rounds = rounds
      self.limit = limit
    }
  }

  package init(
    name: String, runs: Int, spread: Fraction? = nil, historyLimit: Int? = nil,
    rounds: [RoundsLimit] = []
  ) {
    self.name = name
    self.runs = runs
    self.spread = spread
    self.historyLimit = historyLimit
    self.rounds = rounds
  }
}

extension BenchmarkNoise {
  /// What can be asked of all of some benchmarks: of each the worst.
  package init(noisiest benchmarks: [Self]) {
    self.init(name: "", runs: benchmarks.map(\.runs).min() ?? 0)
    let known = benchmarks.compactMap(\.historyLimit)
    if known.count == benchmarks.count { historyLimit = known.max() }
    rounds = Set(benchmarks.flatMap { $0.rounds.map(\.rounds) }).sorted().compactMap { count in
      let limits = benchmarks.compactMap { $0.rounds.first { $0.rounds == count }?.limit }
      guard limits.count == benchmarks.count, let limit = limits.max() else { return nil }
      return RoundsLimit(rounds: count, limit: limit)
    }
  }

  /// What to ask of benchmarks. The cheaper one comes first.
  package enum Proposal: Hashable, Sendable {
    /// A limit in percent, to be judged by one run beside earlier ones.
    case history(limit: Int)
    /// The same by interleaved rounds.
    case rounds(RoundsLimit)
    /// There must be so many runs to say anything.
    case moreRuns(needed: Int)
  }

  /// The limit that most teams ask for, in percent.
  private static let usualLimit = 10
  /// How few runs say nothing: two of each side, or a history of five.
  private static let neededRuns = 5

  /// The least work that makes the usual limit possible, or what comes nearest to it.
  package var proposal: Proposal {
    guard let historyLimit else { return .moreRuns(needed: Self.neededRuns) }
    if historyLimit <= Self.usualLimit { return .history(limit: historyLimit) }
    if let enough = rounds.first(where: { $0.limit <= Self.usualLimit }) { return .rounds(enough) }
    guard let best = rounds.min(by: { $0.limit < $1.limit }), best.limit < historyLimit else {
      return .history(limit: historyLimit)
    }
    return .rounds(best)
  }
}
