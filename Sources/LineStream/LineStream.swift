#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Takes the lines of a `LineStream`, in order.
@usableFromInline
package protocol LineHandler {
  /// One line.
  ///
  /// - Parameters:
  ///   - line: Its bytes without LF or CRLF; valid only while this runs.
  ///   - number: 1-based.
  mutating func take(_ line: Span<UInt8>, number: Int)

  /// Takes lines for which nobody needs to look for the end first, because reading them finds it.
  /// The first line that it leaves alone comes to `take`.
  ///
  /// - Parameters:
  ///   - text: Some lines, and perhaps the beginning of one; valid only while this runs.
  ///   - index: Where a line begins; moves behind the line feed of the last line taken.
  ///   - number: The 1-based number of that line.
  /// - Returns: How many lines it took.
  mutating func takePlainLines(of text: Span<UInt8>, from index: inout Int, number: Int) -> Int
}

extension LineHandler {
  /// Takes none, so that all lines come to `take`.
  package mutating func takePlainLines(
    of text: Span<UInt8>, from index: inout Int, number: Int
  ) -> Int { 0 }
}

/// A line is longer than `LineStream.lengthLimit`.
package struct LineTooLong: Error, Hashable, Sendable {
  /// 1-based.
  package var line: Int
  /// In bytes.
  package var limit: Int

  package init(line: Int, limit: Int) {
    self.line = line
    self.limit = limit
  }
}

/// Cuts a text that comes in chunks into lines, without copying those that lie within one chunk.
///
/// Lines end in LF or CRLF; the last one need not.
package struct LineStream {
  /// The longest line in bytes. The longest in real tracefiles are names of C++ templates with some
  /// ten thousand characters; without a limit, a file without line feeds would fill the memory.
  package static let lengthLimit = 1 << 20

  /// The number of the line that comes next.
  private var number = 1
  /// The beginning of a line whose end has not come yet.
  private var pending: [UInt8] = []

  package init() {}

  /// Takes the next bytes, cut anywhere, and hands out the lines that are complete.
  package mutating func consume(
    _ chunk: Span<UInt8>, into handler: inout some LineHandler
  ) throws(LineTooLong) {
    var start = 0
    if !pending.isEmpty {
      guard let end = chunk.firstLineFeed(from: 0) else { return try keep(chunk) }
      try keep(chunk.extracting(0..<end))
      handOutPending(to: &handler)
      start = end + 1
    }
    while true {
      number += handler.takePlainLines(of: chunk, from: &start, number: number)
      guard let end = chunk.firstLineFeed(from: start) else { break }
      guard end - start <= Self.lengthLimit else { throw tooLong }
      handler.take(chunk.extracting(start..<chunk.textEnd(start, end)), number: number)
      number += 1
      start = end + 1
    }
    try keep(chunk.extracting(start..<chunk.count))
  }

  /// Ends the text and hands out its last line if no line feed did.
  package mutating func finish(into handler: inout some LineHandler) {
    if !pending.isEmpty { handOutPending(to: &handler) }
  }

  private mutating func handOutPending(to handler: inout some LineHandler) {
    let line = pending
    pending = []
    handler.take(line.span.extracting(0..<line.span.textEnd(0, line.count)), number: number)
    number += 1
  }

  private var tooLong: LineTooLong { LineTooLong(line: number, limit: Self.lengthLimit) }

  private mutating func keep(_ part: Span<UInt8>) throws(LineTooLong) {
    guard pending.count + part.count <= Self.lengthLimit else { throw tooLong }
    part.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// Where the line's text ends if its line feed is at `end`: before a carriage return.
  fileprivate func textEnd(_ start: Int, _ end: Int) -> Int {
    end > start && self[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  fileprivate func firstLineFeed(from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
