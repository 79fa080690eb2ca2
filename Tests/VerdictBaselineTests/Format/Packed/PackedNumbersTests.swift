import Testing

@testable import VerdictBaseline

@Suite("Packed numbers")
struct PackedNumbersTests {
  private static func number(in bytes: [UInt8]) -> (number: UInt32?, size: Int) {
    var reader = PackedReader()
    let number = reader.number(in: bytes.span)
    return (number, reader.offset)
  }

  private static func bits(_ count: Int, in bytes: [UInt8]) -> UInt64? {
    var reader = PackedReader()
    return reader.bits(count, in: bytes.span)
  }

  @Test(
    "take a byte for every seven bits",
    arguments: [
      (0, [0]), (1, [1]), (127, [0x7F]), (128, [0x80, 1]), (16_383, [0xFF, 0x7F]),
      (16_384, [0x80, 0x80, 1]), (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
    ] as [(UInt32, [UInt8])])
  func numbers(number: UInt32, bytes: [UInt8]) {
    var packed: [UInt8] = []
    packed.append(packed: number)
    #expect(packed == bytes)
    #expect(Self.number(in: bytes + [5]) == (number, bytes.count))
  }

  @Test(
    "are refused where they end too early, are too large or written longer than need be",
    arguments: [
      [], [0x80], [0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x1F], [0x80, 0x80, 0x80, 0x80, 0x80, 1],
      [0x80, 0], [0xFF, 0x80, 0],
    ] as [[UInt8]])
  func refused(bytes: [UInt8]) {
    #expect(Self.number(in: bytes).number == nil)
  }

  @Test(
    "of bits take as many bytes as it needs",
    arguments: [
      (0, []), (1, [0xEF]), (8, [0xEF]), (9, [0xEF, 0xCD]),
      (64, [0xEF, 0xCD, 0xAB, 0x89, 0x67, 0x45, 0x23, 0x01]),
    ] as [(Int, [UInt8])])
  func bits(count: Int, bytes: [UInt8]) {
    var packed: [UInt8] = []
    packed.append(bits: 0x0123_4567_89AB_CDEF, count: count)
    #expect(packed == bytes)
    let whole = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    #expect(Self.bits(count, in: bytes) == whole)
    #expect(Self.bits(count, in: bytes.dropLast()) == (count == 0 ? 0 : nil))
  }
}
