import VerdictModel
import VerdictPolicy

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Compares as many findings as it is told with as many that came of them, and prints how much time
/// of the processor that took, and what came out.
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
    let start = clock()
    let result = FindingsComparison(before: before, after: after)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let states = FindingState.allCases.map { "\"\($0.rawValue)\": \(result.count($0))" }
    print("{\"seconds\": \(seconds), \"states\": {\(states.joined(separator: ", "))}}")
  }
}
