import GzipStream
package import VerdictModel

/// Reads one file of any registered format: bytes in, report out.
///
/// Reports may be compressed with gzip, whatever their file is called.
package struct ReportReader {
  /// How much of the content is looked at to recognise its format.
  package static let prefixSize = ContentReader.prefixSize

  private var content: ContentReader
  private var packing = Packing.unknown(head: [])

  private enum Packing {
    /// Too few bytes have come to tell.
    case unknown(head: [UInt8])
    case plain
    case gzip(GzipStream)
  }

  /// - Parameters:
  ///   - format: The format to read; `nil` to recognise it from the content.
  ///   - hints: With the file's own size, compressed or not.
  package init(format: ReportFormat?, hints: ReadingHints = ReadingHints()) {
    content = ContentReader(format: format, hints: hints)
  }

  /// Takes the next bytes, cut anywhere.
  package mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    switch packing {
    case .unknown(var head):
      let missing = min(GzipStream.headSize - head.count, chunk.count)
      for index in 0..<missing { head.append(chunk[index]) }
      packing = .unknown(head: head)
      guard head.count == GzipStream.headSize else { return }
      try unpack(head)
      try consume(chunk.extracting(droppingFirst: missing))
    case .plain:
      try content.consume(chunk)
    case .gzip(let stream):
      try stream.consume(chunk) { piece throws(ReportError) in try content.consume(piece) }
    }
  }

  /// Ends the input.
  package mutating func finish() throws(ReportError) -> Report {
    if case .unknown(let head) = packing { try unpack(head) }
    guard case .gzip(let stream) = packing else { return try content.finish() }
    stream.finish()
    guard let failure = stream.failure.map(ReportError.init) else { return try content.finish() }
    // What the parser says of content that stops is only a consequence.
    guard var report = try? content.finish() else { throw failure }
    report.damage = failure
    return report
  }

  /// Finds out how the file is packed, and reads its first bytes.
  private mutating func unpack(_ head: [UInt8]) throws(ReportError) {
    if GzipStream.recognises(head.span) {
      packing = .gzip(GzipStream())
      content.hints.size = 0
    } else {
      packing = .plain
    }
    try consume(head.span)
  }
}

extension ReportError {
  /// The report's words for what is wrong with compressed data.
  fileprivate init(_ error: GzipError) {
    if case .tooLarge(let limit) = error.problem {
      self.init(.limitExceeded(name: "the size in bytes when inflated", limit: limit))
    } else {
      self.init(.malformedGzip(error.problem.description, offset: error.offset))
    }
  }
}
