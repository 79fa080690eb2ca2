import ArgumentParser
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict policy lint`.
struct PolicyLintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Names all mistakes of a policy, and what its author probably did not mean.",
    discussion: """
      The waivers of a policy are looked at with it. A mistake makes the exit status 1, as a warning
      does with --strict.

      EXAMPLES
        verdict policy lint
        verdict policy lint ci/*.json --strict
        verdict policy lint --output json

      WARNINGS
      \(PolicyLint.all.map { "  \($0.summary)" }.joined(separator: "\n"))
        a waiver that has expired, or ends soon
        a rule, a report or a default that asks less than what the policy extends
      """)

  @Argument(
    help: ArgumentHelp("The policies, instead of policy.json.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Let warnings make the exit status 1, as mistakes do.")
  var strict = false

  @Option(help: "How to print it.")
  var output: TextForm = .text

  @OptionGroup var clock: ClockOptions

  func run() async throws {
    let result = try await orNoDecision { () async throws(NoDecision) in
      var linting = PolicyLinting(today: clock.moment.day)
      var failure: NoDecision?
      for file in files.isEmpty ? ["policy.json"] : files {
        do throws(NoDecision) {
          try await linting.lint(file)
        } catch {
          failure = failure.map { $0.adding(error) } ?? error
        }
      }
      let result = PolicyLintResult(
        files: linting.files, remarks: linting.remarks, omitted: linting.omitted)
      if !linting.files.isEmpty {
        try StandardOutput.write(
          output == .text ? result.text(Terminal.renderOptions) : result.json)
      }
      if let failure { throw failure }
      return result
    }
    if result.problems > 0 || (strict && result.warnings > 0) {
      throw ExitStatus.blocked.exitCode
    }
  }
}
