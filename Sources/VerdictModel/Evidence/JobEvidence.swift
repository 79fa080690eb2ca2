/// What one job of a pipeline left behind: its reports as they were read, to be judged elsewhere.
package struct JobEvidence: Sendable {
  /// What the pipeline calls the job.
  package var job: String
  /// The full id of the commit that was checked out; `nil` outside of a repository.
  package var commit: String?
  /// Sorted by id, one entry an id.
  package var parts: [CollectedPart]

  package init(job: String, commit: String?, parts: [CollectedPart]) {
    self.job = job
    self.commit = commit
    self.parts = parts.sorted { $0.id < $1.id }
  }
}

/// What a job has of one entry of the policy's `reports`.
package struct CollectedPart: Sendable {
  /// The entry's name in the policy.
  package var id: String
  /// How the policy had it read.
  package var terms: ReadingTerms
  /// The patterns that no file of the job matched, in the policy's order.
  package var unmatched: [String]
  /// Why the job could not be searched for its files; `nil` if it could.
  package var refusal: String?
  /// Sorted by file.
  package var reports: [CollectedReport]

  package init(
    id: String, terms: ReadingTerms, unmatched: [String], refusal: String? = nil,
    reports: [CollectedReport]
  ) {
    self.id = id
    self.terms = terms
    self.unmatched = unmatched
    self.refusal = refusal
    self.reports = reports.sorted { $0.file < $1.file }
  }
}

/// What decides which files are read, and what is read in them. Paths and redaction come later, so
/// that they follow the policy that judges.
package struct ReadingTerms: Hashable, Sendable {
  /// Patterns, relative to the policy's directory.
  package var files: [String]
  /// A format's id; `nil` to recognise it from the content.
  package var format: String?
  /// What tells runs of the same tests apart; `nil` for nothing.
  package var variant: String?

  package init(files: [String], format: String?, variant: String?) {
    self.files = files
    self.format = format
    self.variant = variant
  }
}

/// One report as it was read: with its own paths.
package struct CollectedReport: Sendable {
  /// As the policy's directory sees it.
  package var file: String
  /// The files of which it consists, with the time at which each was written.
  package var inputs: [InputFile]
  /// What it says, or why it cannot be read.
  package var result: Result<Report, ReportError>

  package init(file: String, inputs: [InputFile], result: Result<Report, ReportError>) {
    self.file = file
    self.inputs = inputs
    self.result = result
  }

  /// The same without any text that may hold what a scanner found.
  package var withholdingText: CollectedReport {
    var report = self
    report.result = result.map(\.withholdingText).mapError(\.redacted)
    return report
  }
}
