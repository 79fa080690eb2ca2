import ArgumentParser
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict policy test`.
struct PolicyTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Tries every limit of a policy at its edge.",
    discussion: """
      Shown is what a value right below the limit, equal to it and right above it does, and what
      missing reports and a missing baseline do. What has no effect is named.

      EXAMPLES
        verdict policy test
        verdict policy test ci/policy.json --stage merge
      """)

  @Argument(help: "The policy.")
  var file = "policy.json"

  @Option(help: "Only this stage, instead of all.")
  var stage: String?

  @OptionGroup var clock: ClockOptions

  func run() async throws {
    let summary = try await orNoDecision { () throws(NoDecision) in
      let policy = try PolicyFile(file)
      let stages = try stage.map { stage throws(NoDecision) in [try policy.stage(stage)] }
      let edges = (stages ?? policy.policy.stages).map { stage in
        (stage, EdgeTrial(policy.policy, stage: stage, now: clock.moment).edges)
      }
      let summary = PolicyTestSummary(policy: policy.name, edges: edges)
      try StandardOutput.write(summary.text(Terminal.renderOptions))
      return summary
    }
    if summary.isWrong { throw ExitStatus.blocked.exitCode }
  }
}
