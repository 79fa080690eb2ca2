/// What is known of how a benchmark changed, and how well it is known.
package struct BenchmarkChange: Hashable, Sendable {
  /// What the change was seen by, from the best evidence to the weakest.
  package enum Tier: Hashable, Sendable {
    /// As many runs of the base and of the change, made in turns by one job.
    case rounds(Int)
    /// One run beside so many earlier ones.
    case history(runs: Int)
    /// One run on each side.
    case pair
  }

  /// What the evidence says about a limit. Raw values are the words of outputs.
  package enum Answer: String, Hashable, Sendable, CaseIterable {
    /// Slower by more than the limit, beyond what noise does.
    case regressed
    /// Faster by as much.
    case improved
    /// Shown to be no slower than the limit allows.
    case withinBudget = "within budget"
    /// Neither is shown.
    case inconclusive
    /// Not measured before.
    case new
    /// Measured before, and not now.
    case removed
    /// Its numbers are those of an earlier run, where other benchmarks were measured again.
    case leftOver = "left over"
    /// Its numbers are those that it is compared with: not measured again, as all others.
    case copied
  }

  /// The benchmark's id; `nil` for what all of them have in common.
  package var benchmark: String?
  /// In the light of one limit.
  package var answer: Answer
  /// `nil` for a benchmark of which no change is known: that is new or removed, say.
  package var estimate: Estimate?
  /// What all benchmarks have in common, in percent of the time before; `nil` for the change of
  /// one benchmark.
  package var runWide: Fraction?
  /// What a new or removed benchmark seems to be under another name; `nil` if it looks like none.
  package var counterpart: Counterpart?

  /// Another benchmark that is perhaps the same.
  package struct Counterpart: Hashable, Sendable {
    /// What people call it.
    package var name: String
    /// By how much the one after the change is slower, in percent.
    package var change: Fraction

    package init(name: String, change: Fraction) {
      self.name = name
      self.change = change
    }
  }

  /// A change with its uncertainty, all in percent of the time before; above 0 is slower.
  package struct Estimate: Hashable, Sendable {
    /// By what the change was seen.
    package var tier: Tier
    /// The time of one iteration from which the change is.
    package var before: Picoseconds
    /// The time of one iteration to which it is.
    package var after: Picoseconds
    /// The change that the limit was compared with.
    package var change: Fraction
    /// What the change may be as well: of rounds the two best, of others 90 %.
    package var interval: ClosedRange<Fraction>
    /// The smallest change that this evidence could have shown to be above the limit.
    package var detectable: Fraction

    package init(
      tier: Tier, before: Picoseconds, after: Picoseconds, change: Fraction,
      interval: ClosedRange<Fraction>, detectable: Fraction
    ) {
      self.tier = tier
      self.before = before
      self.after = after
      self.change = change
      self.interval = interval
      self.detectable = detectable
    }
  }

  package init(
    _ answer: Answer, _ estimate: Estimate? = nil, of benchmark: String? = nil,
    counterpart: Counterpart? = nil
  ) {
    self.benchmark = benchmark
    self.answer = answer
    self.estimate = estimate
    self.counterpart = counterpart
  }
}
