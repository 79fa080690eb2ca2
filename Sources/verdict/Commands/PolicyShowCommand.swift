import ArgumentParser
import VerdictPolicy

/// `verdict policy show`.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints a policy with everything that it extends, as one.",
    discussion: """
      What is printed is a policy that extends nothing, and asks the same from the same directory.
      With --origins it has comments.

      EXAMPLES
        verdict policy show
        verdict policy show ci/policy.json --origins
      """)

  @Argument(help: "The policy.")
  var file = "policy.json"

  @Flag(help: "Say behind each line where it stands, and what it took the place of.")
  var origins = false

  func run() throws {
    try orNoDecisionAtOnce { () throws(NoDecision) in
      let policy = try PolicyFile(file)
      try StandardOutput.write(
        EffectivePolicy(policy.assembly, named: policy.name).text(origins: origins))
    }
  }
}
