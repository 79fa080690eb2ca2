import LineStream
import Testing

struct LineStreamTests {
  private struct Recorder: LineHandler {
    var lines: [String] = []

    mutating func take(_ line: Span<UInt8>, number: Int) {
      let text = line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      lines.append("\(number): \(text)")
    }
  }

  private func read(_ text: String, pieces size: Int) throws(LineTooLong) -> [String] {
    var stream = LineStream()
    var recorder = Recorder()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try stream.consume(Array(rest.prefix(size)).span, into: &recorder)
      rest = rest.dropFirst(size)
    }
    stream.finish(into: &recorder)
    return recorder.lines
  }

  @Test(arguments: [1, 2, 3, 4096])
  func cutsLines(size: Int) throws {
    #expect(
      try read("one\ntwo\r\n\n\r\nfive\rsix\nlast", pieces: size)
        == ["1: one", "2: two", "3: ", "4: ", "5: five\rsix", "6: last"])
  }

  @Test(arguments: [1, 4096])
  func aLineFeedAtTheEndBeginsNoLine(size: Int) throws {
    #expect(try read("one\n", pieces: size) == ["1: one"])
    #expect(try read("\n", pieces: size) == ["1: "])
    #expect(try read("", pieces: size) == [])
  }

  @Test(arguments: [65_536, 4_000_000])
  func refusesEndlessLines(size: Int) throws {
    let longest = String(repeating: "x", count: LineStream.lengthLimit)
    #expect(try read("a\n" + longest + "\nb", pieces: size).last == "3: b")
    for ending in ["", "\n", "\nb"] {
      #expect(throws: LineTooLong(line: 2, limit: 1_048_576)) {
        try read("a\n" + longest + "x" + ending, pieces: size)
      }
    }
  }
}
