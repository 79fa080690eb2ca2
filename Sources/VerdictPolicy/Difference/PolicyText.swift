import VerdictModel

// Parts of a policy in its own notation, for people who wrote it.

extension Rule {
  /// What the rule is about, without any item.
  var subject: CheckSubject {
    CheckSubject(
      metric: metric.id, facts: metric.facts, from: from, component: component, code: code,
      filter: filter.words + items.words, each: each?.name, item: nil)
  }

  /// The change by which a gate loses the rule.
  func removal(from gate: String) -> PolicyChange {
    PolicyChange(
      .loosened, .rule(gate: gate, subject), .removed(limitsText), oldPosition: position)
  }

  /// The change by which a gate gets the rule.
  func addition(to gate: String) -> PolicyChange {
    PolicyChange(
      .tightened, .rule(gate: gate, subject), .added(limitsText), newPosition: position)
  }

  private var limitsText: String { limits.map(\.text).joined(separator: ", ") }
}

extension RuleLimit {
  /// `min 80%`.
  var text: String { "\(relation.rawValue) \(amountsText)" }

  /// `80%`, or `order_path/*: 10ms, *: 50ms`.
  var amountsText: String {
    amounts.map { items, amount in
      let text = amount.text(for: relation)
      return items == .everything ? text : "\(items.pattern): \(text)"
    }.joined(separator: ", ")
  }

  /// `max`, or `max of order_path/*`.
  func key(of items: Glob) -> String {
    items == .everything ? relation.rawValue : "\(relation.rawValue) of \(items.pattern)"
  }
}

extension Limit.Amount {
  /// `80%`, `2pp`, `100`, `5 tests`, `10ms`.
  func text(for relation: Limit.Relation) -> String {
    switch self {
    case .percent(let number): "\(number)%"
    case .points(let number): "\(number)pp"
    case .count(let count, let unit):
      relation.comparesWithBaseline ? "\(count) \(unit.rawValue)" : "\(count)"
    case .duration(let duration): duration.policyText
    case .number(let number, let unit): "\(number)\(unit.policyText)"
    case .text(let text): text
    }
  }
}

extension NumberUnit {
  /// What stands behind the number.
  fileprivate var policyText: String {
    switch self {
    case .plain: ""
    case .percent: "%"
    case .bytes: "B"
    case .seconds: "s"
    }
  }
}

extension Picoseconds {
  /// In the largest unit that needs no fraction.
  var policyText: String {
    let units: [(name: String, size: Int64)] = [
      ("s", 1_000_000_000_000), ("ms", 1_000_000_000), ("us", 1_000_000), ("ns", 1000),
    ]
    guard count != 0, let unit = units.first(where: { count % $0.size == 0 }) else {
      return "\(count)ps"
    }
    return "\(count / unit.size)\(unit.name)"
  }
}

extension Each {
  /// The value of `each`.
  var text: String {
    switch self {
    case .components(let names), .keys(let names): names.joined(separator: ", ")
    case .file, .benchmark, .report, .test: name
    }
  }
}

extension AbsenceActions {
  /// Every state of absence with its action, always in the same order.
  var entries: [(key: String, action: Action)] {
    GapKind.allCases.map { ($0.rawValue, gaps[$0] ?? .block) }
      + [
        ("noBaseline", noBaseline), ("noChange", noChange), ("inconclusive", inconclusive),
      ]
  }
}
