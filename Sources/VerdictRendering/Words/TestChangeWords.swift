import VerdictModel

extension TestChangeKind {
  /// As lists are titled.
  var words: String {
    switch self {
    case .newlyFailing: "newly failing"
    case .addedFailing: "added and failing"
    case .failingDifferently: "failing differently"
    case .stillFailing: "still failing"
    case .fixedBySkipping: "fixed by skipping"
    case .fixedByDeletion: "fixed by deletion"
    case .newlyFlaky: "newly flaky"
    case .newlySkipped: "newly skipped"
    case .addedSkipped: "added and skipped"
    case .notRun: "not run"
    case .removed: "removed"
    case .renamed: "renamed"
    case .slower: "slower"
    case .fixed: "fixed"
    case .stableAgain: "stable again"
    case .unskipped: "not skipped any more"
    case .added: "added"
    }
  }
}

extension TestChange {
  /// What the kind does not say.
  var remark: String? {
    switch kind {
    case .failingDifferently: "was \(before.failure), is \(after.failure)"
    case .renamed: before.map { "was \($0.identity.label)" }
    case .slower:
      before?.duration.flatMap { before in
        after?.duration.map { CheckEntry.pair(.duration(before), .duration($0)) }
      }
    default: nil
    }
  }
}

extension TestResult? {
  /// What it said when it failed, as far as a baseline keeps it.
  fileprivate var failure: String {
    let gist = self?.details?.gist
    let words = [gist?.message, gist?.type].compactMap(\.self).first { !$0.isEmpty }
    return words ?? "silent"
  }
}
