import ArgumentParser
import VerdictModel
import VerdictRendering

/// `verdict explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what each rule asks, what it saw, and what would turn it green.",
    discussion: """
      EXAMPLES
        verdict explain
        verdict explain coverage --base origin/main
      """)

  @Argument(help: "The gate to explain; all of them by default.")
  var gateName: String?

  @OptionGroup var gate: GateOptions

  @OptionGroup var clock: ClockOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let document = try await GateRun(options: gate, now: clock.moment).document()
      let text: String
      do throws(UnknownGate) {
        text = try ExplainText.render(document, gate: gateName, options: Terminal.renderOptions)
      } catch {
        throw NoDecision("\(gate.files.policy), stage \(document.verdict.stage)", error)
      }
      try StandardOutput.write(text)
    }
  }
}
