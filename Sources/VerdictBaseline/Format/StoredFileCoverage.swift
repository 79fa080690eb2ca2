import VerdictModel

/// The coverage of one file as older baselines have it, an object for each.
struct StoredFileCoverage: Codable {
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

  /// - Parameter budget: How many lines may still come; checked before any line takes memory.
  static func report(
    _ files: [String: Self], budget: inout Int
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
    guard budget >= 0 else { throw StoredCoverage.tooManyLines }
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
