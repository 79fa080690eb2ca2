/// The twelve categories of differential coverage (genhtml's man page, "differential coverage
/// categories"): what became of each line, or branch outcome, between two versions.
package enum CoverageCategory: String, CaseIterable, Sendable {
  /// New code that is not covered.
  case uncoveredNew = "UNC"
  /// Covered before, not covered now, in code that did not change.
  case lostBaseline = "LBC"
  /// Not coverable before, not covered now, in code that did not change.
  case uncoveredIncluded = "UIC"
  /// Not covered before nor now.
  case uncoveredBaseline = "UBC"
  /// Not covered before, covered now, in code that did not change.
  case gainedBaseline = "GBC"
  /// Not coverable before, covered now, in code that did not change.
  case gainedIncluded = "GIC"
  /// New code that is covered.
  case gainedNew = "GNC"
  /// Covered before and now.
  case coveredBaseline = "CBC"
  /// Not covered before, not coverable now, in code that did not change.
  case excludedUncovered = "EUB"
  /// Covered before, not coverable now, in code that did not change.
  case excludedCovered = "ECB"
  /// Deleted or changed code that was not covered.
  case deletedUncovered = "DUB"
  /// Deleted or changed code that was covered.
  case deletedCovered = "DCB"
}

/// How many lines, or branch outcomes, are in each category.
package struct CoverageCategories: Hashable, Sendable {
  private var counts = CoverageCategory.allCases.map { _ in 0 }

  package init() {}

  /// How many are in a category.
  package subscript(category: CoverageCategory) -> Int {
    get { counts[category.index] }
    set { counts[category.index] = newValue }
  }

  /// Whether nothing was lost, won, added or deleted.
  package var isUnchanged: Bool {
    CoverageCategory.allCases.allSatisfy { category in
      [.uncoveredBaseline, .coveredBaseline].contains(category) || self[category] == 0
    }
  }

  package static func += (left: inout Self, right: Self) {
    for index in left.counts.indices { left.counts[index] += right.counts[index] }
  }

  /// Takes code that the change adds.
  package mutating func add(new: Tally) {
    self[.gainedNew] += new.covered
    self[.uncoveredNew] += new.missed
  }

  /// Takes code that the change deletes.
  package mutating func add(deleted: Tally) {
    self[.deletedCovered] += deleted.covered
    self[.deletedUncovered] += deleted.missed
  }

  /// Takes code that did not change. Outcomes that a report only counts cannot be told apart, so
  /// that as few as possible are taken to have changed.
  package mutating func add(before: Tally, after: Tally) {
    var (oldCovered, oldMissed) = (before.covered, before.missed)
    var (newCovered, newMissed) = (after.covered, after.missed)
    func pair(_ old: inout Int, _ new: inout Int) -> Int {
      let pairs = min(old, new)
      old -= pairs
      new -= pairs
      return pairs
    }
    self[.coveredBaseline] += pair(&oldCovered, &newCovered)
    self[.uncoveredBaseline] += pair(&oldMissed, &newMissed)
    self[.lostBaseline] += pair(&oldCovered, &newMissed)
    self[.gainedBaseline] += pair(&oldMissed, &newCovered)
    self[.gainedIncluded] += newCovered
    self[.uncoveredIncluded] += newMissed
    self[.excludedCovered] += oldCovered
    self[.excludedUncovered] += oldMissed
  }
}

extension CoverageCategory {
  /// Its place among all.
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
