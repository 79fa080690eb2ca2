/// Where the lines of a file's old version are in its new one: lines that are neither deleted nor
/// added follow each other in the same order.
package struct LineMap: Sendable {
  /// Old lines that gave way to new ones, as the header of a hunk without context says it; either
  /// count may be 0, and a start is then that of the line behind the place.
  private struct Edit {
    var oldStart: Int
    var oldCount: Int
    var newStart: Int
    var newCount: Int
  }

  /// In the order of lines.
  private var edits: [Edit] = []

  /// - Parameter change: `nil` for a file that is not touched.
  package init(_ change: ChangedFile?) {
    var deleted = change?.deleted.ranges[...] ?? []
    var added = change?.added.ranges[...] ?? []
    var (old, new) = (1, 1)
    while !deleted.isEmpty || !added.isEmpty {
      let unchanged = min(
        deleted.first.map { $0.lowerBound - old } ?? .max,
        added.first.map { $0.lowerBound - new } ?? .max)
      (old, new) = (old + unchanged, new + unchanged)
      let oldCount = deleted.first?.lowerBound == old ? deleted.removeFirst().count : 0
      let newCount = added.first?.lowerBound == new ? added.removeFirst().count : 0
      edits.append(Edit(oldStart: old, oldCount: oldCount, newStart: new, newCount: newCount))
      (old, new) = (old + oldCount, new + newCount)
    }
  }

  /// The new number of an old line; `nil` if it is deleted or changed.
  package func newLine(of old: Int) -> Int? {
    guard let edit = lastEdit(upTo: old) else { return old }
    let offset = old - edit.oldStart - edit.oldCount
    return offset < 0 ? nil : edit.newStart + edit.newCount + offset
  }

  /// The same, but a line that is deleted or changed is taken for the one in its place, or before
  /// it, if there is none.
  package func place(of old: Int) -> Int {
    if let line = newLine(of: old) { return line }
    guard let edit = lastEdit(upTo: old) else { return old }
    return max(1, edit.newStart + min(old - edit.oldStart, edit.newCount - 1))
  }

  private func lastEdit(upTo old: Int) -> Edit? {
    let next = edits.partitioningIndex(where: { $0.oldStart > old })
    return next > 0 ? edits[next - 1] : nil
  }
}
