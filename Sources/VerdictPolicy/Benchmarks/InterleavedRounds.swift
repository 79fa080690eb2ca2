import VerdictModel

/// Runs of the base and of the change that one job made in turns: what the machine did to one side
/// it did to the other, and noise only makes slower, so that the best runs of each are compared.
struct InterleavedRounds {
  /// Fastest first.
  let before: [Picoseconds]
  /// Fastest first, as many.
  let after: [Picoseconds]

  /// - Returns: `nil` unless there are two runs on each side, and as many of both.
  init?(before: [Picoseconds], after: [Picoseconds]) {
    guard before.count == after.count, before.count >= 2 else { return nil }
    self.before = before.sorted()
    self.after = after.sorted()
  }

  /// The n-th best of both sides.
  private struct Rank {
    let times: (before: Picoseconds, after: Picoseconds)
    let slowdown: Fraction
    let allowed: Fraction
    let half: Fraction

    init?(_ before: Picoseconds, _ after: Picoseconds, _ limit: SlowdownLimit) {
      guard let slowdown = limit.slowdown(before, after), let allowed = limit.allowed(from: before),
        let half = allowed.halfway
      else { return nil }
      times = (before, after)
      self.slowdown = slowdown
      self.allowed = allowed
      self.half = half
    }

    func isFaster(by factor: Fraction) -> Bool {
      factor.inverse.map { slowdown < $0 } ?? false
    }
  }

  /// Regressed is what is slower in the best and in the second best run by more than the limit, and
  /// in the third by more than half of it: a benchmark that has two speeds may have shown one of
  /// them on one side only.
  ///
  /// - Returns: `nil` if times are no numbers to divide by.
  func judge(_ limit: SlowdownLimit) -> BenchmarkJudgement? {
    let ranks = zip(before, after).prefix(3).compactMap { Rank($0, $1, limit) }
    guard ranks.count == min(3, before.count) else { return nil }
    let best = ranks.prefix(2).sorted { $0.slowdown < $1.slowdown }
    let (low, high) = (best[0], best[1])
    let third = ranks.dropFirst(2).first
    let answer: BenchmarkChange.Answer
    let decisive: Rank
    if best.allSatisfy({ $0.slowdown > $0.allowed }), third.map({ $0.slowdown > $0.half }) ?? true {
      (answer, decisive) = (.regressed, low)
    } else if best.allSatisfy({ $0.isFaster(by: $0.allowed) }),
      third.map({ $0.isFaster(by: $0.half) }) ?? true
    {
      (answer, decisive) = (.improved, high)
    } else if best.allSatisfy({ $0.slowdown <= $0.allowed }) {
      (answer, decisive) = (.withinBudget, high)
    } else {
      (answer, decisive) = (.inconclusive, high)
    }
    return BenchmarkJudgement(
      answer: answer, tier: .rounds(before.count), times: decisive.times,
      slowdown: decisive.slowdown.double,
      interval: low.slowdown.double...high.slowdown.double,
      detectable: detectable(low, high, third), isSuspected: answer == .inconclusive)
  }

  /// The change that would have been shown by runs that spread as these do about their middle.
  private func detectable(_ low: Rank, _ high: Rank, _ third: Rank?) -> Double {
    let middle = (low.slowdown.double + high.slowdown.double) / 2
    let needed = max(low.allowed.double, high.allowed.double) * middle / low.slowdown.double
    return max(needed, third.map { $0.half.double * middle / $0.slowdown.double } ?? 0)
  }
}
