import VerdictModel

/// The files of a coverage report, in the report's order as long as there are few.
///
/// Reports that were put together name a file again and again; were each mention kept until the end,
/// a small compressed report of nothing else would fill the memory.
struct CoverageFiles {
  private(set) var files: [FileCoverage] = []
  /// At how many mentions they are united.
  private var nextUnion = CoverageFiles.firstUnion

  /// Far more than a source tree has; each takes 200 bytes and more.
  static let limit = 1_000_000
  private static let firstUnion = 200_000

  /// Whether there are more files than any source tree has.
  var isTooMany: Bool { files.count > Self.limit }

  mutating func append(_ file: FileCoverage) {
    files.append(file)
    guard files.count >= nextUnion else { return }
    files = CoverageReport(files: files).files
    // Doubled, so that each mention is moved a few times at most.
    nextUnion = max(Self.firstUnion, 2 * files.count)
  }
}
