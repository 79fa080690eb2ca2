package import VerdictModel

extension PolicyChange {
  /// What was changed and how, without the effect: `gate coverage, coverage.lines: min 80% → 70%`.
  package var words: String { "\(subject.words): \(alteration.words)" }
}

extension PolicySubject {
  /// The part of the policy, in the policy's own names.
  var words: String {
    switch self {
    case .policy: "policy"
    case .defaults: "defaults"
    case .trust: "trust"
    case .waivers: "waivers"
    case .component(let name): "components/\(name)"
    case .report(let id): "reports/\(id)"
    case .gate(let id): "gate \(id)"
    case .rule(let gate, let subject):
      "gate \(gate), \(subject.ruleWords)" + (subject.each.map { ", each \($0)" } ?? "")
    case .waiver(let scope): "waiver of \(scope.words)"
    case .file(let path): path
    }
  }
}

extension PolicyChange.Alteration {
  /// What was done, with the old and the new text.
  var words: String {
    switch self {
    case .key(let key, let old?, let new?): "\(key) \(old) → \(new)"
    case .key(let key, let old?, nil): "\(key) \(old) removed"
    case .key(let key, nil, let new?): "\(key) \(new) added"
    case .key(let key, nil, nil): "\(key) changed"
    case .added(let text): "added, \(text)"
    case .removed(let text): "removed, \(text)"
    case .deleted: "deleted"
    case .rewritten: "changed, and what it said before is not known"
    case .unreadable(let reason): "cannot be read any more: \(reason)"
    case .replacedByLink: "a symbolic link now"
    }
  }
}

/// How many differences between two policies have which effect.
struct PolicyChangeCounts: Hashable, Sendable {
  private let counts: [PolicyChange.Effect: Int]

  init(_ changes: [PolicyChange]) {
    counts = Dictionary(grouping: changes, by: \.effect).mapValues(\.count)
  }

  /// `2 loosened, 1 changed, 3 tightened`.
  var words: String {
    let parts = PolicyChange.Effect.allCases.compactMap { effect in
      counts[effect].map { "\($0) \(effect.name)" }
    }
    return parts.isEmpty ? "nothing that is asked" : parts.joined(separator: ", ")
  }
}
