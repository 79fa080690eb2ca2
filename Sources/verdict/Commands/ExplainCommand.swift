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

  @Option(
    help: ArgumentHelp("The time to write into outputs, instead of now.", valueName: "iso8601"))
  var now: Timestamp?

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let verdict = try await GateRun(options: gate).verdict()
      let document = VerdictDocument(
        verdict, version: Version.current, generated: (now ?? .current).description)
      do throws(UnknownGate) {
        StandardOutput.write(
          try ExplainText.render(document, gate: gateName, options: Terminal.renderOptions))
      } catch {
        throw NoDecision("\(gate.policy), stage \(verdict.stage)", error)
      }
    }
  }
}
