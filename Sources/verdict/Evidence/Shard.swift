import Files
import VerdictModel
import VerdictPolicy

/// One of the reports that a policy expects several of under one name.
struct Shard: Sendable {
  /// As the policy's directory sees it.
  let file: String
  private let identity: Identity

  /// What makes two files one shard.
  private enum Identity: Hashable {
    /// What they hold, as SHA-256 of each file that they consist of.
    case content([String])
    /// Which file they are: where several runs may well have written the same.
    case file(FileStatus.Identity)
    /// What they are called, where nothing else is known.
    case name(String, evidence: String?)
  }

  /// - Parameters:
  ///   - report: Where it lies.
  ///   - read: What it says.
  init(_ report: FoundReports.Report, read: CollectedReport) {
    file = report.file
    let digests = read.inputs.compactMap(\.sha256).sorted()
    if case .success(let content) = read.result, content.content.isDistinctive,
      digests.count == read.inputs.count
    {
      identity = .content(digests)
    } else if let real = report.identity {
      identity = .file(real)
    } else {
      identity = .name(report.file, evidence: read.inputs.first?.evidence)
    }
  }

  /// What is missing of the shards that there must be. Copies of one report, and links to it, are
  /// one shard: several runs of anything differ at least in their times.
  ///
  /// - Parameter expected: How many there must be.
  static func gaps(of shards: [Shard], expected: Int) -> [EvidenceGap] {
    let groups = Dictionary(grouping: shards, by: \.identity).values.map { $0.map(\.file).sorted() }
    let found = SwiftTestRun.count(groups.map { $0[0] })
    guard !shards.isEmpty, found < expected else { return [] }
    let copies = groups.filter { $0.count > 1 }.map { files in
      let others = files.dropFirst().prefix(shownCopies).joined(separator: ", ")
      let more = files.count - 1 - shownCopies
      return EvidenceGap.incomplete(
        reason: "\(others)\(more > 0 ? " and \(more) more" : "") "
          + (files.count == 2 ? "is a copy" : "are copies") + " of \(files[0])")
    }
    return copies + [.missingShards(found: found, expected: expected)]
  }

  /// How many copies of a report are named before the rest is counted.
  private static let shownCopies = 3
}
