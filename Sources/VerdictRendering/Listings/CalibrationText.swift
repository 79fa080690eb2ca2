package import VerdictModel

/// What `verdict calibrate` says: how noisy each benchmark is, and what to ask of it.
package struct Calibration: Sendable {
  /// In the order of the lines.
  let benchmarks: [BenchmarkNoise]

  package init(_ benchmarks: [BenchmarkNoise]) {
    self.benchmarks = benchmarks
  }

  /// For people: a table, and what would do for all of them.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    let rows = benchmarks.map(TerminalRow.init)
    let columns = TerminalColumns(rows, width: options.width)
    for row in rows { page.row(row, columns) }
    let proposal = BenchmarkNoise(noisiest: benchmarks).proposal
    if benchmarks.count > 1, proposal.limit != nil {
      page.blank()
      page.paragraph("for all of them: \(proposal.words)")
    }
    return page.text
  }

  /// For machines.
  package var json: String { JSONText.text(JSONCalibration(self)) }
}

extension TerminalRow {
  /// `order/insert   ±1.0 %   10 runs; "maxRise": "5%", by one run beside a history`.
  fileprivate init(_ noise: BenchmarkNoise) {
    sign = Mark.noted.rawValue
    style = .plain
    subject = noise.name
    number = noise.spread.map { "±\(DecimalText.text($0, digits: 1)) %" }
    tail = "\(counted(noise.runs, "run", "runs")); \(noise.proposal.words)"
  }
}

extension BenchmarkNoise.Proposal {
  /// One line.
  var words: String {
    switch self {
    case .history(let limit): "\"maxRise\": \"\(limit)%\", by one run beside a history"
    case .rounds(let found):
      "\"maxRise\": \"\(found.limit)%\", by \(found.rounds) interleaved rounds"
    case .moreRuns(let needed): "measure unchanged code \(needed) times or more"
    }
  }

  /// In whole percent; `nil` if there are too few runs.
  var limit: Int? {
    switch self {
    case .history(let limit): limit
    case .rounds(let found): found.limit
    case .moreRuns: nil
    }
  }

  /// How many runs of each side it takes: 1 is one run beside a history.
  var rounds: Int {
    if case .rounds(let found) = self { found.rounds } else { 1 }
  }
}

/// What `verdict calibrate --output json` prints.
private struct JSONCalibration: Encodable {
  /// One benchmark.
  struct Row: Encodable {
    let name: String
    let runs: Int
    /// A standard deviation in hundredths of a percent; absent with too few runs.
    let spread: Int?
    /// What one run beside a history can show, in whole percent; absent with too few runs.
    let historyLimit: Int?
    /// What rounds can show.
    let rounds: [Rounds]
    /// Absent with too few runs.
    let proposal: Rounds?

    init(_ noise: BenchmarkNoise) {
      name = noise.name
      runs = noise.runs
      spread = noise.spread.flatMap { $0.times(Fraction(100)) }.map {
        Int(clamping: $0.roundedDown)
      }
      historyLimit = noise.historyLimit
      rounds = noise.rounds.map { Rounds(rounds: $0.rounds, limit: $0.limit) }
      proposal = noise.proposal.limit.map { Rounds(rounds: noise.proposal.rounds, limit: $0) }
    }
  }

  /// A limit in whole percent, and by how many rounds; 1 is one run beside a history.
  struct Rounds: Encodable {
    let rounds: Int
    let limit: Int
  }

  let schema = "verdict-calibration/1"
  let benchmarks: [Row]

  init(_ calibration: Calibration) {
    benchmarks = calibration.benchmarks.map(Row.init)
  }
}
