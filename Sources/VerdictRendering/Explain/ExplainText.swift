package import VerdictModel

/// The text of `verdict explain`.
package enum ExplainText {
  /// Explains a topic.
  ///
  /// - Parameters:
  ///   - document: The verdict that a check would tell.
  ///   - change: What was judged; `nil` if it is not known.
  package static func render(
    _ topic: ExplainTopic, in document: VerdictDocument, change: ChangeSet?, options: RenderOptions
  ) -> String {
    var page = TerminalPage(options)
    switch topic {
    case .everything:
      for gate in document.gates { page.explain(gate, gate.checks, document, change) }
    case .gate(let id):
      for gate in document.gates where gate.id == id {
        page.explain(gate, gate.checks, document, change)
      }
    case .rules(let id, let places):
      for gate in document.gates where gate.id == id {
        page.explain(gate, gate.checks.filter { places.contains($0.check.rule) }, document, change)
      }
    case .file(let file): page.explain(file, document, change)
    case .metric(let metric): page.explain(metric)
    }
    return page.text
  }

  /// Explains a metric, which takes no verdict.
  package static func render(_ metric: MetricDocumentation, options: RenderOptions) -> String {
    var page = TerminalPage(options)
    page.explain(metric)
    return page.text
  }
}
