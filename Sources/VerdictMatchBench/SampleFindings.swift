import VerdictModel

/// Findings of a big repository before and after a big change. Nothing is random.
struct SampleFindings {
  enum Kind: String, CaseIterable {
    case withSource = "with-source"
    case withoutSource = "without-source"
    /// The same rule, message and file for all: the worst that a report can do.
    case oneKey = "one-key"
  }

  private static let inFile = 50

  let kind: Kind
  let count: Int

  var reports: (before: FindingsReport, after: FindingsReport) {
    let run = ScanRun(tool: "linter", category: "")
    func report(isAfter: Bool) -> FindingsReport {
      var paths: [String] = []
      let findings = (0..<count).map { index in
        if index.isMultiple(of: Self.inFile) { paths.append(path(index, isAfter: isAfter)) }
        return finding(index, at: paths[paths.count - 1], run, isAfter: isAfter)
      }
      var report = FindingsReport(findings: findings, runs: [run])
      report.sort()
      return report
    }
    return (report(isAfter: false), report(isAfter: true))
  }

  /// One of twenty files is renamed.
  private func path(_ index: Int, isAfter: Bool) -> String {
    if kind == .oneKey { return "src/generated.py" }
    let file = index / Self.inFile
    let name = isAfter && file.isMultiple(of: 20) ? "renamed" : "file"
    return "src/package\(file % 200)/\(name)\(file).py"
  }

  private func finding(_ index: Int, at path: String, _ run: ScanRun, isAfter: Bool) -> Finding {
    let (file, place) = (index / Self.inFile, index % Self.inFile)
    // In six of ten files lines come in, and one finding in fifty is another one.
    let isEdited = isAfter && file % 10 < 6
    let isReplaced = isAfter && (index &* 7919) % Self.inFile == 0
    if kind == .oneKey {
      return Finding(
        run: run, rule: "R1", message: "the message that all of them have in common",
        level: .warning, severity: .medium,
        location: FindingLocation(path: path, line: index + (isAfter ? 7 : 1)))
    }
    let line = place * 11 + 5 + (isEdited && place > file % 40 ? 12 : 0)
    let name = isReplaced ? "other" : "value"
    let text = UInt64(index % 300_000 + 1) &* (isReplaced ? 31 : 1)
    return Finding(
      run: run, rule: "R\((index &* 31) % 400)",
      message: "local variable '\(name)_\(index % 997)' is assigned to but never used (\(place))",
      level: .warning, severity: .medium,
      location: FindingLocation(path: path, line: line, column: place % 4 * 4 + 1),
      context: kind == .withSource ? SourceContext(line: text, following: text) : .unknown)
  }
}
