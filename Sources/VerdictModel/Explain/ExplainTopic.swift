/// What `verdict explain` is asked about.
package enum ExplainTopic: Hashable, Sendable {
  /// Every gate that is asked at the stage.
  case everything
  /// One gate, by its id.
  case gate(String)
  /// Rules of one gate, by the places where they begin in the policy; at least one.
  case rules(gate: String, [SourcePosition])
  /// A file of the repository, or of a report.
  case file(FileExplanation)
  /// A metric, as the catalogue has it.
  case metric(MetricDocumentation)
}
