import VerdictModel

extension Limit {
  /// What the rule asks, for people: `at least 80 %`, `a drop of at most 2 pp`.
  var words: String {
    switch relation {
    case .min: "at least \(amount.words)"
    case .max: "at most \(amount.words)"
    case .above: "more than \(amount.words)"
    case .below: "less than \(amount.words)"
    case .equals: "exactly \(amount.words)"
    case .maxDrop: "a drop of at most \(amount.words)"
    case .maxRise: "a rise of at most \(amount.words)"
    }
  }
}

extension Limit.Amount {
  /// The number as the policy has it, with its unit: `79.5 %`, `2 pp`, `5 lines`, `10 ms`.
  var words: String {
    switch self {
    case .percent(let percent): "\(percent) %"
    case .points(let points): "\(points) pp"
    case .count(let count, let unit): QuantityText.count(count, unit)
    case .duration(let duration): QuantityText.duration(duration)
    case .number(let number, let unit): QuantityText.number(number, unit)
    case .text(let text): QuantityText.word(text)
    }
  }
}
