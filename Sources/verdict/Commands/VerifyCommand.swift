import ArgumentParser
import VerdictRendering

/// `verdict verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Comes to a verdict again, from the same files, and says whether it holds.",
    discussion: """
      Run it where verdict check was run. Every file that the verdict names must
      have the same SHA-256; then the same policy, stage, revisions, approvals
      and time must lead to the same verdict, word for word.

      What was asked is shown and believed: whether it is the right policy,
      base and stage, whoever reads it has to know. Believed are also who
      approved, the time, when files were written, where that decided how old
      a report is, what jobs collected, and names of revisions that this clone
      does not have.

      The exit status is 0 if it holds, whatever the verdict is, 1 if it does
      not, and 2 if nobody can say.

      EXAMPLES
        verdict check --output json=verdict.json
        verdict verify verdict.json
      """)

  @Argument(help: ArgumentHelp("What --output json wrote.", valueName: "verdict.json"))
  var file: String

  func run() async throws {
    let verification = try await orNoDecision { () async throws(NoDecision) in
      let verification = try await VerifyRun(file: file).verification()
      try StandardOutput.write(verification.text(Terminal.renderOptions))
      return verification
    }
    if !verification.result.holds { throw ExitStatus.blocked.exitCode }
  }
}
