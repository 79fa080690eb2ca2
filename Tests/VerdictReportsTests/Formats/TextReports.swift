import VerdictModel
import VerdictReports

/// Reads reports that a test spells out.
enum TextReports {
  /// Reads a report in pieces of a size.
  static func read(
    _ bytes: [UInt8], as format: ReportFormat?, pieces size: Int = 64 * 1024
  ) throws(ReportError) -> Report {
    var reader = ReportReader(format: format, hints: ReadingHints(size: bytes.count))
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.consume(Array(rest.prefix(size)).span)
      rest = rest.dropFirst(size)
    }
    return try reader.finish()
  }

  static func read(
    _ text: String, as format: ReportFormat?, pieces size: Int = 64 * 1024
  ) throws(ReportError) -> Report {
    try read(Array(text.utf8), as: format, pieces: size)
  }

  /// The identifier of the one registered format that recognises a text.
  static func recognised(_ bytes: [UInt8]) -> String? {
    try? ReportFormats.recognising(bytes.span).id
  }
}

extension Report {
  /// The notices as `line: message`.
  var noticeTexts: [String] {
    notices.map { ($0.line.map { "\($0): " } ?? "") + $0.message }
  }

  /// Each file's lines as `path: number×count, …`, and branches as `number taken/known`.
  var coverageTexts: [String] {
    guard case .coverage(let coverage) = content else { return [] }
    return coverage.files.map { file in
      let lines = zip(file.lines.numbers, file.lines.counts).map { "\($0)×\($1)" }
      let branches = file.branches.perLine.map {
        "\($0.line) \($0.tally.covered)/\($0.tally.total)"
      }
      let parts = [lines.joined(separator: " "), branches.joined(separator: ", ")]
      return "\(file.path): " + parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }
  }

  /// Each file's functions as `path: line called/known, …`.
  var functionTexts: [String] {
    guard case .coverage(let coverage) = content else { return [] }
    return coverage.files.map { file in
      let lines = file.functions.perLine.map { "\($0.line) \($0.tally.covered)/\($0.tally.total)" }
      return "\(file.path): " + lines.joined(separator: ", ")
    }
  }

  var tests: TestReport {
    if case .tests(let tests) = content { tests } else { TestReport(cases: []) }
  }

  var benchmarks: [Benchmark] {
    if case .benchmarks(let report) = content { report.benchmarks } else { [] }
  }
}
