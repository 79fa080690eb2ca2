import ArgumentParser

/// `verdict policy`.
struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Helps those who write policies, and those who review them.",
    subcommands: [
      PolicyInitCommand.self,
      PolicyLintCommand.self,
      PolicyTestCommand.self,
      PolicyShowCommand.self,
      PolicyDiffCommand.self,
      PolicySchemaCommand.self,
    ])
}
