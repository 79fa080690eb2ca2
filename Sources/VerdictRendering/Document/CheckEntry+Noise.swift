import VerdictModel

extension CheckEntry {
  /// Entries of which those that one rule leaves undecided because of noise are one: with one run on
  /// each side that may be every benchmark, in every run.
  ///
  /// - Parameter entries: In the order of reading; that of the first of them is kept.
  static func foldingNoise(_ entries: [Self]) -> [Self] {
    let groups = Dictionary(grouping: entries.filter(\.isNoise), by: \.noiseKey)
    var told: Set<NoiseKey> = []
    return entries.compactMap { entry in
      guard entry.isNoise, let group = groups[entry.noiseKey], group.count > 1 else { return entry }
      return told.insert(entry.noiseKey).inserted ? Self(noise: group) : nil
    }
  }

  /// What checks have in common that are told in one line.
  private struct NoiseKey: Hashable {
    var rule: SourcePosition
    var limit: Limit
    var action: Action
  }

  private var noiseKey: NoiseKey {
    NoiseKey(rule: check.rule, limit: check.limit, action: check.action)
  }

  private var isNoise: Bool {
    check.status == .undecided(.inconclusive) && check.change?.estimate != nil
  }

  /// One entry for several: the one with the largest change, which says how many there are.
  private init(noise group: [Self]) {
    let changes = group.compactMap { entry in
      entry.check.change?.estimate.map { (entry: entry, estimate: $0) }
    }
    // Of equals the first one in both cases.
    let largest = changes.reduce(changes[0]) { $1.estimate.change > $0.estimate.change ? $1 : $0 }
    let finest = changes.map(\.estimate).reduce(changes[0].estimate) {
      $1.detectable < $0.detectable ? $1 : $0
    }
    self = largest.entry
    subject = "\(check.subject.ruleWordsBesideItem) of \(group.count) benchmarks"
    fullSubject = subject
    details = [
      "no change below \(ChangeText.relative(finest.detectable)) could have been shown by "
        + finest.tier.words,
      "largest \(ChangeText.relative(largest.estimate.change))"
        + (check.subject.item.map { " of \($0)" } ?? ""),
      finest.tier == .pair
        ? "rounds and saved runs see more, 'verdict calibrate' says how many it takes" : nil,
      effect,
    ].compactMap(\.self)
  }
}
