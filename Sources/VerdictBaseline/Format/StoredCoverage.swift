import VerdictModel

/// The coverage of one file: which lines, and which of them never ran. How often a line ran is not
/// kept; what ran counts as once.
struct StoredCoverage: Codable {
  /// The most lines in all files of a baseline: a few bytes could claim billions. The largest
  /// repositories have a tenth of it.
  static let maxLines = 100_000_000

  /// The coverable lines, and which of them ran, as `RunText` has them.
  var runs: String?
  /// The same as older baselines have it: all coverable lines, `1-40,43-60`.
  var lines: String?
  /// Those that never ran.
  var missed: String?
  /// Branch outcomes by line, counted or named as the reports have them: `6:1/2 9:0+,1-`.
  var branches: String?
  /// Functions by first line, in the form of named branch outcomes.
  var functions: String?

  init(_ file: FileCoverage) {
    runs = RunText.text(of: file.lines)
    let branches = LineText.text(of: file.branches)
    self.branches = branches.isEmpty ? nil : branches
    let functions = LineText.text(of: file.functions)
    self.functions = functions.isEmpty ? nil : functions
  }

  /// The files of a report by their paths.
  static func all(of report: CoverageReport) -> [String: StoredCoverage] {
    Dictionary(report.files.map { ($0.path, StoredCoverage($0)) }, uniquingKeysWith: { $1 })
  }

  /// - Parameter budget: How many lines may still come; checked before any line takes memory.
  static func report(
    _ files: [String: StoredCoverage], budget: inout Int
  ) throws(CorruptValue) -> CoverageReport {
    let files = files.sorted { $0.key < $1.key }
    return try at("coverage") { () throws(CorruptValue) in
      var result: [FileCoverage] = []
      result.reserveCapacity(files.count)
      for (path, file) in files {
        result.append(
          try at(path) { () throws(CorruptValue) in try file.model(path: path, budget: &budget) })
      }
      return CoverageReport(files: result)
    }
  }

  static var tooManyLines: CorruptValue {
    CorruptValue("more than \(maxLines) lines in all files")
  }

  private func model(path: String, budget: inout Int) throws(CorruptValue) -> FileCoverage {
    FileCoverage(
      path: path, lines: try table(budget: &budget),
      branches: try at("branches") { () throws(CorruptValue) in
        try LineText.branches(self.branches ?? "")
      },
      functions: try at("functions") { () throws(CorruptValue) in
        try LineText.branches(self.functions ?? "")
      })
  }

  private func table(budget: inout Int) throws(CorruptValue) -> LineTable {
    if let runs {
      return try at("runs") { () throws(CorruptValue) in
        try RunText.lines(runs, budget: &budget)
      }
    }
    guard let text = lines else { throw CorruptValue("is missing", at: [.key("runs")]) }
    let lines = try at("lines") { () throws(CorruptValue) in try LineText.lines(text) }
    budget -= lines.count
    guard budget >= 0 else { throw Self.tooManyLines }
    let missed = try at("missed") { () throws(CorruptValue) in
      try LineText.lines(self.missed ?? "")
    }
    let entries = lines.ranges.joined().map { line in
      (number: UInt32(line), count: missed.contains(line) ? 0 : UInt32(1))
    }
    guard entries.count(where: { $0.count == 0 }) == missed.count else {
      throw CorruptValue("has a line that is not among 'lines'", at: [.key("missed")])
    }
    return LineTable(entries: entries)
  }
}
