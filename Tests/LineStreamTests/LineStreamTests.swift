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

  /// Takes lines that are digits for itself.
  private struct Digits: LineHandler {
    var plain = 0
    var others: [String] = []

    mutating func take(_ line: Span<UInt8>, number: Int) {
      let text = line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      others.append("\(number): \(text)")
    }

    mutating func takePlainLines(
      of text: Span<UInt8>, from index: inout Int, number: Int
    ) -> Int {
      var lines = 0
      var end = index
      while end < text.count {
        if text[end] == UInt8(ascii: "\n") {
          lines += 1
          index = end + 1
        } else if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[end]) {
          break
        }
        end += 1
      }
      plain += lines
      return lines
    }
  }

  @Test("a handler may take lines without being told where they end", arguments: [1, 2, 5, 4096])
  func plainLines(size: Int) throws {
    var stream = LineStream()
    var digits = Digits()
    var rest = Array("1\n22\nthree\n4\n\n5x\n66\n7".utf8)[...]
    while !rest.isEmpty {
      try stream.consume(Array(rest.prefix(size)).span, into: &digits)
      rest = rest.dropFirst(size)
    }
    stream.finish(into: &digits)
    // What is cut by the end of a piece comes to `take` when the rest is there.
    #expect(digits.others.contains("3: three"))
    #expect(digits.others.contains("6: 5x"))
    #expect(digits.others.last == "8: 7")
    #expect(digits.plain + digits.others.count == 8)
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
