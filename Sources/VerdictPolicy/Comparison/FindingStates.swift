import VerdictModel

/// The findings of a run by what the baseline has of them.
struct FindingStates {
  /// The baseline has no such finding.
  private(set) var new: [Finding] = []
  /// The baseline has it with a lower level or severity.
  private(set) var escalated: [Finding] = []
  /// The baseline has it, and rates it no lower.
  private(set) var unchanged: [Finding] = []
  /// In the baseline and not here any more.
  private(set) var fixed: [Finding] = []

  /// Pairs findings as `FindingsComparison` tells.
  init(before: FindingsReport, after: FindingsReport) {
    let old = before.findings.filter(\.takesPart).sorted(by: Finding.canonicalOrder)
    let current = after.findings.filter(\.takesPart).sorted(by: Finding.canonicalOrder)
    // Within a key the path is one, so that the indices are in the order of lines.
    let oldByKey = Dictionary(grouping: old.indices) { FindingKey(old[$0]) }
    let currentByKey = Dictionary(grouping: current.indices) { FindingKey(current[$0]) }
    var isFixed = Array(repeating: true, count: old.count)
    var partner: [Int?] = Array(repeating: nil, count: current.count)
    for (key, oldIndices) in oldByKey {
      guard let indices = currentByKey[key] else { continue }
      let pairs = NearestPairs.pairs(
        oldIndices.map { old[$0].lineForDistance }, indices.map { current[$0].lineForDistance })
      for pair in pairs {
        isFixed[oldIndices[pair.left]] = false
        partner[indices[pair.right]] = oldIndices[pair.left]
      }
    }
    fixed = old.indices.filter { isFixed[$0] }.map { old[$0] }
    for (finding, partner) in zip(current, partner) {
      if let partner {
        if finding.isWorse(than: old[partner]) {
          escalated.append(finding)
        } else {
          unchanged.append(finding)
        }
      } else {
        new.append(finding)
      }
    }
  }

  /// The findings in one of the states that a policy can ask for.
  func findings(in state: FindingFilter.State) -> [Finding] {
    switch state {
    // Whoever asks for no new findings is asked about an escalation.
    case .new: (new + escalated).sorted(by: Finding.canonicalOrder)
    case .escalated: escalated
    case .unchanged: unchanged
    }
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
  /// Only where nothing else is left to tell findings apart; `nil` otherwise.
  var line: Int?

  init(_ finding: Finding) {
    run = finding.run
    rule = finding.rule
    path = finding.location?.path
    message = finding.message
    line = finding.isRedacted ? finding.location?.line : nil
  }
}
