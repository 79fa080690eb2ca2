/// Why a report is too old to say anything about what is judged.
package enum Staleness: Hashable, Sendable {
  /// It was made before the commit that it should have measured.
  case olderThanCommit(created: Moment, MeasuredCommit)
  /// It is older than the policy allows for it.
  case olderThan(allowed: Age, age: Age)
}

/// The commit that is checked out while its reports are judged.
package struct MeasuredCommit: Hashable, Sendable {
  /// The full commit id.
  package var id: String
  /// When it was committed.
  package var time: Moment

  package init(id: String, time: Moment) {
    self.id = id
    self.time = time
  }
}
