import Files
import VerdictModel
import VerdictPolicy

/// What there is of one entry of the policy's `reports`, before it is read or after.
struct FoundReports: Sendable {
  /// A report with what it takes to read it.
  struct Report: Sendable {
    /// As the policy's directory sees it.
    let file: String
    /// In bytes; of a directory, and of what was read already, it says nothing.
    let size: Int
    /// Which file it is; `nil` for what was read already.
    var identity: FileStatus.Identity? = nil
    let read: @Sendable () -> CollectedReport
  }

  /// Sorted by file.
  var reports: [Report] = []
  /// The patterns that nothing matches, in the policy's order.
  var unmatched: [String] = []
  /// Why nobody could search for all of them, with the patterns that were searched for.
  var refusals: [(patterns: String, reason: String)] = []
  /// What is missing of jobs that must have some of it, in words.
  var missingJobs: [String] = []

  /// What is missing before anything is read. Every pattern stands for a report: one that matches nothing is a report that
  /// is not there.
  func gaps(in declaration: ReportDeclaration) -> [EvidenceGap] {
    var gaps = refusals.map { EvidenceGap.unreadable(file: $0.patterns, reason: $0.reason) }
    guard gaps.isEmpty else { return gaps }
    let isAbsent = reports.isEmpty && declaration.isOptional
    if !unmatched.isEmpty, reports.isEmpty || !declaration.isOptional {
      gaps.append(.missing(patterns: unmatched))
    }
    return gaps + (isAbsent ? [] : missingJobs.map { .incomplete(reason: $0) })
  }
}
