import VerdictModel

extension BenchmarkChange {
  /// What stands beside the measure: what the change may be as well, by what it was seen, and what
  /// that could have seen.
  ///
  /// - Parameter isMeasured: Whether the change itself stands there already.
  func words(besideMeasure isMeasured: Bool) -> String? {
    if let runWide { return ChangeText.relative(runWide) }
    if let counterpart { return counterpart.words(isNew: answer == .new) }
    guard let estimate else { return nil }
    return (isMeasured ? "" : "\(ChangeText.relative(estimate.change)), ") + estimate.words
  }
}

extension BenchmarkChange.Counterpart {
  /// `perhaps renamed to book/depth, which takes +1.2 %`.
  ///
  /// - Parameter isNew: Whether the other one is the one that is gone.
  fileprivate func words(isNew: Bool) -> String {
    let change = ChangeText.relative(change)
    return isNew
      ? "perhaps \(name) under a new name, \(change)" : "perhaps renamed to \(name), \(change)"
  }
}

extension BenchmarkChange.Estimate {
  /// `+6.1 % … +9.8 % by 3 interleaved rounds, which see +5.4 % or more`.
  fileprivate var words: String {
    "\(ChangeText.relative(interval.lowerBound)) … \(ChangeText.relative(interval.upperBound)) "
      + "by \(tier.words), which \(tier.isOne ? "sees" : "see") "
      + "\(ChangeText.relative(detectable)) or more"
  }
}

extension BenchmarkChange.Tier {
  /// The evidence in words.
  var words: String {
    switch self {
    case .rounds(let count): "\(count) interleaved rounds"
    case .history(let runs): "a history of \(runs) runs"
    case .pair: "one pair of runs"
    }
  }

  /// Whether the words are in the singular.
  fileprivate var isOne: Bool {
    if case .rounds = self { false } else { true }
  }
}
