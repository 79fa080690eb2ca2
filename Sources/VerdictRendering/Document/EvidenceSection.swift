import VerdictModel

/// The change that was judged, in words.
struct ChangeSection: Hashable, Sendable {
  /// `3 files, 21 lines added or changed, since merge base 9f3c2ab1 of main`.
  var summary: String
  /// Changed files that no coverage report mentions; every file.
  var filesWithoutData: [String]

  init(_ change: ChangeSummary) {
    summary =
      "\(counted(change.files, "file", "files")), "
      + "\(counted(change.addedLines, "line", "lines")) added or changed (\(change.origin))"
    filesWithoutData = change.filesWithoutData
  }
}

/// What is to be said about one report of the policy.
struct EvidenceSection: Hashable, Sendable {
  var id: String
  /// How the report falls short, as sentences that name it; empty if a check says so already.
  var gaps: [String]
  /// What the readers noticed, each with its file and line.
  var notices: [String]

  /// Gaps first, then notices.
  var sentences: [String] { gaps + notices }

  /// - Parameter toldElsewhere: The reports whose gaps a check already gives as its reason.
  init(_ evidence: EvidenceSummary, toldElsewhere: Set<String>) {
    id = evidence.id
    gaps =
      toldElsewhere.contains(evidence.id)
      ? [] : evidence.gaps.map { $0.words(report: evidence.id) }
    notices = evidence.sources.flatMap { source in
      source.notices.map { notice in
        "\(source.file)\(notice.line.map { ":\($0)" } ?? ""): \(notice.message)"
      }
    }
  }
}

extension Notice {
  /// The message with its line, for a notice whose file is known from elsewhere.
  var words: String { line.map { "line \($0): \(message)" } ?? message }
}
