import VerdictModel

/// A limit on the change of one benchmark, seen as one on how many times slower it may be: times
/// that rise and rates that fall are the same to it.
struct SlowdownLimit: Sendable {
  let limit: Limit
  /// The metric's value at a time of one iteration, with the work that an iteration did before.
  let before: @Sendable (Picoseconds) -> Quantity?
  /// The same with the work that an iteration does now.
  let after: @Sendable (Picoseconds) -> Quantity?

  /// How many times slower the second time is, exactly; `nil` if that has no answer.
  func slowdown(_ old: Picoseconds, _ new: Picoseconds) -> Fraction? {
    guard let old = before(old)?.fraction, let new = after(new)?.fraction else { return nil }
    return limit.relation == .maxDrop ? old.divided(by: new) : new.divided(by: old)
  }

  /// How many times slower is allowed from a time before; `nil` if that has no answer.
  func allowed(from time: Picoseconds) -> Fraction? {
    guard let value = before(time), let old = value.fraction,
      let bound = limit.bound(for: value, baseline: value), bound > .zero
    else { return nil }
    return limit.relation == .maxDrop ? old.divided(by: bound) : bound.divided(by: old)
  }
}
