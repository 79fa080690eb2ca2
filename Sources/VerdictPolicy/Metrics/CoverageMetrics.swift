import VerdictModel

extension Metric {
  /// `coverage.lines`.
  static let coverageLines = coverage(
    .lines, unit: .lines,
    summary: "coverable lines that ran, of all coverable lines",
    example: MetricExample(
      says: "8 of 10 lines ran, 80 % are asked for",
      rule: #"{ "metric": "coverage.lines", "min": "80%" }"#,
      head: .lines(covered: 8, missed: 2), answer: .satisfied))

  /// `coverage.branches`.
  static let coverageBranches = coverage(
    .branches, unit: .branches,
    summary: "branch outcomes taken, of all that the reports know",
    example: MetricExample(
      says: "1 of 2 outcomes was taken, 75 % are asked for",
      rule: #"{ "metric": "coverage.branches", "min": "75%" }"#,
      head: .branches(taken: 1, known: 2), answer: .violated))

  /// `coverage.strict`.
  static let coverageStrict = coverage(
    .strict, unit: .lines,
    summary: "lines that ran with all of their branches taken, of all coverable lines",
    example: MetricExample(
      says: "the one line ran, but one of its two branches was never taken",
      rule: #"{ "metric": "coverage.strict", "min": "50%" }"#,
      head: .branches(taken: 1, known: 2), answer: .violated))

  /// `coverage.functions`.
  static let coverageFunctions = coverage(
    .functions, unit: .functions,
    summary: "functions that were called, of all that the reports know",
    example: MetricExample(
      says: "1 of 2 functions was called, 75 % are asked for",
      rule: #"{ "metric": "coverage.functions", "min": "75%" }"#,
      head: .functions(called: 1, known: 2), answer: .violated))

  private static func coverage(
    _ measure: CoverageMeasure, unit: CountUnit, summary: String, example: MetricExample
  ) -> Metric {
    Metric(
      id: "coverage.\(measure.rawValue)", summary: summary, kind: .coverage,
      unit: .share(of: unit), better: .higher, remedy: .cover,
      eaches: [.component, .file, .report], requiresEach: false,
      hasPaths: true, hasFilter: false, changeCap: nil, examples: [example],
      measure: { scope in
        let files = scope.coveredFiles.filter { $0.tally(measure).total > 0 }
        if scope.each == .file {
          return files.map { file in
            Measurement(
              item: file.path, value: .share(file.tally(measure)),
              basis: file.tally(measure).total, places: file.places(measure),
              drop: { scope.drop(of: measure, in: file.path) })
          }
        }
        let total = files.reduce(Tally.none) { $0 + $1.tally(measure) }
        guard total.total > 0 else { return [] }
        return [
          Measurement(
            item: nil, value: .share(total), basis: total.total,
            places: files.flatMap { $0.places(measure) }
              .sorted { ($1.lines.count, $0.path ?? "") < ($0.lines.count, $1.path ?? "") },
            drop: { scope.drop(of: measure, in: nil) })
        ]
      })
  }
}

extension Scope {
  /// The files that count, narrowed to the lines that count.
  fileprivate var coveredFiles: [FileCoverage] {
    guard let coverage = content.coverage else { return [] }
    return coverage.files.filter { includes(path: $0.path) }.map { file in
      code == .newCode ? file.keeping { includes(line: $0, of: file.path) } : file
    }
  }
}

extension FileCoverage {
  /// The lines that keep the file from being fully covered, as one place; none if it is.
  fileprivate func places(_ measure: CoverageMeasure) -> [CheckPlace] {
    let lines: LineRanges =
      switch measure {
      case .lines: LineRanges(self.lines.missed)
      case .branches: LineRanges(branches.perLine.filter { $0.tally.missed > 0 }.map(\.line))
      case .strict: LineRanges(self.lines.missed + partialLines)
      case .functions: LineRanges(functions.perLine.filter { $0.tally.missed > 0 }.map(\.line))
      }
    return lines.isEmpty ? [] : [CheckPlace(path: path, lines: lines, text: "")]
  }
}
