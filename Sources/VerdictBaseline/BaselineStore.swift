package import VerdictModel

/// A place that keeps the evidence of one run until the next.
package protocol BaselineStore: Sendable {
  /// The baseline that was saved last.
  ///
  /// - Returns: `nil` if none was saved yet. What cannot be read is an error and never `nil`: a
  ///   damaged baseline must not look like a first run.
  func load() throws(BaselineError) -> Baseline?

  /// Replaces the baseline as a whole: whatever interrupts it leaves the one before.
  func save(_ baseline: Baseline) throws(BaselineError)
}
