package import VerdictModel

/// A report format: its name, how to recognise it, how to read it.
///
/// To add one, write `Formats/X.swift` with a `static let x` in an extension of this type, and add
/// a line to `ReportFormats.all`.
package struct ReportFormat: Sendable {
  /// What users write in a policy and after `--format`: lower-case ASCII.
  package var id: String
  /// The name for people, such as `Cobertura XML`.
  package var title: String
  /// What reports of the format speak of.
  package var evidence: EvidenceKind
  /// Producers that are known to work, for the table of formats.
  package var producers: String
  /// Whether a report is a file or a directory, and how to begin to read it.
  package var shape: Shape

  /// What a report of the format is, how it is known, and how to begin to read one.
  package enum Shape: Sendable {
    /// One file, read in chunks.
    ///
    /// `recognises` says whether content that begins with these bytes (the first 64 KiB, or all of
    /// a smaller file) is of the format. Two formats that both say yes are an error for the user to
    /// settle, so the answer must be strict. `parser` is given what is known before the first byte.
    case file(
      recognises: @Sendable (_ prefix: Span<UInt8>) -> Bool,
      parser: @Sendable (_ hints: ReadingHints) -> any FileReportParser)
    /// A directory of many files.
    case tree(parser: @Sendable () -> any TreeReportParser)
  }

  package init(
    id: String, title: String, evidence: EvidenceKind, producers: String,
    shape: Shape
  ) {
    self.id = id
    self.title = title
    self.evidence = evidence
    self.producers = producers
    self.shape = shape
  }
}

/// What is known of a report before its first byte is read.
package struct ReadingHints: Sendable {
  /// The content's size in bytes, 0 if it is unknown.
  package var size: Int
  /// The attribute of test suites, or the property of suites or cases, that tells runs of the same
  /// tests apart; `nil` for none.
  package var testVariant: String?

  package init(size: Int = 0, testVariant: String? = nil) {
    self.size = size
    self.testVariant = testVariant
  }
}

/// Reads one report that is one file. Parsers see bytes, never paths.
package protocol FileReportParser {
  /// Takes the next bytes, in order, cut anywhere.
  ///
  /// - Throws: `ReportError` if nothing of the report can be used. Damage after usable content is
  ///   remembered instead, and comes with the report.
  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError)

  /// Ends the input.
  ///
  /// - Returns: The report, with `damage` set if it could not be read to its end.
  mutating func finish() throws(ReportError) -> Report
}

/// Reads one report that is a directory.
package protocol TreeReportParser {
  /// Whether the file with this path is part of the report. Others need not be read.
  ///
  /// - Parameter path: Relative to the tree's root, with `/`.
  func wants(_ path: String) -> Bool

  /// Takes one file of the tree. Files come sorted by path.
  mutating func consume(_ bytes: Span<UInt8>, of path: String)

  /// Ends the input.
  mutating func finish() throws(ReportError) -> Report
}
