import VerdictModel

/// The findings of a run beside those of the baseline.
///
/// `FindingMatcher` tells which are the same; each is paired at most once, so k more equal results
/// are k new ones. The order of either side does not matter.
struct FindingStates {
  /// A finding, by its indices in both reports; at least one of them is there.
  private struct Entry {
    var state: FindingState
    var old: Int32?
    var new: Int32?
    var reason: MatchReason
  }

  private let before: [Finding]
  private let after: [Finding]
  private var entries: [Entry] = []

  /// - Parameters:
  ///   - incomplete: Runs of `after` that are not whole: what they do not find may still be there.
  ///   - renames: What is known of files with another path: the new ones by the old ones.
  init(
    before: FindingsReport, after: FindingsReport, incomplete: Set<ScanRun> = [],
    renames: [String: String] = [:]
  ) {
    (self.before, self.after) = (before.sorted.findings, after.sorted.findings)
    let pairs = FindingMatcher(before: self.before, after: self.after, renames: renames).pairs
    var partners = Array(repeating: -1, count: self.after.count)
    var isGone = self.before.indices.map { index in
      self.before[index].isOpen && self.before[index].level > .none
    }
    for (index, pair) in pairs.enumerated() {
      partners[Int(pair.new)] = index
      isGone[Int(pair.old)] = false
    }
    for (index, partner) in partners.enumerated() where self.after[index].level > .none {
      add(index, pair: partner < 0 ? nil : pairs[partner])
    }
    let runs = Set(after.runs)
    for index in self.before.indices where isGone[index] {
      let run = self.before[index].run
      let isWhole = runs.contains(run) && !incomplete.contains(run)
      entries.append(
        Entry(
          state: isWhole ? .fixed : .unknown, old: Int32(clamping: index),
          reason: isWhole ? .unmatched : runs.contains(run) ? .incomplete : .notRun))
    }
  }

  private mutating func add(_ index: Int, pair: FindingJoin.Pair?) {
    let state: FindingState
    if let pair {
      // What is suppressed on both sides is nobody's business.
      guard let paired = Self.state(before[Int(pair.old)], after[index]) else { return }
      state = paired
    } else {
      state = after[index].isOpen ? .new : .newlySuppressed
    }
    entries.append(
      Entry(
        state: state, old: pair?.old, new: Int32(clamping: index),
        reason: pair?.reason ?? .unmatched))
  }

  /// The state of a pair; `nil` if it is suppressed on both sides.
  private static func state(_ old: Finding, _ new: Finding) -> FindingState? {
    switch (old.isOpen, new.isOpen) {
    case (false, false): nil
    case (true, false): .newlySuppressed
    case (false, true): .unsuppressed
    case (true, true):
      if new.level > old.level || new.severity > old.severity {
        .escalated
      } else if old.location?.path != new.location?.path
        || old.location?.line != new.location?.line
      {
        .moved
      } else {
        .unchanged
      }
    }
  }

  /// The findings of the run that a policy asks for.
  func findings(in state: FindingFilter.State) -> [(finding: Finding, state: FindingState)] {
    let states = state.states
    return entries.compactMap { entry in
      guard states.contains(entry.state), let new = entry.new else { return nil }
      return (after[Int(new)], entry.state)
    }
  }

  /// Everything that changed.
  var comparison: FindingsComparison {
    var changes: [FindingChange] = []
    var unchanged: [MatchReason: Int] = [:]
    for state in FindingState.allCases {
      for entry in entries where entry.state == state {
        if state == .unchanged {
          unchanged[entry.reason, default: 0] += 1
        } else if let change = change(entry) {
          changes.append(change)
        }
      }
    }
    return FindingsComparison(changes: changes, unchanged: unchanged)
  }

  private func change(_ entry: Entry) -> FindingChange? {
    let old = entry.old.map { before[Int($0)] }
    guard let new = entry.new.map({ after[Int($0)] }) else {
      return old.map { FindingChange(entry.state, $0, reason: entry.reason) }
    }
    return FindingChange(
      entry.state, new, before: old.map(FindingChange.Before.init), reason: entry.reason)
  }
}

extension FindingFilter.State {
  /// The states that it asks for.
  fileprivate var states: Set<FindingState> {
    switch self {
    // Whoever asks for no new findings is asked about everything that did not count before.
    case .new: [.new, .escalated, .unsuppressed]
    case .escalated: [.escalated]
    case .unchanged: [.unchanged, .moved]
    case .moved: [.moved]
    case .unsuppressed: [.unsuppressed]
    case .newlySuppressed: [.newlySuppressed]
    }
  }
}

extension Finding {
  /// Whether it is not suppressed.
  fileprivate var isOpen: Bool { suppression == nil }
}

extension FindingsReport {
  fileprivate var sorted: FindingsReport {
    var report = self
    report.sort()
    return report
  }
}
