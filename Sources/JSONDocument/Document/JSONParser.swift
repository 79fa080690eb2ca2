import CSIMDJSON

/// Owns simdjson's parser, and lends its tape.
final class JSONParser {
  enum Outcome<Result> {
    case read(Result)
    case numberOutOfRange
    case refused
  }

  private let parser: OpaquePointer?

  init(maximumDepth: Int) {
    parser = csimdjson_make_parser(maximumDepth)
  }

  deinit {
    if let parser { csimdjson_free_parser(parser) }
  }

  /// Reads a part of a text, which must be followed by `JSONText.padding` bytes.
  ///
  /// - Parameter body: Looks at the tape, and must not read another text with this parser.
  func read<Result>(
    _ bytes: [UInt8], _ range: Range<Int>, _ body: (JSONTape) -> Result
  ) -> Outcome<Result> {
    guard let parser else { return .refused }
    var tape = csimdjson_tape()
    let outcome = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { csimdjson_parse(parser, $0 + range.lowerBound, range.count, &tape) }
    }
    switch outcome {
    case csimdjson_read:
      return withExtendedLifetime(self) {
        .read(body(JSONTape(words: tape.words, strings: tape.strings)))
      }
    case csimdjson_number_out_of_range: return .numberOutOfRange
    default: return .refused
    }
  }
}
