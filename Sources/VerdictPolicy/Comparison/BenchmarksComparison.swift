package import VerdictModel

extension BenchmarksComparison {
  /// How much slower may be what no rule asks about.
  private static let usualLimit = Limit(.maxRise, .percent(ExactDecimal(5)))

  /// Pairs benchmarks by id.
  ///
  /// - Parameters:
  ///   - before: The baseline, in which what the job itself measured of the code before the change
  ///     stands as well.
  ///   - history: What is remembered of runs before `after`.
  ///   - judged: What rules say of benchmarks. Of several answers about one the worst counts, and
  ///     the usual limit where there is none.
  package init(
    before: BenchmarkReport, after: BenchmarkReport, history: BenchmarkHistory = .none,
    judged: [BenchmarkChange] = []
  ) {
    let changes = BenchmarkChanges(
      before: before.benchmarks, after: after.benchmarks, base: after.base
    ) { history.runs(of: $0.id) }
    let old = Dictionary(uniqueKeysWithValues: before.benchmarks.map { ($0.id, $0) })
    let new = Dictionary(uniqueKeysWithValues: after.benchmarks.map { ($0.id, $0) })
    let told = Dictionary(
      judged.compactMap { change in change.benchmark.map { ($0, change) } },
      uniquingKeysWith: { $1.answer.isWorse(than: $0.answer) ? $1 : $0 })
    self.init(
      entries: Set(old.keys).union(new.keys).sorted().map { id in
        let status: BenchmarkStatus =
          if new[id] == nil {
            .removed(changes.renamings[id])
          } else if old[id] == nil {
            .new(changes.renamings[id])
          } else {
            changes.status(of: id, Self.usualLimit) ?? .undecided(.noBaseline)
          }
        return Entry(
          before: old[id], after: new[id], change: told[id] ?? status.change(of: id))
      },
      shift: changes.shift?.change)
  }
}

extension BenchmarkChange.Answer {
  /// From the worst on.
  private static let order: [Self] = [
    .regressed, .removed, .copied, .leftOver, .inconclusive, .new, .withinBudget, .improved,
  ]

  fileprivate func isWorse(than other: Self) -> Bool {
    let order = Self.order
    return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
  }
}
