import VerdictModel

/// A child of a `<testcase>` that says how the test ended, or how one attempt did.
enum JUnitMention {
  case failure
  case error
  case skipped
  /// An attempt that failed before the test passed (Surefire's `flakyFailure`, `flakyError`).
  case flaky
  /// An attempt that failed after the test had failed (Surefire's `rerunFailure`, `rerunError`).
  case rerun

  init?(_ word: JUnitWord?) {
    switch word {
    case .failure, .capitalFailure, .upperFailure: self = .failure
    case .error, .capitalError, .upperError: self = .error
    case .skipped, .capitalSkipped, .upperSkipped: self = .skipped
    case .flakyFailure, .flakyError: self = .flaky
    case .rerunFailure, .rerunError: self = .rerun
    default: return nil
    }
  }

  /// The outcome of a test of which nothing else is said.
  ///
  /// `rerunFailure` belongs beside a `failure`, which decides. Alone it shows that an attempt
  /// failed and leaves open how the test ended: no plain pass.
  var outcome: TestOutcome {
    switch self {
    case .failure: .failed
    case .error: .errored
    case .skipped: .skipped
    case .flaky, .rerun: .flaky
    }
  }
}
