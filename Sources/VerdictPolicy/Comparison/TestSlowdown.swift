import VerdictModel

extension TestResult {
  /// Whether it takes over half as long again as in another run, and over 0.5 s longer: less is
  /// noise on a machine that has other things to do. Without both times nobody can say.
  func isSlower(than before: TestResult) -> Bool {
    guard let after = duration?.count, let before = before.duration?.count else { return false }
    let (more, overflow) = after.subtractingReportingOverflow(before)
    return !overflow && more > 500_000_000_000 && more > before / 2
  }
}
