import VerdictModel

/// Which rule of a gate became which. Rules have no names: they are known by what they ask, and by
/// ever less of it, so that neither order nor a small edit makes two rules out of one.
struct RuleMatching {
  private(set) var pairs: [(old: Rule, new: Rule)] = []
  /// Old rules that no new one took the place of.
  private(set) var removed: [Rule]
  /// New rules that took the place of none.
  private(set) var added: [Rule]

  init(_ old: [Rule], _ new: [Rule]) {
    removed = old
    added = new
    for key in Self.keys { pair(by: key) }
    // As the old policy has them.
    pairs.sort { $0.old.position < $1.old.position }
  }

  /// Pairs what is left and has the same key, in the order of the files.
  private mutating func pair(by key: (Rule) -> [String]) {
    var waiting = Dictionary(grouping: added.indices, by: { key(added[$0]) })
    var taken: Set<Int> = []
    var left: [Rule] = []
    for rule in removed {
      guard let index = waiting[key(rule)]?.first else {
        left.append(rule)
        continue
      }
      waiting[key(rule)]?.removeFirst()
      taken.insert(index)
      pairs.append((rule, added[index]))
    }
    removed = left
    added = added.indices.filter { !taken.contains($0) }.map { added[$0] }
  }

  /// What a rule is known by, from all of it to its metric alone. Two rules for two tiers differ in
  /// action and limit only: the one whose limit is the same is the same.
  private static let keys: [@Sendable (Rule) -> [String]] = [
    { $0.scopeKey + $0.actionKey + $0.limitKey },
    { $0.scopeKey + $0.limitKey },
    { $0.scopeKey + $0.actionKey + $0.relationKey },
    { $0.scopeKey + $0.relationKey },
    { $0.scopeKey },
    { [$0.metric.id, $0.each?.name ?? ""] + $0.relationKey },
    { [$0.metric.id] },
  ]
}

extension Rule {
  fileprivate var scopeKey: [String] {
    [
      metric.id, from.sorted().joined(separator: " "), component ?? "", code.rawValue,
      each?.name ?? "", filter.words.joined(separator: ", "),
    ]
  }

  fileprivate var actionKey: [String] {
    [
      action.actions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
        separator: ", ")
    ]
  }

  fileprivate var limitKey: [String] { limits.map(\.text) }

  fileprivate var relationKey: [String] { limits.map(\.relation.rawValue) }
}
