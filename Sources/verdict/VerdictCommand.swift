import ArgumentParser

/// `verdict`: reads the arguments and hands over to a command.
@main
struct VerdictCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verdict",
    abstract: "Reads what a build left behind and says pass, warn or block, and why.",
    discussion: """
      EXAMPLES
        verdict check                                 judge by ./policy.json
        verdict check --stage merge --base origin/main
        verdict inspect coverage.xml target/criterion show what is read in reports
        verdict baseline save                         remember this run to compare with
        verdict explain coverage                      what a gate asks, saw and needs

      EXIT STATUS
      \(ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n"))
      """,
    version: Version.current,
    subcommands: [
      CheckCommand.self, InspectCommand.self, BaselineCommand.self, ExplainCommand.self,
    ])
}

/// The version of the program.
enum Version {
  static let current = "0.1.0"
}
