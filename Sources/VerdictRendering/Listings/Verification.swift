package import VerdictModel

/// What `verdict verify` tells.
package struct Verification: Sendable {
  /// What was asked, and is asked again.
  let question: Invocation
  /// The stage that was judged.
  let stage: String
  /// How many files it names.
  let files: Int
  /// What came of it.
  package let result: Result

  /// What comes of looking at the same files again.
  package enum Result: Hashable, Sendable {
    /// The files are the same, and the verdict as well; its word.
    case holds(Outcome)
    /// These files are not what they were, so that nothing else was asked.
    case otherFiles([FileDifference])
    /// The files are the same, and do not give what was read; at least one difference.
    case otherVerdict([ContentDifference])

    /// Whether the verdict is the one that the files give.
    package var holds: Bool { if case .holds = self { true } else { false } }
  }

  package init(question: Invocation, stage: String, files: Int, result: Result) {
    self.question = question
    self.stage = stage
    self.files = files
    self.result = result
  }

  /// For people: the answer, then one line for each difference.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    page.spread(
      [summary] + questionWords,
      prefix: result.holds ? "HOLDS  " : "DOES NOT HOLD  ", style: .bold)
    page.blank()
    switch result {
    case .holds: break
    case .otherFiles(let differences):
      for difference in differences { page.field(difference.state.word, difference.words) }
    case .otherVerdict(let differences):
      for difference in differences.prefix(Self.shownDifferences) {
        page.field("differs", difference.words)
      }
      if differences.count > Self.shownDifferences {
        page.paragraph("and \(differences.count - Self.shownDifferences) more", indent: 2)
      }
    }
    return page.text
  }

  /// What the answer depends on beside the files, and whoever reads it has to agree with.
  private var questionWords: [String] {
    let approvals = question.approve.map { "\($0.gate) approved by \($0.name)" }
    return [
      question.policy + (question.policyFrom.map { " of \($0.words)" } ?? "") + ", stage \(stage)"
    ]
      + [
        question.base.map { "since \($0.words)" }, question.diff.map { "change \($0)" },
        question.approvals.map { "approvals of \($0)" },
      ].compactMap(\.self) + approvals + ["judged at \(question.now)"]
  }

  /// Whatever the first ones are, the others follow from them.
  private static let shownDifferences = 20

  private var summary: String {
    let same = "the same \(counted(files, "file", "files"))"
    return switch result {
    case .holds(let outcome): "\(outcome.name) again, from \(same)"
    case .otherFiles(let differences):
      "\(differences.count) of \(counted(files, "file", "files")) "
        + (differences.count == 1 ? "is not what it was" : "are not what they were")
    case .otherVerdict: "another verdict comes from \(same)"
    }
  }
}

/// A file that is not what it was.
package struct FileDifference: Hashable, Sendable {
  /// As it was recorded.
  let file: InputFile
  let state: State

  /// What became of it.
  package enum State: Hashable, Sendable {
    /// It holds something else; its SHA-256.
    case changed(sha256: String)
    case missing
    /// Why it cannot be read.
    case unreadable(String)

    fileprivate var word: String {
      switch self {
      case .changed: "changed"
      case .missing: "missing"
      case .unreadable: "unreadable"
      }
    }
  }

  package init(_ file: InputFile, _ state: State) {
    self.file = file
    self.state = state
  }

  /// `coverage.xml (report coverage), 84082f9dc73c → 1f2d3c4b5a69`.
  fileprivate var words: String {
    let role = file.report.map { "report \($0)" } ?? file.role.rawValue
    let name = "\(file.path) (\(role))"
    switch state {
    case .changed(let sha256):
      return "\(name), SHA-256 \((file.sha256 ?? "").prefix(12)) → \(sha256.prefix(12))"
    case .missing: return name
    case .unreadable(let reason): return "\(name), \(reason)"
    }
  }
}

/// A place of a document where another one has something else.
package struct ContentDifference: Hashable, Sendable {
  /// Keys and 0-based indexes: `gates[2].action`.
  package let place: String
  /// What is there, as JSON; `nil` for nothing.
  package let recorded: String?
  /// What the other one has; `nil` for nothing.
  package let found: String?

  package init(place: String, recorded: String?, found: String?) {
    self.place = place
    self.recorded = recorded
    self.found = found
  }

  /// `outcome: "pass", and "block" comes out`.
  fileprivate var words: String {
    "\(place): \(recorded ?? "nothing"), and \(found ?? "nothing") comes out"
  }
}

extension Revision {
  /// `origin/main (9f3c2ab1)`.
  fileprivate var words: String { name + (commit.map { " (\($0.prefix(8)))" } ?? "") }
}
