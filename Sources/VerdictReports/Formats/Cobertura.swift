import VerdictModel

extension ReportFormat {
  static let cobertura = ReportFormat(
    id: "cobertura", title: "Cobertura", evidence: .tests, producers: "",
    recognises: { _ in false }, shape: .tree({ fatalError() }))
}
