/// Where the lines of a file's old version are in its new one: lines that are neither deleted nor
/// added follow each other in the same order.
package struct LineMap {
  private let deleted: [ClosedRange<Int>]
  private let added: [ClosedRange<Int>]
  /// Ranges behind the last line that was asked for, and the lines in those before it.
  private var nextDeleted = 0
  private var deletedBefore = 0
  private var nextAdded = 0
  private var addedBefore = 0

  /// - Parameter change: `nil` for a file that is not touched.
  package init(_ change: ChangedFile?) {
    deleted = change?.deleted.ranges ?? []
    added = change?.added.ranges ?? []
  }

  /// The new number of an old line; `nil` if it is deleted or changed.
  ///
  /// - Parameter old: 1-based, and not below the one that was asked for last.
  package mutating func newLine(of old: Int) -> Int? {
    while nextDeleted < deleted.count, deleted[nextDeleted].upperBound < old {
      deletedBefore += deleted[nextDeleted].count
      nextDeleted += 1
    }
    if nextDeleted < deleted.count, deleted[nextDeleted].contains(old) { return nil }
    let unchanged = old - deletedBefore
    while nextAdded < added.count, added[nextAdded].lowerBound <= unchanged + addedBefore {
      addedBefore += added[nextAdded].count
      nextAdded += 1
    }
    return unchanged + addedBefore
  }
}
