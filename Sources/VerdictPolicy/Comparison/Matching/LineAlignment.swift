import VerdictModel

/// Lays the lines of two versions of a file side by side, by lines that are known to be the same.
///
/// Both versions get positions on one axis. Lines that are known to be the same share a position;
/// between two of them there is as much room as the longer version needs. So what stands as far
/// below the same line has the same position, and nothing crosses a line that is known. Exchanging
/// the versions exchanges nothing but the names.
struct LineAlignment {
  /// The same line in both versions; 1-based.
  struct Anchor {
    var old: Int
    var new: Int
  }

  private var oldLines: [Int] = []
  private var newLines: [Int] = []
  private var positions: [Int] = []

  /// - Parameter anchors: In any order. Of those that cross each other, as where code was moved
  ///   within the file, the longest list that does not cross is taken.
  init(_ anchors: [Anchor]) {
    for anchor in Self.withoutCrossings(anchors) {
      let step = max(anchor.old - (oldLines.last ?? 0), anchor.new - (newLines.last ?? 0))
      positions.append((positions.last ?? 0) + step)
      oldLines.append(anchor.old)
      newLines.append(anchor.new)
    }
  }

  /// Where a line of the old version is on the axis.
  func position(ofOld line: Int) -> Int { Self.position(of: line, among: oldLines, positions) }

  /// Where a line of the new version is on the axis.
  func position(ofNew line: Int) -> Int { Self.position(of: line, among: newLines, positions) }

  /// How far a line of the old version is above the next known one, as a position of that one;
  /// `nil` below the last one.
  func positionFromBelow(ofOld line: Int) -> Int? {
    Self.positionFromBelow(of: line, among: oldLines, positions)
  }

  /// How far a line of the new version is above the next known one.
  func positionFromBelow(ofNew line: Int) -> Int? {
    Self.positionFromBelow(of: line, among: newLines, positions)
  }

  /// How many known lines are not below a line of the old version.
  func section(ofOld line: Int) -> Int { oldLines.partitioningIndex(where: { $0 > line }) }

  /// How many known lines are not below a line of the new version.
  func section(ofNew line: Int) -> Int { newLines.partitioningIndex(where: { $0 > line }) }

  private static func position(of line: Int, among lines: [Int], _ positions: [Int]) -> Int {
    let above = lines.partitioningIndex(where: { $0 > line })
    return above == 0 ? line : positions[above - 1] + line - lines[above - 1]
  }

  private static func positionFromBelow(
    of line: Int, among lines: [Int], _ positions: [Int]
  ) -> Int? {
    let above = lines.partitioningIndex(where: { $0 > line })
    // The distance by itself would mix up what is above different lines.
    return above == lines.count
      ? nil : positions[above] - (lines[above] - line)
  }

  /// The longest list of anchors whose lines ascend in both versions.
  private static func withoutCrossings(_ anchors: [Anchor]) -> [Anchor] {
    let sorted = anchors.sorted { ($0.old, $1.new) < ($1.old, $0.new) }
    // Of every length the list that ends lowest, and for each anchor the one before it.
    var ends: [Int] = []
    var before = Array(repeating: -1, count: sorted.count)
    for (index, anchor) in sorted.enumerated() {
      let low = ends.partitioningIndex(where: { sorted[$0].new >= anchor.new })
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var list: [Anchor] = []
    var next = ends.last ?? -1
    while next >= 0 {
      list.append(sorted[next])
      next = before[next]
    }
    return list.reversed()
  }
}
