import ArgumentParser
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict compare`.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Shows what two runs differ in, without any policy.",
    discussion: """
      A run is a report, a directory with reports, the evidence of a job, a baseline, or
      a commit of which the baseline store has an entry.

      EXAMPLES
        verdict compare before/coverage.xml after/coverage.xml
        verdict compare main/reports reports
        verdict compare .verdict/baseline.json unit.json
        verdict compare origin/main HEAD --output json
      """)

  @Argument(help: "The earlier run.")
  var old: String

  @Argument(help: "The later run.")
  var new: String

  @OptionGroup var files: PolicyOptions

  @Option(help: "How to print it.")
  var output: TextForm = .text

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let reader = StoredRunReader(files: files)
      let before = try await reader.run(of: old)
      let after = try await reader.run(of: new).content
      let (oldKinds, newKinds) = (before.content.kinds, after.kinds)
      if !oldKinds.contains(where: newKinds.contains) {
        throw NoDecision("\(old) and \(new) have nothing in common that could be compared")
      }
      let runs = ComparedRuns(
        old: old, new: new, onlyOld: oldKinds.filter { !newKinds.contains($0) },
        onlyNew: newKinds.filter { !oldKinds.contains($0) },
        comparison: Comparison(
          before: before.content, after: after,
          history: after.benchmarks.map(before.history.preceding) ?? .none))
      switch output {
      case .text: try StandardOutput.write(runs.text(Terminal.renderOptions))
      case .json: try StandardOutput.write(runs.json)
      }
    }
  }
}
