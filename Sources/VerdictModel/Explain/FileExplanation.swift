/// What is known of one file, whatever the policy asks.
package struct FileExplanation: Hashable, Sendable {
  /// Relative to the repository's root.
  package var path: String
  /// The components that it is in, in the policy's order.
  package var components: [String]
  /// The ids of the reports that mention it, sorted.
  package var reports: [String]
  /// What the change does to it; `nil` if it is not touched, or if no change was given.
  package var change: ChangedFile?
  /// What all coverage reports say together; `nil` if none mentions it.
  package var coverage: FileCoverage?
  /// Its line coverage in the baseline; `nil` if that does not know it.
  package var linesBefore: Tally?
  /// Findings that are not suppressed, by line.
  package var findings: [CheckPlace]
  /// Tests in it that did not simply pass, by name.
  package var tests: [CheckPlace]

  package init(
    path: String, components: [String], reports: [String], change: ChangedFile?,
    coverage: FileCoverage?, linesBefore: Tally?, findings: [CheckPlace], tests: [CheckPlace]
  ) {
    self.path = path
    self.components = components
    self.reports = reports
    self.change = change
    self.coverage = coverage
    self.linesBefore = linesBefore
    self.findings = findings
    self.tests = tests
  }
}
