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

  /// How many are above 0.
  package var countAboveZero: Int {
    switch storage {
    case .bytes(let numbers): numbers.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    case .halves(let numbers): numbers.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    case .words(let numbers): numbers.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
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
