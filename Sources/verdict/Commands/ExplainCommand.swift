import ArgumentParser
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what each rule asks, what it saw, and what would turn it green.",
    discussion: """
      EXAMPLES
        verdict explain                                        every gate
        verdict explain coverage --base origin/main            one gate
        verdict explain coverage/coverage.lines                the gate's rules on a metric
        verdict explain policy.json:12                         the rule that begins on a line
        verdict explain src/orders/book.py                     a file: what is known of it
        verdict explain coverage.lines                         a metric, with example rules
      """)

  @Argument(
    help: ArgumentHelp(
      "A gate, a rule, a file or a metric; every gate by default.", valueName: "topic"))
  var topic: String?

  @OptionGroup var gate: GateOptions

  @OptionGroup var clock: ClockOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      try StandardOutput.write(try await explanation())
    }
  }

  private func explanation() async throws(NoDecision) -> String {
    let run = GateRun(gate.invocation(at: clock.moment))
    let input: EvaluationInput
    do {
      input = try await run.input()
    } catch {
      // Who cannot get a policy to work may ask what a metric is.
      guard let metric = topic.flatMap(Metrics.named) else { throw error }
      return ExplainText.render(metric.documentation, options: Terminal.renderOptions)
    }
    return ExplainText.render(
      try read(topic, input), in: run.document(of: input), change: input.change,
      options: Terminal.renderOptions)
  }

  private func read(
    _ topic: String?, _ input: EvaluationInput
  ) throws(NoDecision) -> ExplainTopic {
    guard let topic else { return .everything }
    do throws(UnknownTopic) {
      return try TopicReader(input).topic(topic)
    } catch {
      throw NoDecision(error.description, status: .usage)
    }
  }
}
