/// A set of 1-based line numbers, kept as ascending ranges that neither touch nor overlap.
package struct LineRanges: Hashable, Sendable {
  /// Ascending, with at least one line between two of them.
  package private(set) var ranges: [ClosedRange<Int>]

  /// Not a single line; in a `CheckPlace` it stands for the whole file.
  package static let none = LineRanges([Int]())

  /// From numbers in any order, repeated or not.
  package init(_ lines: some Sequence<Int>) {
    ranges = []
    for line in lines.sorted() {
      if let last = ranges.last, line <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, line)
      } else {
        ranges.append(line...line)
      }
    }
  }

  /// From ranges in any order, overlapping or not.
  package init(ranges: some Sequence<ClosedRange<Int>>) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound - 1 <= last.upperBound {
        self.ranges[self.ranges.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// Whether there is not a single line.
  package var isEmpty: Bool { ranges.isEmpty }

  /// How many lines there are.
  package var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether a 1-based line is in one of the ranges. Time is log n.
  package func contains(_ line: Int) -> Bool {
    let index = ranges.partitioningIndex(where: { $0.upperBound >= line })
    return index < ranges.count && ranges[index].contains(line)
  }
}
