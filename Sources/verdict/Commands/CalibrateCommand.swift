import ArgumentParser
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict calibrate`.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Measures how noisy benchmarks are, and proposes limits and rounds.",
    discussion: """
      From runs of unchanged code, in the order in which they were made: reports,
      directories with reports, or commits of which the baseline store has an entry.
      Without any, from the runs that the baseline remembers.

      EXAMPLES
        verdict calibrate
        verdict calibrate run-1 run-2 run-3 run-4 run-5 run-6
        verdict calibrate --baseline .verdict/baseline.json --output json
      """)

  @Argument(help: "Runs of unchanged code.")
  var runs: [String] = []

  @OptionGroup var files: PolicyOptions

  @Option(help: "How to print it.")
  var output: TextForm = .text

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let times = runs.isEmpty ? try await rememberedTimes() : try await measuredTimes()
      let calibration = Calibration(
        times.sorted { $0.key < $1.key }.map { BenchmarkNoise(name: $0.key, times: $0.value) })
      switch output {
      case .text: try StandardOutput.write(calibration.text(Terminal.renderOptions))
      case .json: try StandardOutput.write(calibration.json)
      }
    }
  }

  /// The fast times of each benchmark that the baseline remembers, oldest first.
  private func rememberedTimes() async throws(NoDecision) -> [String: [Picoseconds]] {
    let location = try await files.baselineLocation()
    guard let history = try await location.load()?.remembered, history != .none else {
      throw NoDecision(
        location.name, "remembers no benchmark: name runs of unchanged code, or save some")
    }
    // Of several reports with a benchmark one is enough to know how it varies.
    return history.runs.sorted { $0.key < $1.key }.reduce(into: [:]) { times, report in
      times.merge(report.value.mapValues(\.fastTimes)) { first, _ in first }
    }
  }

  /// The fast times of each benchmark in the runs that are named, in their order.
  private func measuredTimes() async throws(NoDecision) -> [String: [Picoseconds]] {
    let reader = StoredRunReader(files: files)
    var seen: [BenchmarkReport: String] = [:]
    var measured: [String: [PastBenchmark]] = [:]
    for run in runs {
      guard let report = try await reader.run(of: run).content.benchmarks,
        !report.benchmarks.isEmpty
      else { throw NoDecision(run, "holds no benchmarks") }
      if let first = seen.updateValue(run, forKey: report) {
        throw NoDecision(run, "is a copy of \(first), which says nothing of noise")
      }
      for benchmark in report.benchmarks {
        measured[benchmark.id, default: []]
          .append(PastBenchmark(commit: nil, benchmark.typicalRun))
      }
    }
    return measured.mapValues(\.fastTimes)
  }
}
