import ArgumentParser
import VerdictBaseline

/// `verdict baseline`.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keeps the evidence of runs to compare later ones with.",
    discussion: """
      STORES
      \(helpList(BaselineStores.all.map { ($0.example, $0.title) }))
      """,
    subcommands: [
      SaveBaselineCommand.self, ShowBaselineCommand.self, ListBaselinesCommand.self,
      PruneBaselinesCommand.self, PushBaselinesCommand.self, PullBaselinesCommand.self,
    ])
}

extension PolicyOptions {
  /// Where baselines are.
  func baselineLocation() async throws(NoDecision) -> BaselineLocation {
    if let baseline { return try BaselineLocation(file: baseline) }
    let policy = try PolicyFile(policy)
    return try BaselineLocation(of: policy, git: await Repository(around: policy.directory).git)
  }
}
