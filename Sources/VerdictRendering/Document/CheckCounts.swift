import VerdictModel

/// How many checks have which effect; every check counts once.
struct CheckCounts: Hashable, Sendable {
  /// Checks that do not hold, by what they do.
  private(set) var violated: [Action: Int] = [:]
  /// Checks without an answer, by what they do.
  private(set) var undecided: [Action: Int] = [:]
  /// Checks that hold but for waivers, by what they do.
  private(set) var waived: [Action: Int] = [:]
  private(set) var satisfied = 0
  private(set) var notApplicable = 0

  init(_ checks: [Check]) {
    for check in checks {
      switch check.status {
      case .satisfied: satisfied += 1
      case .notApplicable: notApplicable += 1
      case .violated: violated[check.action, default: 0] += 1
      case .undecided: undecided[check.action, default: 0] += 1
      case .waived: waived[check.action, default: 0] += 1
      }
    }
  }

  /// How many checks have an effect, whether they are wrong, waived or not known.
  func count(_ action: Action) -> Int {
    violated[action, default: 0] + undecided[action, default: 0] + waived[action, default: 0]
  }

  /// `2 checks block (1 undecided), 1 needs review, 10 hold`; the noun comes once.
  var words: String {
    let failing = Action.allCases.reversed().map { action in
      Part(
        count: count(action), singular: action.verb, plural: action.verbOfMany,
        undecided: undecided[action, default: 0], waived: waived[action, default: 0])
    }
    let others = [
      Part(count: satisfied, singular: "holds", plural: "hold"),
      Part(count: notApplicable, singular: "does not apply", plural: "do not apply"),
    ]
    let parts = (failing + others).filter { $0.count > 0 }
    guard !parts.isEmpty else { return "no checks" }
    return parts.enumerated().map { $1.words(withNoun: $0 == 0) }.joined(separator: ", ")
  }

  private struct Part {
    var count: Int
    var singular: String
    var plural: String
    var undecided = 0
    var waived = 0

    func words(withNoun: Bool) -> String {
      let number = withNoun ? counted(count, "check", "checks") : String(count)
      let notes = [note(undecided, "undecided"), note(waived, "waived")].compactMap(\.self)
      return "\(number) \(count == 1 ? singular : plural)"
        + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }

    private func note(_ part: Int, _ word: String) -> String? {
      switch part {
      case 0: nil
      case count: word
      default: "\(part) \(word)"
      }
    }
  }
}

extension Action {
  /// What a check with this action does.
  var verb: String {
    switch self {
    case .info: "informs"
    case .warn: "warns"
    case .review: "needs review"
    case .block: "blocks"
    }
  }

  /// What checks with this action do.
  var verbOfMany: String {
    switch self {
    case .info: "inform"
    case .warn: "warn"
    case .review: "need review"
    case .block: "block"
    }
  }
}
