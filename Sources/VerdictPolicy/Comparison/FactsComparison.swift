package import VerdictModel

extension FactsComparison {
  /// Tells which keys say something else.
  package init(before: FactsReport, after: FactsReport) {
    let keys = Set((before.facts + after.facts).map(\.key)).sorted()
    let old = Dictionary(grouping: before.facts, by: \.key)
    let new = Dictionary(grouping: after.facts, by: \.key)
    self.init(
      changes: keys.compactMap { key in
        let change = Change(
          key: key, before: old[key, default: []].map(\.value),
          after: new[key, default: []].map(\.value))
        return change.before == change.after ? nil : change
      })
  }
}
