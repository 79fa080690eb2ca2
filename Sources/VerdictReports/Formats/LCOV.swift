import VerdictModel

extension ReportFormat {
  static let lcov = ReportFormat(
    id: "lcov", title: "LCOV", evidence: .tests, producers: "",
    recognises: { _ in false }, shape: .tree({ fatalError() }))
}
