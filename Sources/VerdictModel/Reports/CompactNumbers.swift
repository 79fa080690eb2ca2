/// A list of numbers that takes one, two or four bytes each, whatever the largest needs.
///
/// Coverage of a large code base is millions of line numbers and counts, nearly all of them small.
package struct CompactNumbers: Hashable, Sendable {
  private enum Storage: Hashable {
    case bytes([UInt8])
    case halves([UInt16])
    case words([UInt32])
  }

  /// Always the narrowest, so that equal lists are equal.
  private let storage: Storage

  /// Copies the numbers, without spare capacity.
  package init(_ numbers: [UInt32]) {
    let largest = numbers.max() ?? 0
    if largest <= UInt8.max {
      storage = .bytes(numbers.map { UInt8(truncatingIfNeeded: $0) })
    } else if largest <= UInt16.max {
      storage = .halves(numbers.map { UInt16(truncatingIfNeeded: $0) })
    } else {
      storage = .words(numbers.map(\.self))
    }
  }

  /// Makes the list of numbers that come one after the other.
  ///
  /// - Parameters:
  ///   - largest: At least the largest of them, and not wider.
  ///   - give: Calls with each of the `count` numbers in order.
  @inline(__always)
  init(count: Int, largest: UInt32, _ give: (_ take: (UInt32) -> Void) -> Void) {
    func list<Number: FixedWidthInteger>() -> [Number] {
      var numbers: [Number] = []
      numbers.reserveCapacity(count)
      give { numbers.append(Number(truncatingIfNeeded: $0)) }
      return numbers
    }
    if largest <= UInt8.max {
      storage = .bytes(list())
    } else if largest <= UInt16.max {
      storage = .halves(list())
    } else {
      storage = .words(list())
    }
  }

  /// How many of them pass a test.
  @inline(__always)
  package func count(where isCounted: (UInt32) -> Bool) -> Int {
    func count(_ numbers: [some UnsignedInteger]) -> Int {
      numbers.reduce(0) { $0 + (isCounted(UInt32($1)) ? 1 : 0) }
    }
    switch storage {
    case .bytes(let numbers): return count(numbers)
    case .halves(let numbers): return count(numbers)
    case .words(let numbers): return count(numbers)
    }
  }

  /// Calls with the numbers of both lists, side by side, up to the end of the shorter one: to ask
  /// for each by its index would take twice as long.
  @inline(__always)
  func forEach(with other: Self, _ take: (UInt32, UInt32) -> Void) {
    switch storage {
    case .bytes(let numbers): Self.forEach(numbers, with: other, take)
    case .halves(let numbers): Self.forEach(numbers, with: other, take)
    case .words(let numbers): Self.forEach(numbers, with: other, take)
    }
  }

  @inline(__always)
  private static func forEach(
    _ numbers: [some UnsignedInteger], with other: Self, _ take: (UInt32, UInt32) -> Void
  ) {
    switch other.storage {
    case .bytes(let others): for (a, b) in zip(numbers, others) { take(UInt32(a), UInt32(b)) }
    case .halves(let others): for (a, b) in zip(numbers, others) { take(UInt32(a), UInt32(b)) }
    case .words(let others): for (a, b) in zip(numbers, others) { take(UInt32(a), UInt32(b)) }
    }
  }
}

extension CompactNumbers: RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The numbers in order.
  package init(arrayLiteral numbers: UInt32...) { self.init(numbers) }

  /// Always 0.
  package var startIndex: Int { 0 }

  /// How many numbers there are.
  package var endIndex: Int {
    switch storage {
    case .bytes(let numbers): numbers.count
    case .halves(let numbers): numbers.count
    case .words(let numbers): numbers.count
    }
  }

  /// The number at an index, counted from 0.
  package subscript(index: Int) -> UInt32 {
    switch storage {
    case .bytes(let numbers): UInt32(numbers[index])
    case .halves(let numbers): UInt32(numbers[index])
    case .words(let numbers): numbers[index]
    }
  }
}
