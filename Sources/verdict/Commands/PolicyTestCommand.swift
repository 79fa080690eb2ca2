import ArgumentParser
import Files
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict policy test`.
struct PolicyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Tries every limit of a policy at its edge, and runs the tests beside it.",
    discussion: """
      Shown is what a value right below the limit, equal to it and right above it does, and what
      missing reports and a missing baseline do. What has no effect is named.

      The tests of policy.json are in policy.tests.json, if there is one: a little evidence, and the
      verdict that it must get. Another verdict makes the exit status 1.

      EXAMPLES
        verdict policy test
        verdict policy test ci/policy.json --stage merge
        verdict policy test --tests more.tests.json
        verdict policy test --output json
      """)

  @Argument(help: "The policy.")
  var file = "policy.json"

  @Option(help: "Try the limits at this stage only, instead of all.")
  var stage: String?

  @Option(help: ArgumentHelp("The tests, instead of those beside the policy.", valueName: "file"))
  var tests: String?

  @Option(help: "How to print it.")
  var output: TextForm = .text

  @OptionGroup var clock: ClockOptions

  func run() throws {
    let summary = try orNoDecisionAtOnce { () throws(NoDecision) in
      let policy = try PolicyFile(file)
      let stages = try stage.map { stage throws(NoDecision) in [try policy.stage(stage)] }
      let edges = (stages ?? policy.policy.stages).map { stage in
        (stage, EdgeTrial(policy.policy, stage: stage, now: clock.moment).edges)
      }
      let path = try testsFile()
      let results = try path.map { path throws(NoDecision) in
        try read(path, policy).map { $0.run(policy.policy, now: clock.moment) }
      }
      let summary = PolicyTestSummary(
        policy: policy.name, edges: edges, file: path, results: results ?? [])
      try StandardOutput.write(
        output == .text ? summary.text(Terminal.renderOptions) : summary.json)
      return summary
    }
    if summary.isWrong { throw ExitStatus.blocked.exitCode }
  }

  /// The tests that the user names, or those beside the policy; `nil` if there are none.
  private func testsFile() throws(NoDecision) -> String? {
    if let tests { return tests }
    let path = (file.hasSuffix(".json") ? String(file.dropLast(5)) : file) + ".tests.json"
    do {
      return try FileStatus(of: path, followingLinks: false) == nil ? nil : path
    } catch {
      throw NoDecision(path, error.problem)
    }
  }

  private func read(
    _ path: String, _ policy: PolicyFile
  ) throws(NoDecision) -> [PolicyTestCase] {
    let bytes: [UInt8]
    do {
      bytes = try ChunkedFile.contents(of: path, limit: PolicyFile.maxSize)
    } catch {
      throw NoDecision(path, error.problem)
    }
    do {
      return try PolicyTestReader(policy: policy.policy).read(bytes)
    } catch {
      throw NoDecision(path, error)
    }
  }
}
