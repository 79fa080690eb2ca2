import CMemory

extension [UInt8] {
  /// Appends bytes in one piece.
  package mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// Whether these are the same bytes.
  package func equals(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    return withUnsafeBufferPointer { left in
      bytes.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
      }
    }
  }
}
