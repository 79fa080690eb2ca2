import ArgumentParser
import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict trend`.
struct TrendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Shows how a metric went over the runs that the baseline store has.",
    discussion: """
      EXAMPLES
        verdict trend coverage.lines
        verdict trend benchmark.time --of order_path/insert
        verdict trend tests.total --output csv
      """)

  @Argument(help: "What to show, such as coverage.lines.")
  var metric: String

  @Option(
    help: ArgumentHelp(
      "One file, test, benchmark or key, instead of the total.", valueName: "item"))
  var of: String?

  @OptionGroup var files: PolicyOptions

  @Option(help: "How to print it.")
  var output: Form = .text

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
  }

  func validate() throws {
    guard let known = Metrics.named(metric) else {
      let ids = Metrics.all.map(\.id)
      throw ValidationError(
        "unknown metric '\(metric)'" + hint(nearest(to: metric, among: ids), known: ids))
    }
    if let obstacle = known.obstacle(to: of) { throw ValidationError("\(metric) \(obstacle)") }
  }

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      guard let known = Metrics.named(metric) else { return }
      let location = try await files.baselineLocation()
      let entries = try await location.asking { store throws(BaselineError) in
        try await store.entries()
      }
      if entries.isEmpty { throw NoDecision(location.name, "there is no baseline") }
      let trend = Trend(
        metric: metric, item: of,
        points: entries.map { entry in
          TrendPoint(
            run: entry.baseline.reference, value: known.value(in: entry.baseline.evidence, of: of))
        })
      switch output {
      case .text: try StandardOutput.write(trend.text(Terminal.renderOptions))
      case .csv: try StandardOutput.write(trend.csv)
      case .json: try StandardOutput.write(trend.json)
      }
    }
  }
}
