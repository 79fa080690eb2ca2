import VerdictModel

/// The coverage of one file: which lines, and which of them never ran. How often a line ran is not
/// kept; what ran counts as once.
struct StoredCoverage: Codable {
  /// The most lines in all files of a baseline: a few bytes could claim billions. The largest
  /// repositories have a tenth of it.
  static let maxLines = 100_000_000

  /// Coverable lines: `1-40,43-60`.
  var lines: String
  /// Those that never ran.
  var missed: String?
  /// Branch outcomes by line, counted or named as the reports have them: `6:1/2 9:0+,1-`.
  var branches: String?
  /// Functions by first line, in the form of named branch outcomes.
  var functions: String?

  init(_ file: FileCoverage) {
    lines = LineText.text(of: LineRanges(file.lines.numbers.lazy.map(Int.init)))
    let missed = LineText.text(of: LineRanges(file.lines.missed))
    self.missed = missed.isEmpty ? nil : missed
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
      var lines: [LineRanges] = []
      for (path, file) in files {
        lines.append(
          try at(path) { () throws(CorruptValue) in
            try at("lines") { () throws(CorruptValue) in try LineText.lines(file.lines) }
          })
      }
      budget -= lines.reduce(0) { $0 + $1.count }
      guard budget >= 0 else { throw CorruptValue("more than \(maxLines) lines in all files") }
      var result: [FileCoverage] = []
      for ((path, file), lines) in zip(files, lines) {
        result.append(
          try at(path) { () throws(CorruptValue) in try file.model(path: path, lines: lines) })
      }
      return CoverageReport(files: result)
    }
  }

  private func model(path: String, lines: LineRanges) throws(CorruptValue) -> FileCoverage {
    let missed = try at("missed") { () throws(CorruptValue) in
      try LineText.lines(self.missed ?? "")
    }
    let entries = lines.ranges.joined().map { line in
      (number: UInt32(line), count: missed.contains(line) ? 0 : UInt32(1))
    }
    guard entries.count(where: { $0.count == 0 }) == missed.count else {
      throw CorruptValue("has a line that is not among 'lines'", at: [.key("missed")])
    }
    return FileCoverage(
      path: path, lines: LineTable(entries: entries),
      branches: try at("branches") { () throws(CorruptValue) in
        try LineText.branches(self.branches ?? "")
      },
      functions: try at("functions") { () throws(CorruptValue) in
        try LineText.branches(self.functions ?? "")
      })
  }
}
