import VerdictModel

extension ReportFormat {
  /// Results and numbers by name, in a JSON object that a job writes itself.
  static let facts = ReportFormat(
    id: "facts",
    title: "JSON object of job results and numbers",
    evidence: .facts,
    producers: "any job: `{\"rustfmt\": \"success\", \"pylint.score\": 8.4}`",
    shape: .file(
      // Any JSON object could be one, so a policy or `--format` has to say so.
      recognises: { _ in false },
      parser: { _ in FactsParser() }))
}
