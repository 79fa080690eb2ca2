import VerdictModel

/// What a fall of coverage comes from: a smaller share alone does not say that anything got worse.
enum CoverageDrop: Hashable, Sendable {
  /// Only from covered code that was deleted, so many lines, branch outcomes or functions. What is
  /// left is covered as it was, and whatever came is covered.
  case deletedOnly(Int)
  /// From code that lost its coverage, came without, or is not measured any more.
  case lost
  /// Nobody knows what changed since the baseline was measured, though no more is uncovered than
  /// then.
  case unknown
}

extension Scope {
  /// What a fall from the baseline comes from.
  ///
  /// - Parameter path: Of the file that is looked at; `nil` for the whole scope.
  func drop(of measure: CoverageMeasure, in path: String?) -> CoverageDrop {
    guard let before = baseline?.coverage, let after = content.coverage else { return .lost }
    let (old, new) = (narrowed(before, to: path), narrowed(after, to: path))
    guard new.tally(measure).missed <= old.tally(measure).missed else { return .lost }
    guard let changeSinceBaseline else { return .unknown }
    let unmeasured = changeSinceBaseline.unmeasuredFiles(in: after)
    if path == nil, unmeasured.contains(where: { component?.contains($0) ?? true }) {
      return .lost
    }
    let categories = FileCategories(measure, before: old, after: new, change: changeSinceBaseline)
    return CoverageDrop(categories.total)
  }

  private func narrowed(_ report: CoverageReport, to path: String?) -> CoverageReport {
    if let path { return CoverageReport(files: [report.file(at: path)].compactMap(\.self)) }
    guard let component else { return report }
    return CoverageReport(files: report.files.filter { component.contains($0.path) })
  }
}

extension CoverageDrop {
  /// Without these four, everything that is uncovered now was so before, and all that was covered is
  /// covered or deleted.
  fileprivate init(_ categories: CoverageCategories) {
    let losses: [CoverageCategory] = [
      .uncoveredNew, .lostBaseline, .uncoveredIncluded, .excludedCovered,
    ]
    self =
      losses.allSatisfy { categories[$0] == 0 }
      ? .deletedOnly(categories[.deletedCovered]) : .lost
  }
}
