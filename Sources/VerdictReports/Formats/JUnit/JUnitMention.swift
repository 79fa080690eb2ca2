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
    case .failure: self = .failure
    case .error: self = .error
    case .skipped: self = .skipped
    case .flakyFailure, .flakyError: self = .flaky
    case .rerunFailure, .rerunError: self = .rerun
    default: return nil
    }
  }

  /// The outcome of a test of which nothing else is said.
  ///
  /// `rerunFailure` belongs beside a `failure`, which decides. Alone it shows that an attempt failed
  /// and leaves open how the test ended: no plain pass.
  var outcome: TestOutcome {
    switch self {
    case .failure: .failed
    case .error: .errored
    case .skipped: .skipped
    case .flaky, .rerun: .flaky
    }
  }
}

/// What the attributes `status` and `result` of a `<testcase>` say.
enum JUnitStatus: Equatable {
  case silent
  case known(TestOutcome)
  case unknown

  private static let words: [(TestOutcome, [String])] = [
    (.passed, ["passed", "pass", "success", "successful", "succeeded", "ok", "run", "completed"]),
    (
      .skipped,
      [
        "skipped", "skip", "notrun", "not_run", "disabled", "suppressed", "ignored", "pending",
        "inconclusive", "todo", "filtered",
      ]
    ),
    (.failed, ["failed", "failure", "fail"]),
    (
      .errored,
      ["error", "errored", "broken", "crashed", "aborted", "timeout", "timedout", "timed_out"]
    ),
  ]

  init(_ text: Span<UInt8>) {
    guard !text.isEmpty else {
      self = .silent
      return
    }
    for (outcome, words) in Self.words {
      for word in words where text.equals(ignoringCase: word) {
        self = .known(outcome)
        return
      }
    }
    self = .unknown
  }

  /// Of two attributes the graver word; gtest writes `status="run" result="skipped"`.
  func joined(with other: Self) -> Self {
    switch (self, other) {
    case (.silent, _): other
    case (_, .silent): self
    case (.known(let left), .known(let right)):
      .known(left.isFailure || right.isFailure ? max(left, right) : min(left, right))
    case (.known, _): self
    case (.unknown, _): other
    }
  }
}
