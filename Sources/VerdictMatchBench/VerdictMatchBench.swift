import VerdictModel
import VerdictPolicy

/// Compares as many findings as it is told with as many that came of them, and prints how long that
/// took and what came out.
@main
enum VerdictMatchBench {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let kind = SampleFindings.Kind(rawValue: arguments[1]),
      let count = Int(arguments[2])
    else {
      let kinds = SampleFindings.Kind.allCases.map(\.rawValue).joined(separator: "|")
      fatalError("usage: VerdictMatchBench \(kinds) COUNT")
    }
    let (before, after) = SampleFindings(kind: kind, count: count).reports
    let clock = ContinuousClock()
    let start = clock.now
    let result = FindingsComparison(before: before, after: after)
    let seconds = (clock.now - start) / Duration.seconds(1)
    let states = FindingState.allCases.map { "\"\($0.rawValue)\": \(result.count($0))" }
    print("{\"seconds\": \(seconds), \"states\": {\(states.joined(separator: ", "))}}")
  }
}
