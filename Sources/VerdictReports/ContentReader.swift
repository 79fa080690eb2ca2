import Memory
import VerdictModel

/// Reads the content of a file, which is no longer compressed: finds its parser, and hands it on.
struct ContentReader {
  /// How much of the content is looked at to recognise its format.
  static let prefixSize = 64 * 1024

  private let format: ReportFormat?
  var hints: ReadingHints
  private var prefix: [UInt8] = []
  private var parser: (any FileReportParser)?
  /// `nil` if the text is no UTF-16, or the parser reads that by itself.
  private var decoder: UTF16Decoder?

  init(format: ReportFormat?, hints: ReadingHints) {
    self.format = format
    self.hints = hints
  }

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    if parser != nil {
      if let decoded = decoder?.decode(chunk) {
        try parser?.consume(decoded.span)
      } else {
        try parser?.consume(chunk)
      }
      return
    }
    prefix.append(chunk)
    if prefix.count >= Self.prefixSize { try begin() }
  }

  mutating func finish() throws(ReportError) -> Report {
    if parser == nil { try begin() }
    // Taken out, so that the parser is the only owner of what it has gathered.
    guard var parser = parser.take() else { throw ReportError(.empty) }
    if let rest = decoder?.rest, !rest.isEmpty { try parser.consume(rest.span) }
    return try parser.finish()
  }

  private mutating func begin() throws(ReportError) {
    if var decoder = UTF16Decoder(prefix.span) {
      let decoded = decoder.decode(prefix.span)
      prefix = decoded
      self.decoder = decoder
    }
    guard prefix.contains(where: { !$0.isASCIISpace }) else { throw ReportError(.empty) }
    let format: ReportFormat
    if let known = self.format {
      format = known
    } else {
      format = try ReportFormats.recognising(prefix.span.extracting(first: Self.prefixSize))
    }
    guard case .file(_, let makeParser) = format.shape else {
      throw ReportError(.wrongShape(format: format.id, expectsDirectory: true))
    }
    var parser = makeParser(hints)
    try parser.consume(prefix.span)
    prefix = []
    self.parser = parser
  }
}

extension UInt8 {
  /// Blank, tab, line feed or carriage return.
  package var isASCIISpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
