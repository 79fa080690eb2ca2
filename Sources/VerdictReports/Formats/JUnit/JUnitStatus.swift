import VerdictModel
import XMLStream

/// What the attributes of a `<testcase>` say about how the test ended.
enum JUnitStatus: Equatable {
  case silent
  case known(TestOutcome)
  /// A word that nobody knows, as it stands there.
  case unknown(String)

  private static let words: [(TestOutcome, [String])] = [
    (.passed, ["passed", "pass", "success", "successful", "succeeded", "ok", "run", "completed"]),
    (
      .skipped,
      [
        "skipped", "skip", "notrun", "not_run", "disabled", "suppressed", "ignored", "pending",
        "inconclusive", "todo", "filtered", "xfail",
      ]
    ),
    (.failed, ["failed", "failure", "fail"]),
    (
      .errored,
      ["error", "errored", "broken", "crashed", "aborted", "timeout", "timedout", "timed_out"]
    ),
  ]

  /// What a word that is none of those must not contain to be merely unknown.
  private static let alarms = ["fail", "error", "abort", "broken", "unsuccess", "timeout", "crash"]

  /// What `status`, `result`, `success` and `passed` say together.
  init(of element: borrowing XMLElement<JUnitWord>) {
    self = .silent
    for word: JUnitWord in [.status, .result] {
      if let said = element.withBytes(word, Self.init(word:)) { self = joined(with: said) }
    }
    for word: JUnitWord in [.success, .passed] {
      if element.withBytes(word, { $0.equals(ignoringCase: "false") }) == true {
        self = joined(with: .known(.failed))
      }
    }
  }

  /// What a word says, letters in either case.
  private init(word text: Span<UInt8>) {
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
    let word = text.string
    let lowercased = word.lowercased()
    self = Self.alarms.contains(where: lowercased.contains) ? .known(.failed) : .unknown(word)
  }

  /// Of two attributes the graver word; gtest writes `status="run" result="skipped"`. A word that
  /// nobody knows makes a doubt of a success.
  private func joined(with other: Self) -> Self {
    switch (self, other) {
    case (.silent, _): other
    case (_, .silent): self
    case (.known(let left), .known(let right)):
      .known(left.isFailure || right.isFailure ? max(left, right) : min(left, right))
    case (.unknown, .known(.passed)), (.unknown, .unknown): self
    case (.known(.passed), .unknown), (.unknown, .known): other
    case (.known, .unknown): self
    }
  }
}
