/// The coverable lines of one file with their execution counts, three bytes a line as a rule.
package struct LineTable: Hashable, Sendable {
  /// 1-based line numbers, strictly ascending.
  package let numbers: CompactNumbers
  /// How often each line ran, parallel to `numbers`; saturates at `UInt32.max`.
  package let counts: CompactNumbers

  /// No coverable line, which is *no data* and not 0 %.
  package static let empty = LineTable(entries: [])

  /// Sorts by number; a number that comes again adds its count (lcov's definition, saturating).
  package init(entries: some Sequence<(number: UInt32, count: UInt32)>) {
    let entries = Array(entries)
    self.init(numbers: entries.map(\.number), counts: entries.map(\.count))
  }

  /// The same from parallel arrays; numbers beyond the shorter one are dropped.
  package init(numbers: [UInt32], counts: [UInt32]) {
    if numbers.count == counts.count, numbers.isStrictlyAscending {
      self.numbers = CompactNumbers(numbers)
      self.counts = CompactNumbers(counts)
      return
    }
    var unitedNumbers: [UInt32] = []
    var unitedCounts: [UInt32] = []
    for (number, count) in zip(numbers, counts).sorted(by: { $0.0 < $1.0 }) {
      if number == unitedNumbers.last {
        unitedCounts[unitedCounts.count - 1] = unitedCounts[unitedCounts.count - 1]
          .addingSaturating(count)
      } else {
        unitedNumbers.append(number)
        unitedCounts.append(count)
      }
    }
    self.numbers = CompactNumbers(unitedNumbers)
    self.counts = CompactNumbers(unitedCounts)
  }

  /// - Parameters:
  ///   - numbers: Strictly ascending.
  ///   - counts: As many.
  init(numbers: CompactNumbers, counts: CompactNumbers) {
    self.numbers = numbers
    self.counts = counts
  }

  /// How many lines are coverable, whether they ran or not.
  package var count: Int { numbers.count }
  /// Whether no line is coverable.
  package var isEmpty: Bool { numbers.isEmpty }

  /// Lines with a count above 0, of all coverable lines.
  package var tally: Tally {
    Tally(covered: counts.count(where: { $0 > 0 }), total: counts.count)
  }

  /// The count of a line; `nil` if the line is not coverable.
  package func hits(of line: Int) -> UInt32? {
    let index = numbers.partitioningIndex { $0 >= line }
    return index < numbers.count && numbers[index] == line ? counts[index] : nil
  }

  /// The same for lines that are asked for in ascending order, in one walk over all of them.
  ///
  /// - Parameter index: Where the walk is; 0 for the first line, then left as it is.
  func hits(of line: Int, from index: inout Int) -> UInt32? {
    let end = numbers.count
    while index < end, numbers[index] < line { index += 1 }
    return index < end && numbers[index] == line ? counts[index] : nil
  }

  /// Lines that never ran, ascending.
  package var missed: [Int] {
    zip(numbers, counts).compactMap { $1 == 0 ? Int($0) : nil }
  }

  /// Only the 1-based lines for which the test holds, with their counts.
  package func keeping(_ isIncluded: (Int) -> Bool) -> Self {
    Self(
      entries: zip(numbers, counts)
        .filter { number, _ in isIncluded(Int(number)) }
        .map { (number: $0.0, count: $0.1) })
  }

  /// The union of both, counts added up (saturating); order does not matter.
  package func merged(with other: Self) -> Self {
    var merged: [(number: UInt32, count: UInt32)] = []
    merged.reserveCapacity(max(count, other.count))
    var left = 0
    var right = 0
    while left < count || right < other.count {
      if right == other.count || (left < count && numbers[left] < other.numbers[right]) {
        merged.append((numbers[left], counts[left]))
        left += 1
      } else if left == count || other.numbers[right] < numbers[left] {
        merged.append((other.numbers[right], other.counts[right]))
        right += 1
      } else {
        merged.append((numbers[left], counts[left].addingSaturating(other.counts[right])))
        left += 1
        right += 1
      }
    }
    return Self(entries: merged)
  }
}

extension [UInt32] {
  fileprivate var isStrictlyAscending: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1] < self[$0] }
  }
}

extension UInt32 {
  /// The sum, or the largest number there is.
  package func addingSaturating(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
