import ArgumentParser
import VerdictPolicy
import VerdictReports

/// `verdict policy schema`.
struct PolicySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of policies, for editors and other validators.",
    discussion: """
      JSON Schema 2020-12. An editor that knows it completes keys and names, and marks mistakes; a
      policy names it with "$schema". What takes more than one place of a policy to see is found
      by verdict check only.

      EXAMPLES
        verdict policy schema > policy.schema.json
        verdict policy schema --waivers > waivers.schema.json
      """)

  @Flag(help: "Print the schema of the file of waivers instead.")
  var waivers = false

  func run() throws {
    try orNoDecisionAtOnce { () throws(NoDecision) in
      try StandardOutput.write(
        waivers ? waiversSchema() : policySchema(formats: ReportFormats.all.map(\.id)))
    }
  }
}
