/// Numbers as packed coverage has them: seven bits in a byte, the lowest first, and the highest bit
/// of all bytes but the last is set (LEB128).
extension [UInt8] {
  mutating func append(packed number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// The lowest bits, in as many bytes as it takes, the lowest first.
  mutating func append(bits: UInt64, count: Int) {
    for shift in stride(from: 0, to: count, by: 8) {
      append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }
}

/// Reads what is packed from left to right.
struct PackedReader {
  /// How many bytes were read.
  private(set) var offset = 0

  /// A number; `nil` if none is there, if it exceeds 32 bits or is written longer than need be.
  ///
  /// Nearly all take one byte.
  @inline(__always)
  mutating func number(in bytes: Span<UInt8>) -> UInt32? {
    guard offset < bytes.count, bytes[offset] < 0x80 else { return longNumber(in: bytes) }
    defer { offset += 1 }
    return UInt32(bytes[offset])
  }

  private mutating func longNumber(in bytes: Span<UInt8>) -> UInt32? {
    var number: UInt64 = 0
    for shift: UInt64 in stride(from: 0, to: 35, by: 7) {
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      offset += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return byte == 0 ? nil : UInt32(exactly: number) }
    }
    return nil
  }

  /// So many bits, 64 at most; `nil` if the bytes end before.
  mutating func bits(_ count: Int, in bytes: Span<UInt8>) -> UInt64? {
    let size = (count + 7) / 8
    guard size <= bytes.count - offset else { return nil }
    var bits: UInt64 = 0
    for index in 0..<size { bits |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += size
    return bits
  }

  /// The range of so many bytes, which it skips; `nil` if there are fewer.
  mutating func skip(_ count: UInt32, in bytes: Span<UInt8>) -> Range<Int>? {
    guard count <= bytes.count - offset else { return nil }
    defer { offset += Int(count) }
    return offset..<offset + Int(count)
  }

  /// A sensible number of elements to make room for.
  ///
  /// - Parameters:
  ///   - count: How many there are to be; nothing that is believed.
  ///   - size: How many bytes each takes at least.
  func capacity(for count: UInt32, ofSize size: Int, in bytes: Span<UInt8>) -> Int {
    min(Int(count), (bytes.count - offset) / size)
  }

  /// That what was read last is nothing that was ever written.
  var damage: CorruptValue {
    CorruptValue("is damaged before byte \(offset) of what it inflates to")
  }
}
