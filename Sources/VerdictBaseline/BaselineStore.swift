package import VerdictModel

/// A place that keeps the evidence of one run until the next.
package protocol BaselineStore: Sendable {
  /// What was saved last, in the format of `BaselineFormat`.
  ///
  /// - Returns: `nil` if nothing was saved yet. What cannot be read is an error and never `nil`: a
  ///   lost baseline must not look like a first run.
  func contents() throws(BaselineError) -> [UInt8]?

  /// Replaces the baseline as a whole: whatever interrupts it leaves the one before.
  func save(_ baseline: Baseline) throws(BaselineError)
}

extension BaselineStore {
  /// The baseline that was saved last; `nil` if none was saved yet.
  package func load() throws(BaselineError) -> Baseline? {
    guard let bytes = try contents() else { return nil }
    return try BaselineFormat.read(bytes)
  }
}
