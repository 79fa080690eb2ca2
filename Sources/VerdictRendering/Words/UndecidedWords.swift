import VerdictModel

extension UndecidedReason {
  /// How many gaps of a report are named before the rest is counted.
  private static let shownGaps = 3

  /// Why a check has no answer, one sentence without a full stop.
  ///
  /// - Parameter hasBaseline: Whether there is a baseline at all.
  func words(hasBaseline: Bool) -> String {
    switch self {
    case .gap(let report, let gaps):
      gaps.isEmpty
        ? "reports/\(report) falls short"
        : gaps.prefix(Self.shownGaps).map { $0.words(report: report) }.joined(separator: "; ")
          + (gaps.count > Self.shownGaps ? " and \(gaps.count - Self.shownGaps) more" : "")
    case .nothingToMeasure: "the reports have nothing of what is asked"
    case .keyMissing: "no report has the key"
    case .goneFromReports: "it is in the baseline and in no report of this run"
    case .noBaseline:
      hasBaseline ? "the baseline has nothing of what is asked" : "there is no baseline"
    case .noChange: "it is not known what changed"
    case .inconclusive: "noise is larger than what the limit allows"
    case .comparedWithItself: "the baseline is a copy of this run"
    case .leftOver: "it was not measured again, its times are those of an earlier run"
    case .unevenRounds(let before, let after):
      "\(counted(before, "run", "runs")) of the base and \(after) of the change, rounds have as "
        + "many of both"
    }
  }
}
