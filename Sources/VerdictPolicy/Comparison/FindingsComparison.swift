package import VerdictModel

extension FindingsComparison {
  /// Tells which findings came and which went.
  ///
  /// Two findings are the same if tool, category, rule, path and message are; each is paired at
  /// most once, so k more equal results are k new ones. Among equals those with the same line are
  /// paired first, then those with near lines. A pair whose level or severity has risen is an
  /// escalation: it counts as new, and is neither fixed nor unchanged, so that whoever asks for no
  /// new findings is asked about it. A pair that got milder is unchanged.
  ///
  /// Suppressed results take no part, and neither do those of level `none`, which are no failures
  /// (SARIF 2.1.0 §3.27.10). The order of either side does not matter, and exchanging the sides
  /// exchanges new and fixed but for escalations. Time is n log n.
  package init(before: FindingsReport, after: FindingsReport) {
    let old = before.findings.filter(\.takesPart).sorted(by: Finding.canonicalOrder)
    let new = after.findings.filter(\.takesPart).sorted(by: Finding.canonicalOrder)
    // Within a key the path is one, so that the indices are in the order of lines.
    let oldByKey = Dictionary(grouping: old.indices) { FindingKey(old[$0]) }
    let newByKey = Dictionary(grouping: new.indices) { FindingKey(new[$0]) }
    var isFixed = Array(repeating: true, count: old.count)
    var isNew = Array(repeating: true, count: new.count)
    for (key, oldIndices) in oldByKey {
      guard let newIndices = newByKey[key] else { continue }
      let pairs = NearestPairs.pairs(
        oldIndices.map { old[$0].lineForDistance }, newIndices.map { new[$0].lineForDistance })
      for pair in pairs {
        let (left, right) = (oldIndices[pair.left], newIndices[pair.right])
        isFixed[left] = false
        isNew[right] = new[right].isWorse(than: old[left])
      }
    }
    self.init(
      new: new.indices.filter { isNew[$0] }.map { new[$0] },
      fixed: old.indices.filter { isFixed[$0] }.map { old[$0] },
      unchanged: isNew.count { !$0 })
  }
}

extension Finding {
  fileprivate var takesPart: Bool { suppression == nil && level > .none }

  fileprivate func isWorse(than other: Finding) -> Bool {
    level > other.level || severity > other.severity
  }

  /// The line, kept where differences of lines cannot overflow.
  fileprivate var lineForDistance: Int { min(max(location?.line ?? 0, 0), Int(UInt32.max)) }
}

/// What makes two findings the same one.
private struct FindingKey: Hashable {
  var run: ScanRun
  var rule: String
  var path: String?
  var message: String

  init(_ finding: Finding) {
    run = finding.run
    rule = finding.rule
    path = finding.location?.path
    message = finding.message
  }
}
