package import VerdictModel

extension FindingsComparison {
  /// Tells which findings came and which went.
  ///
  /// Two findings are the same if tool, category, rule, path and message are, and the line too if
  /// the message is redacted; each is paired at most once, so k more equal results are k new ones.
  /// Among equals those with the same line are paired first, then those with near lines. A pair
  /// whose level or severity has risen is an escalation: it counts as new, and is neither fixed nor
  /// unchanged, so that whoever asks for no new findings is asked about it. A pair that got milder is unchanged.
  ///
  /// Suppressed results take no part, and neither do those of level `none`, which are no failures
  /// (SARIF 2.1.0 §3.27.10). The order of either side does not matter, and exchanging the sides
  /// exchanges new and fixed but for escalations. Time is n log n.
  package init(before: FindingsReport, after: FindingsReport) {
    let states = FindingStates(before: before, after: after)
    self.init(
      new: states.findings(in: .new), fixed: states.fixed, unchanged: states.unchanged.count)
  }
}
