package import VerdictModel

extension FindingsComparison {
  /// Tells what became of every finding.
  ///
  /// - Parameters:
  ///   - incomplete: Runs of `after` that are not whole: what they do not find may still be there.
  ///   - renames: What is known of files with another path: the new ones by the old ones.
  package init(
    before: FindingsReport, after: FindingsReport, incomplete: Set<ScanRun> = [],
    renames: [String: String] = [:]
  ) {
    self =
      FindingStates(before: before, after: after, incomplete: incomplete, renames: renames)
      .comparison
  }
}
