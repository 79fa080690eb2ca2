import VerdictModel

extension ComparisonSection {
  /// Benchmarks: what is slower or faster beyond its limit, the largest change first. Of those that
  /// noise hides the largest stands for all of them.
  init?(_ benchmarks: BenchmarksComparison, withNoise: Bool) {
    let byAnswer = Dictionary(grouping: benchmarks.entries, by: \.change.answer)
    let unspoken: Set<BenchmarkChange.Answer> =
      withNoise ? [.withinBudget] : [.withinBudget, .inconclusive]
    guard benchmarks.shift != nil || !unspoken.isSuperset(of: byAnswer.keys) else { return nil }
    let shift = benchmarks.shift?.words(besideMeasure: false)
    self.init(
      title: "benchmarks",
      summary: Self.counts(
        BenchmarkChange.Answer.allCases.map { (byAnswer[$0]?.count ?? 0, $0.rawValue) }),
      lists: [
        ComparisonList(
          title: "", entries: shift.map { [ComparisonEntry(name: "the whole run", text: $0)] } ?? []
        )
      ]
        + BenchmarkChange.Answer.allCases.filter { !unspoken.contains($0) }.map { answer in
          ComparisonList(
            title: answer.rawValue, entries: Self.entries(of: answer, byAnswer[answer] ?? []))
        })
  }

  private static func entries(
    of answer: BenchmarkChange.Answer, _ benchmarks: [BenchmarksComparison.Entry]
  ) -> [ComparisonEntry] {
    let ordered = benchmarks.sorted { $0.size > $1.size }
    switch answer {
    case .copied: return []
    case .regressed, .improved, .withinBudget, .new, .removed, .leftOver:
      return ordered.map { ComparisonEntry(name: $0.name, text: $0.words) }
    case .inconclusive:
      return ordered.prefix(1).map { entry in
        let more = benchmarks.count > 1 ? ", the largest change of \(benchmarks.count)" : ""
        return ComparisonEntry(name: entry.name + more, text: entry.words)
      }
    }
  }
}

extension BenchmarkChange.Estimate {
  /// The change in percent as the row of a rule has it: of exactly the times that stand beside it.
  fileprivate var shownChange: Fraction {
    ChangeText.relativeChange(from: Int(before.count), to: Int(after.count)) ?? change
  }
}

extension BenchmarksComparison.Entry {
  fileprivate var name: String { (after ?? before)?.name ?? "" }

  /// Of the change, in percent; 0 if it is not known.
  fileprivate var size: Fraction {
    let change = change.estimate?.change ?? .zero
    return change < .zero ? change.negated : change
  }

  /// `6.46 µs → 7.93 µs (+22.7 %), +15 % … +30 % by one pair of runs, which sees +10 % or more`.
  fileprivate var words: String {
    let times: String? =
      if let estimate = change.estimate {
        CheckEntry.pair(.duration(estimate.before), .duration(estimate.after))
          + " (\(ChangeText.relative(estimate.shownChange)))"
      } else if before == nil || after == nil {
        (after ?? before).map { QuantityText.duration($0.statistics.median) }
      } else {
        nil
      }
    return [times, change.words(besideMeasure: true)].compactMap(\.self).joined(separator: ", ")
  }
}
