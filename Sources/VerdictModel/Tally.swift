/// How many of how many: the only form in which a share is kept, so that no rounding can decide.
package struct Tally: Hashable, Sendable {
  /// How many of the total have the property: executed, taken.
  package var covered: Int
  /// How many could have it; 0 if there is nothing to judge.
  package var total: Int

  package init(covered: Int, total: Int) {
    self.covered = covered
    self.total = total
  }

  /// 0 of 0, which is *no data*: neither 0 % nor 100 %.
  package static let none = Tally(covered: 0, total: 0)

  /// What is left to reach the total: not executed, not taken.
  package var missed: Int { total - covered }

  /// The same total with so much covered that just `allowed` more are missed than before. What was
  /// missed is compared and not what was covered, so that to delete covered code loses nothing.
  package func losing(atMost allowed: Int, since before: Tally) -> Tally {
    Tally(covered: total - before.missed - allowed, total: total)
  }

  package static func + (left: Self, right: Self) -> Self {
    Self(covered: left.covered + right.covered, total: left.total + right.total)
  }

  package static func += (left: inout Self, right: Self) {
    left = left + right
  }
}
