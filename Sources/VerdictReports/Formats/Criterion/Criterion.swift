import VerdictModel

extension ReportFormat {
  /// Benchmarks as criterion.rs 0.2 to 0.8 leaves them below `target/criterion`.
  ///
  /// Its JSON files are private to it (the book, "CSV Output"), but have changed once in ten years,
  /// with 0.3.3; both shapes are read.
  static let criterion = ReportFormat(
    id: "criterion",
    title: "Criterion.rs directory",
    evidence: .benchmarks,
    producers: "criterion.rs 0.2 … 0.8",
    shape: .tree { CriterionParser() })
}
