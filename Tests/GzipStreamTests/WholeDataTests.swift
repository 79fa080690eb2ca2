import GzipStream
import TestSupport
import Testing

@Suite("Gzip data in one piece")
struct WholeDataTests {
  private static func random(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 1)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  @Test("inflates to what was deflated", arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func roundTrip(count: Int) throws {
    for bytes in [[UInt8](repeating: 7, count: count), Self.random(count)] {
      let data = GzipStream.deflated(bytes.span)
      #expect(try GzipStream.inflated(data.span, limit: count) == bytes)
      #expect(GzipStream.deflated(bytes.span) == data)
    }
  }

  @Test("is small where bytes repeat themselves")
  func size() {
    #expect(GzipStream.deflated([UInt8](repeating: 7, count: 300_000).span).count < 3000)
    #expect(GzipStream.deflated(Self.random(300_000).span).count < 301_000)
  }

  /// RFC 1952 §2.3: deflated, no flags, no time, the fastest algorithm, no known system.
  @Test("names neither time nor system")
  func header() {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 255]
    #expect(Array(GzipStream.deflated([1, 2, 3].span).prefix(10)) == header)
  }

  @Test("that inflates to more than is wanted is refused")
  func limit() throws {
    let data = GzipStream.deflated([UInt8](repeating: 0, count: 10_000_000).span)
    let error = #expect(throws: GzipError.self) {
      try GzipStream.inflated(data.span, limit: 9_999_999)
    }
    #expect(error?.problem == .tooLarge(limit: 9_999_999))
  }

  @Test("that is damaged is refused", arguments: [0, 9, 17, 30])
  func truncated(length: Int) {
    let data = GzipStream.deflated(Self.random(30).span).prefix(length)
    let error = #expect(throws: GzipError.self) {
      try GzipStream.inflated(Array(data).span, limit: 100)
    }
    #expect(error?.problem == .truncated)
  }
}
