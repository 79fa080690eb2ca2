import VerdictModel

/// Benchmarks that are gone and benchmarks that are new, and look like the same one under another
/// name: a new name would make any slowdown look like a new benchmark.
struct BenchmarkRenamings {
  /// By the id of either, the other one and how much slower the new one is.
  private let counterparts: [String: BenchmarkChange.Counterpart]

  /// How many times the other's time one of them may take.
  private static let mostFactor = 2.0
  /// How many pairs are looked at; where more benchmarks come and go, it is no renaming.
  private static let mostPairs = 10_000
  /// Longer names are not compared, in bytes.
  private static let longestName = 256

  /// - Parameters:
  ///   - removed: Those that only the baseline has.
  ///   - new: Those that only this run has.
  init(removed: [Benchmark], new: [Benchmark]) {
    guard removed.count * new.count <= Self.mostPairs else {
      counterparts = [:]
      return
    }
    // Each is paired once; the most similar names go first.
    let pairs = removed.flatMap { old in new.compactMap { Pair(old: old, new: $0) } }
      .sorted { $0.order < $1.order }
    var found: [String: BenchmarkChange.Counterpart] = [:]
    for pair in pairs where found[pair.old.id] == nil && found[pair.new.id] == nil {
      let change = pair.change
      found[pair.old.id] = BenchmarkChange.Counterpart(name: pair.new.name, change: change)
      found[pair.new.id] = BenchmarkChange.Counterpart(name: pair.old.name, change: change)
    }
    counterparts = found
  }

  /// What a benchmark that is new or gone may be called as well; `nil` if nothing looks like it.
  subscript(id: String) -> BenchmarkChange.Counterpart? { counterparts[id] }

  private struct Pair {
    let old: Benchmark
    let new: Benchmark
    /// Of the fastest run of either side: noise only makes slower.
    private let times: (before: Picoseconds, after: Picoseconds)
    private let distance: Int

    /// - Returns: `nil` if they have little in common.
    init?(old: Benchmark, new: Benchmark) {
      guard old.throughput == new.throughput,
        max(old.name.utf8.count, new.name.utf8.count) <= longestName,
        let before = old.runs.map(\.fastTime).min(), before.count > 0,
        let after = new.runs.map(\.fastTime).min(),
        (1 / mostFactor...mostFactor).contains(Double(after.count) / Double(before.count))
      else { return nil }
      let distance = editDistance(Array(old.name), Array(new.name))
      guard distance * 2 <= max(old.name.count, new.name.count) else { return nil }
      self.old = old
      self.new = new
      times = (before, after)
      self.distance = distance
    }

    var order: (Int, String, String) { (distance, old.id, new.id) }

    /// In percent of the time before.
    var change: Fraction {
      let difference = Int128(times.after.count) - Int128(times.before.count)
      return Fraction(difference * 100, over: Int128(times.before.count)) ?? .zero
    }
  }
}
