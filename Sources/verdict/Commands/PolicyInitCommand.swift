import ArgumentParser
import Files
import VerdictModel
import VerdictRendering

/// `verdict policy init`.
struct PolicyInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a policy from the reports that it finds, to begin with.",
    discussion: """
      Reports are known by what they hold. What git tracks is looked at only if there is no other
      report, or if it is named. The limits are those that the reports just keep, so that the policy
      passes as it is written; comments say what else could be asked. Reports of jobs (facts) are
      not recognised and have to be added by hand.

      EXAMPLES
        verdict policy init
        verdict policy init build/reports target/criterion
        verdict policy init --policy ci/policy.json --force
      """)

  @Argument(
    help: ArgumentHelp(
      "Where to look, instead of everywhere below this directory.", valueName: "path"))
  var places: [String] = []

  @Option(help: "The policy to write.")
  var policy = "policy.json"

  @Flag(help: "Replace the policy if there is one.")
  var force = false

  @OptionGroup var clock: ClockOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      try refuseOldPolicy()
      let result = try await PolicyDrafting(path: policy, now: clock.moment).draft(from: places)
      do throws(FileError) {
        try OutputFile.write(Array(result.text.utf8), to: policy)
      } catch {
        throw NoDecision(policy, error.problem)
      }
      let document = VerdictDocument(
        result.verdict, version: Version.current, generated: clock.moment.description)
      let options = Terminal.renderOptions
      try StandardOutput.write(
        result.summary.text(options) + "\n" + Renderers.standard.render(document, options))
    }
  }

  private func refuseOldPolicy() throws(NoDecision) {
    let status: FileStatus?
    do {
      status = try FileStatus(of: policy, followingLinks: false)
    } catch {
      throw NoDecision(policy, error.problem)
    }
    if status != nil, !force {
      throw NoDecision(policy, "is there already, --force replaces it")
    }
  }
}
