import VerdictModel

extension TerminalPage {
  /// What a rule on a metric may say, with rules that show it.
  mutating func explain(_ metric: MetricDocumentation) {
    paragraph("\(metric.id): \(metric.summary)", style: .bold)
    blank()
    field(
      "read from", metric.kind.map { "reports that hold \($0.rawValue)" } ?? "reports of any kind")
    field("limits", metric.limits.map(\.rawValue).joined(separator: ", "))
    if !metric.eaches.isEmpty {
      field(
        "each",
        metric.eaches.joined(separator: ", ") + (metric.requiresEach ? ", and never without" : ""))
    }
    if !metric.narrowings.isEmpty {
      field("narrowed by", metric.narrowings.joined(separator: ", "))
    }
    if metric.needsBaseline { field("baseline", "there is no answer without one") }
    if let cap = metric.changeCap { field("change", cap) }
    for example in metric.examples {
      blank()
      paragraph(example.rule, indent: 2)
      paragraph("\(example.says): \(example.answer.name)", indent: 4)
    }
  }
}
