import VerdictModel

/// What is known of how long a test takes, to judge another run of it by.
struct TestSlowdown {
  /// What it takes mostly.
  let typical: Picoseconds
  /// How much more it may take.
  private let allowance: Int64
  /// Whether earlier runs tell by how much its times vary.
  let isByHistory: Bool

  /// From how many runs on that can be told.
  private static let neededRuns = 5
  /// Less is noise on a machine that has other things to do, 0.5 s.
  private static let leastAllowance: Int64 = 500_000_000_000

  /// By five runs or more: their median, and four times the median of the distances from it (MAD),
  /// but a tenth of it at least. By fewer: half as long again as the last run. Always 0.5 s at least.
  ///
  /// - Parameters:
  ///   - before: The test in the baseline.
  ///   - past: The times of that run and those before it, in any order.
  /// - Returns: `nil` if it is not known how long the test took.
  init?(_ before: TestResult, past: [Picoseconds]) {
    isByHistory = past.count >= Self.neededRuns
    if isByHistory {
      let times = past.map(\.count)
      let median = Self.median(times)
      let deviation = Self.median(times.map { abs($0 - median) })
      typical = Picoseconds(median)
      let (most, overflow) = deviation.multipliedReportingOverflow(by: 4)
      allowance = max(overflow ? .max : most, median / 10, Self.leastAllowance)
    } else {
      guard let duration = before.duration else { return nil }
      typical = duration
      allowance = max(duration.count / 2, Self.leastAllowance)
    }
  }

  /// Whether a time is over the allowance.
  func isSlower(_ time: Picoseconds) -> Bool {
    let (more, overflow) = time.count.subtractingReportingOverflow(typical.count)
    return !overflow && more > allowance
  }

  /// Rounded down; of an even number of times the middle between the two in the middle.
  private static func median(_ times: [Int64]) -> Int64 {
    let sorted = times.sorted()
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return low + (high - low) / 2
  }
}

extension [TestIdentity: [Picoseconds]] {
  /// Earlier times of a test, whether or not its suite is needed to tell it apart.
  func times(of test: TestIdentity) -> [Picoseconds] {
    if let times = self[test] { return times }
    guard !test.className.isEmpty else { return [] }
    var test = test
    test.suite = ""
    return self[test] ?? []
  }
}
