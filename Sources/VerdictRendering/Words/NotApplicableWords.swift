import VerdictModel

extension NotApplicableReason {
  /// Why a check does not apply, one sentence without a full stop.
  var words: String {
    switch self {
    case .nothingChanged: "the change has nothing of what is asked"
    case .tooLittle(let found, let needed, let unit):
      "\(QuantityText.count(found, unit)), fewer than the \(needed) that the rule needs"
    case .notInBaseline: "not in the baseline, so there is no change to judge"
    case .onlyDeleted(let count, let unit):
      "only covered code was deleted (\(QuantityText.count(count, unit))), nothing that is left lost "
        + "its coverage"
    case .optionalReport(let report): "reports/\(report) is optional and not there"
    }
  }
}
