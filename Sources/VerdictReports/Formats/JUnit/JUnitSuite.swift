import VerdictModel
import XMLStream

/// A `<testsuite>` (or a container of suites) that is being read.
struct JUnitSuite {
  /// The names of this suite and those around it, joined by ` › `.
  let path: String
  /// The 1-based line of its tag.
  let line: Int

  /// Where its first case is, or would be, among the report's cases.
  let firstCase: Int
  /// Which of several runs of the same tests it is; empty if it does not say.
  var variant: String

  /// What was found in it and below it so far.
  var counts = Counts()
  /// How many cases are its own.
  var ownCases = 0

  /// What its attributes claim; `nil` where they are absent or no numbers.
  private let claimedTests: Int?
  private let claimedFailures: Int?
  private let claimedErrors: Int?
  private let claimedSkipped: Int?

  struct Counts {
    var tests = 0
    var failed = 0
    var errored = 0
    var skipped = 0
    var flaky = 0
    /// Attempts that failed and were not the last of their test.
    var repeated = 0
    /// Failures outside of cases.
    var pseudo = 0
    /// Suites that claim tests and show none.
    var hollow = 0

    mutating func add(_ outcome: TestOutcome) {
      tests += 1
      switch outcome {
      case .passed: break
      case .failed: failed += 1
      case .errored: errored += 1
      case .skipped: skipped += 1
      case .flaky: flaky += 1
      }
    }

    mutating func add(_ other: Self) {
      tests += other.tests
      failed += other.failed
      errored += other.errored
      skipped += other.skipped
      flaky += other.flaky
      repeated += other.repeated
      pseudo += other.pseudo
      hollow += other.hollow
    }
  }

  init(
    _ element: borrowing XMLElement<JUnitWord>, path: String, variant: String, firstCase: Int,
    notices: inout NoticeCollector
  ) {
    self.path = path
    self.variant = variant
    self.firstCase = firstCase
    line = element.line
    claimedTests = element.total([.tests], &notices)
    claimedFailures = element.total([.failures], &notices)
    claimedErrors = element.total([.errors], &notices)
    claimedSkipped = element.total([.skipped, .skip, .skips, .ignored, .disabled], &notices)
  }

  /// How many tests the attributes claim though nothing at all shows; `nil` if all is well, or if a
  /// suite below was found to be so.
  var missingTests: Int? {
    guard counts.tests + counts.pseudo + counts.hollow == 0 else { return nil }
    return claimedTests.flatMap { $0 > 0 ? $0 : nil }
  }

  /// How many failures the attributes claim though no case below shows any; 0 if all is well.
  ///
  /// Where some failures show, a larger number claims nothing more: some runners count assertions
  /// (Swift), some count attempts (Surefire).
  var hiddenFailures: Int {
    let claimed = (claimedFailures ?? 0).addingReportingOverflow(claimedErrors ?? 0)
    let shown = counts.failed + counts.errored + counts.pseudo
    let repeated = max(counts.flaky, counts.repeated)
    return shown == 0 && claimed.partialValue > repeated ? claimed.partialValue : 0
  }

  /// Whether an attribute claims another number than there are. Some runners count the tests of
  /// nested suites, others only a suite's own, Swift Testing those that were not skipped, and
  /// Surefire every attempt.
  var totalsDiffer: Bool {
    let failures = counts.failed + counts.errored + counts.pseudo
    let claimed = (claimedFailures ?? 0).addingReportingOverflow(claimedErrors ?? 0).partialValue
    let hasClaim = claimedFailures != nil || claimedErrors != nil
    let tests = [
      counts.tests, ownCases, counts.tests - counts.skipped, counts.tests + counts.repeated,
    ]
    return claimedTests.map { !tests.contains($0) } ?? false
      || (hasClaim && ![failures, failures + counts.repeated].contains(claimed))
      || claimedSkipped.map { $0 != counts.skipped } ?? false
  }
}

extension XMLElement<JUnitWord> {
  /// The first of the attributes that holds a number; empty ones say nothing.
  fileprivate func total(_ words: [JUnitWord], _ notices: inout NoticeCollector) -> Int? {
    for word in words {
      switch withBytes(word, { $0.isEmpty ? nil : CountText.grouped($0) }) ?? nil {
      case .count(let total): return Int(total)
      case .negative, .unreadable: notices.note("a total that is no number is ignored", line: line)
      case nil: break
      }
    }
    return nil
  }
}
