import GzipStream
import TestSupport
import Testing

struct GzipStreamTests {
  private func inflate(
    _ data: [UInt8], limit: Int = GzipStream.maximumSize, pieces size: Int = .max
  ) -> (text: String, failure: GzipError?) {
    let stream = GzipStream(limit: limit)
    var inflated: [UInt8] = []
    var rest = data[...]
    while !rest.isEmpty {
      stream.consume(Array(rest.prefix(size)).span) { piece in
        for index in piece.indices { inflated.append(piece[index]) }
      }
      rest = rest.dropFirst(size)
    }
    stream.finish()
    return (String(decoding: inflated, as: UTF8.self), stream.failure)
  }

  /// `printf 'one\ntwo\n' | gzip -9n`, by gzip 1.12.
  private static let deflated: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0xCF, 0x4B, 0xE5, 0x2A, 0x29,
    0xCF, 0xE7, 0x02, 0x00, 0xE6, 0x0B, 0xBA, 0x12, 0x08, 0x00, 0x00, 0x00,
  ]
  private static let stored = gzipMember(Array("three\n".utf8))

  @Test(arguments: [1, 2, 3, 7, .max])
  func inflatesHoweverItIsCut(size: Int) {
    let result = inflate(Self.deflated, pieces: size)
    #expect(result.text == "one\ntwo\n")
    #expect(result.failure == nil)
  }

  @Test(arguments: [1, 2, 3, 7, .max])
  func membersFollowEachOther(size: Int) {
    let empty = gzipMember([])
    let result = inflate(Self.deflated + empty + Self.stored + Self.deflated, pieces: size)
    #expect(result.text == "one\ntwo\nthree\none\ntwo\n")
    #expect(result.failure == nil)
  }

  @Test(arguments: [65_535, 65_536, 65_537, 131_072, 200_000])
  func handsOutPiecesOfBoundedSize(count: Int) {
    let stream = GzipStream()
    var sizes: [Int] = []
    stream.consume(gzipMember(Array(repeating: 7, count: count)).span) { sizes.append($0.count) }
    stream.finish()
    #expect(stream.failure == nil)
    #expect(sizes.reduce(0, +) == count)
    #expect(sizes.allSatisfy { 1...65_536 ~= $0 })
  }

  @Test func everyTruncationIsAFailure() {
    for length in 0..<Self.deflated.count {
      let failure = inflate(Array(Self.deflated[..<length])).failure
      #expect(failure == GzipError(.truncated, at: length))
    }
    let second = Self.deflated + Self.stored.dropLast()
    #expect(inflate(second).failure == GzipError(.truncated, at: second.count))
    #expect(inflate(second).text == "one\ntwo\nthree\n")
  }

  @Test(arguments: [
    (0, GzipError(.trailing, at: 0)),  // not gzip at all
    (1, GzipError(.corrupt("incorrect header check"), at: 2)),
    (2, GzipError(.corrupt("unknown compression method"), at: 4)),
    (20, GzipError(.corrupt("incorrect data check"), at: 24)),
    (24, GzipError(.corrupt("incorrect length check"), at: 28)),
  ])
  func flippedBitsAreFound(index: Int, failure: GzipError) {
    var data = Self.deflated
    data[index] ^= 1
    #expect(inflate(data, pieces: 1).failure == failure)
  }

  @Test(arguments: [[0], Array("\n".utf8), Array("SF:a\n".utf8)])
  func whatFollowsMustBeAMember(rest: [UInt8]) {
    let result = inflate(Self.deflated + rest + Self.stored)
    #expect(result.text == "one\ntwo\n")
    #expect(result.failure == GzipError(.trailing, at: 28))
  }

  @Test func nothingIsHandedOutBeyondTheLimit() {
    #expect(inflate(Self.deflated, limit: 8).failure == nil)
    let result = inflate(Self.deflated + Self.stored, limit: 13)
    #expect(result.text == "one\ntwo\n")
    #expect(result.failure?.problem == .tooLarge(limit: 13))
    let endless = inflate(Array(repeating: Self.deflated, count: 1000).flatMap(\.self), limit: 80)
    #expect(endless.text == String(repeating: "one\ntwo\n", count: 10))
    #expect(endless.failure?.problem == .tooLarge(limit: 80))
  }

  @Test func whatTheHandlerThrowsIsThrown() {
    struct Enough: Error {}
    let stream = GzipStream()
    #expect(throws: Enough.self) {
      try stream.consume(Self.deflated.span) { _ throws(Enough) in throw Enough() }
    }
    #expect(stream.failure == nil)
  }

  @Test(arguments: [
    ([0x1F, 0x8B], true), ([0x1F, 0x8B, 0x08], true), ([0x1F], false), ([], false),
    ([0x1F, 0x9D], false), ([0x8B, 0x1F], false),
  ])
  func isRecognisedByItsFirstBytes(head: [UInt8], expected: Bool) {
    #expect(GzipStream.recognises(head.span) == expected)
  }

  @Test(arguments: [
    (GzipError.Problem.corrupt("incorrect data check"), "incorrect data check"),
    (.truncated, "the data ends too early"),
    (.trailing, "found something else behind the compressed data"),
    (.tooLarge(limit: 9), "more than 9 bytes when inflated"),
    (.outOfMemory, "no memory to inflate it"),
  ])
  func saysWhatIsWrong(problem: GzipError.Problem, words: String) {
    #expect(problem.description == words)
  }
}
