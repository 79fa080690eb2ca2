import ArgumentParser
import VerdictPolicy
import VerdictRendering

/// `verdict policy diff`.
struct PolicyDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says rule by rule what a new policy loosens and tightens.",
    discussion: """
      Rules are known by what they ask, so that their order does not matter. What cannot be judged
      from the policies alone, such as other paths, is called changed.

      EXAMPLES
        verdict policy diff old.json policy.json
        verdict policy diff old.json policy.json --output json
      """)

  @Argument(help: "The old policy.")
  var old: String

  @Argument(help: "The new policy.")
  var new: String

  @Option(help: "How to print it.")
  var output: TextForm = .text

  func run() throws {
    try orNoDecisionAtOnce { () throws(NoDecision) in
      let changes = policyChanges(from: try PolicyFile(old).policy, to: try PolicyFile(new).policy)
      let diff = PolicyDiff(old: old, new: new, changes: changes)
      try StandardOutput.write(
        output == .text ? diff.text(Terminal.renderOptions) : diff.json)
    }
  }
}
