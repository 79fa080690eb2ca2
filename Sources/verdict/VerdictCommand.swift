import ArgumentParser
import Memory

/// `verdict`: reads the arguments and hands over to a command.
@main
struct VerdictCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verdict",
    abstract: "Reads what a build left behind and says pass, warn or block, and why.",
    discussion: """
      EXAMPLES
        verdict check                            judge by ./policy.json
        verdict check --base origin/main         know what is new code
        verdict inspect coverage.xml lcov.info   show what is read in reports
        verdict collect --output unit.json       read reports here, to judge them elsewhere
        verdict baseline save                    remember this run
        verdict trend coverage.lines             see how a metric went
        verdict compare before after             see what two runs differ in
        verdict calibrate run-1 run-2 run-3      see how noisy benchmarks are
        verdict explain coverage                 what a gate asks, saw and needs
        verdict verify verdict.json              see whether a verdict holds

      EXIT STATUS
      \(helpList(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) }))
      """,
    version: Version.current,
    subcommands: [
      CheckCommand.self, InspectCommand.self, CollectCommand.self, BaselineCommand.self,
      TrendCommand.self,
      CompareCommand.self,
      CalibrateCommand.self,
      ExplainCommand.self,
      PolicyCommand.self, VerifyCommand.self,
    ])

  /// On the main thread, which commands that wait for nothing stay on: another one begins on another
  /// processor, whose caches are cold.
  @MainActor static func main() async {
    Memory.growInLargeSteps()
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }
}
