/// The coverable lines of one file with their execution counts, 8 bytes a line.
package struct LineTable: Hashable, Sendable {
  /// 1-based line numbers, strictly ascending.
  package private(set) var numbers: [UInt32]
  /// How often each line ran, parallel to `numbers`; saturates at `UInt32.max`.
  package private(set) var counts: [UInt32]

  /// No coverable line, which is *no data* and not 0 %.
  package static let empty = LineTable(entries: [])

  /// Sorts by number; a number that comes again adds its count (lcov's definition, saturating).
  package init(entries: some Sequence<(number: UInt32, count: UInt32)>) {
    var entries = Array(entries)
    if !zip(entries, entries.dropFirst()).allSatisfy({ $0.number <= $1.number }) {
      entries.sort { $0.number < $1.number }
    }
    numbers = []
    counts = []
    numbers.reserveCapacity(entries.count)
    counts.reserveCapacity(entries.count)
    for (number, count) in entries {
      if number == numbers.last {
        counts[counts.count - 1] = counts[counts.count - 1].addingSaturating(count)
      } else {
        numbers.append(number)
        counts.append(count)
      }
    }
  }

  /// The same from parallel arrays, which are copied without their spare capacity.
  package init(numbers: [UInt32], counts: [UInt32]) {
    guard numbers.count == counts.count, numbers.isStrictlyAscending else {
      self.init(entries: zip(numbers, counts).map { (number: $0, count: $1) })
      return
    }
    self = .empty
    self.numbers.reserveCapacity(numbers.count)
    self.counts.reserveCapacity(counts.count)
    self.numbers += numbers
    self.counts += counts
  }

  /// How many lines are coverable, whether they ran or not.
  package var count: Int { numbers.count }
  /// Whether no line is coverable.
  package var isEmpty: Bool { numbers.isEmpty }

  /// Lines with a count above 0, of all coverable lines.
  package var tally: Tally {
    Tally(covered: counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }, total: counts.count)
  }

  /// The count of a line; `nil` if the line is not coverable.
  package func hits(of line: Int) -> UInt32? {
    guard let number = UInt32(exactly: line) else { return nil }
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? counts[low] : nil
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
