import VerdictModel

extension ReportFormat {
  static let criterion = ReportFormat(
    id: "criterion", title: "LCOV", evidence: .tests, producers: "",
    recognises: { _ in false }, shape: .tree({ fatalError() }))
}
