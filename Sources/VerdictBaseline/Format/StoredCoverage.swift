import VerdictModel

/// The coverage of all files: which lines, and which of them never ran. How often a line ran is not
/// kept; what ran counts as once.
///
/// By path in columns, which people can read and git can diff; packed where nobody would.
struct StoredCoverage: Codable {
  /// The most lines in all files of a baseline: a few bytes could claim billions. The largest
  /// repositories have a tenth of it.
  static let maxLines = 100_000_000

  /// The most lines, branches and functions in all files that are written in columns: 200 KB or so,
  /// read in 5 ms.
  static let maxReadable = 100_000

  /// Every file's coverable lines, and which of them ran, as `RunText` has them.
  var lines: [String: String]?
  /// Branch outcomes by line, counted or named as the reports have them: `6:1/2 9:0+,1-`.
  var branches: [String: String]?
  /// Functions by first line, in the form of named branch outcomes.
  var functions: [String: String]?
  /// All of this as `PackedCoverage` has it; there are no columns beside it.
  var packed: String?

  init(_ report: CoverageReport) {
    if report.files.reduce(0, { $0 + $1.size }) > Self.maxReadable {
      packed = PackedCoverage.text(of: report)
    } else {
      lines = Self.column(of: report) { RunText.text(of: $0.lines) }
      branches = Self.sparseColumn(of: report, \.branches)
      functions = Self.sparseColumn(of: report, \.functions)
    }
  }

  private static func column(
    of report: CoverageReport, _ text: (FileCoverage) -> String
  ) -> [String: String] {
    Dictionary(report.files.map { ($0.path, text($0)) }, uniquingKeysWith: { $1 })
  }

  /// Only the files that have an entry; `nil` without any.
  private static func sparseColumn(
    of report: CoverageReport, _ table: (FileCoverage) -> BranchTable
  ) -> [String: String]? {
    let column = column(of: report) { LineText.text(of: table($0)) }.filter { !$1.isEmpty }
    return column.isEmpty ? nil : column
  }

  /// - Parameter budget: How many lines may still come; checked before any line takes memory.
  func report(budget: inout Int) throws(CorruptValue) -> CoverageReport {
    guard let packed else { return try columns(budget: &budget) }
    guard lines == nil, branches == nil, functions == nil else {
      throw CorruptValue("has columns beside 'packed'")
    }
    return try VerdictBaseline.at("packed") { () throws(CorruptValue) in
      try PackedCoverage.report(packed, budget: &budget)
    }
  }

  private func columns(budget: inout Int) throws(CorruptValue) -> CoverageReport {
    guard let lines else { throw CorruptValue("is missing", at: [.key("lines")]) }
    var files: [FileCoverage] = []
    files.reserveCapacity(lines.count)
    for (path, text) in lines.sorted(by: { $0.key < $1.key }) {
      let lines = try at("lines", path) { () throws(CorruptValue) in
        try RunText.lines(text, budget: &budget)
      }
      files.append(
        FileCoverage(
          path: path, lines: lines, branches: try table("branches", branches, of: path),
          functions: try table("functions", functions, of: path)))
    }
    for (key, column) in [("branches", branches), ("functions", functions)] {
      if let path = column?.keys.sorted().first(where: { lines[$0] == nil }) {
        throw CorruptValue(
          "is of a file that is not among 'lines'", at: [.key(key), .key(path)])
      }
    }
    return CoverageReport(files: files)
  }

  private func table(
    _ key: String, _ column: [String: String]?, of path: String
  ) throws(CorruptValue) -> BranchTable {
    guard let text = column?[path] else { return .empty }
    return try at(key, path) { () throws(CorruptValue) in try LineText.branches(text) }
  }

  private func at<Value>(
    _ key: String, _ path: String, _ body: () throws(CorruptValue) -> Value
  ) throws(CorruptValue) -> Value {
    try VerdictBaseline.at(key) { () throws(CorruptValue) in try VerdictBaseline.at(path, body) }
  }

  static var tooManyLines: CorruptValue {
    CorruptValue("more than \(maxLines) lines in all files")
  }
}

extension FileCoverage {
  /// How many lines, branches and functions it has.
  fileprivate var size: Int {
    [branches, functions].reduce(lines.count) { $0 + $1.named.count + $1.counted.count }
  }
}
