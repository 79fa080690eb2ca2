import ArgumentParser
import VerdictModel
import VerdictRendering

/// `verdict check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges the reports by the policy.",
    discussion: """
      EXAMPLES
        verdict check
        verdict check --stage merge --base origin/main
        verdict check --output markdown=comment.md --output json=verdict.json
        verdict check --base origin/main --policy-from origin/main
        verdict check --diff change.diff
        verdict check --evidence unit.json lint.json
        verdict check --policy ci/policy.json --fail-on warn
        verdict check --approve coverage=carol

      OUTPUTS
      \(helpList(Renderers.all.map { ($0.id, $0.title) }))
      """)

  @OptionGroup var gate: GateOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An output, on standard output or into a file; may be given more than once.",
      valueName: "format[=path]"))
  var output: [OutputTarget] = []

  @OptionGroup var clock: ClockOptions

  @Option(help: "What makes the exit status 1.")
  var failOn: FailOn = .block

  func validate() throws {
    try OutputTarget.validate(output)
  }

  func run() async throws {
    let outcome = try await orNoDecision { () async throws(NoDecision) in
      let outputs = Outputs(output)
      let document = try await GateRun(
        gate.invocation(at: clock.moment, writing: outputs.files),
        hashingReports: outputs.nameReports
      ).document()
      try outputs.write(document)
      return document.verdict.outcome
    }
    if failOn.fails(outcome) { throw ExitStatus.blocked.exitCode }
  }
}

/// The values of `--fail-on`.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case warn
  case block

  func fails(_ outcome: Outcome) -> Bool {
    switch self {
    case .warn: outcome >= .warn
    case .block: outcome >= .block
    }
  }
}
