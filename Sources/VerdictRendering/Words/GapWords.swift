package import VerdictModel

extension EvidenceGap {
  /// One sentence about a report that falls short, without a full stop.
  ///
  /// - Parameter report: The report's id; it is named by its place in the policy, `reports/unit`.
  package func words(report: String) -> String {
    switch self {
    case .missing(let patterns):
      patterns.isEmpty
        ? "reports/\(report) is missing"
        : "reports/\(report) is missing: no file matches \(patterns.joined(separator: ", "))"
    case .empty(let file): "reports/\(report) is empty: nothing to judge in \(file)"
    case .incomplete(let reason): "reports/\(report) is incomplete: \(reason)"
    case .missingShards(let found, let expected):
      "reports/\(report) has \(found) of \(expected) shards"
    case .stale(let file, let staleness): "reports/\(report) is stale: \(file) \(staleness.words)"
    case .unreadable(let file, let reason):
      "reports/\(report) cannot be read: \(file)\(Self.startsWithLine(reason) ? ":" : ": ")\(reason)"
    }
  }

  /// Whether a reason begins with its line, `12:3: …`, which then joins the file's name.
  private static func startsWithLine(_ reason: String) -> Bool {
    let number = reason.prefix { $0.isASCII && $0.isNumber }
    return !number.isEmpty && reason.dropFirst(number.count).first == ":"
  }
}

extension Staleness {
  /// What is said of the file: `was made no later than …, before commit …`.
  fileprivate var words: String {
    switch self {
    case .olderThanCommit(let created, let commit):
      "was made no later than \(created), before commit \(commit.id.prefix(8)) of \(commit.time)"
    case .olderThan(let allowed, let age): "is \(age) old, at most \(allowed) are allowed"
    }
  }
}
