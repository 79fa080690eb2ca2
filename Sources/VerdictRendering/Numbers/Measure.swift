import VerdictModel

/// A measured value beside what its rule asks: `97.44 % < 100 %`.
struct Measure: Hashable, Sendable {
  /// The value, or for a rule about change the change: `97.44 %`, `−2.31 pp`, `1`.
  var value: String
  /// `<`, `≥` and so on, as the numbers themselves say; `nil` where value and limit have no common
  /// unit, or where the numbers and the check's status disagree.
  var relation: String?
  /// `100 %`, `−2 pp`; in words where there is no relation.
  var limit: String

  /// One line for people.
  var text: String {
    relation.map { "\(value) \($0) \(limit)" } ?? "\(value), asked: \(limit)"
  }

  /// - Returns: `nil` if the check measured nothing.
  init?(_ check: Check) {
    guard let value = check.value else { return nil }
    if case (.text(let found), .text(let asked)) = (value, check.limit.amount) {
      self.value = QuantityText.word(found)
      relation = found == asked ? "=" : "≠"
      limit = QuantityText.word(asked)
      return
    }
    let fallback = (value: QuantityText.full(value), limit: check.limit.words)
    guard let comparison = ComparedNumbers(check, value) else {
      (self.value, self.limit) = fallback
      return
    }
    let relation = comparison.relation(check.limit.relation)
    // A waived check may hold because findings do not count, or not hold and be waived as a whole.
    guard check.status == .waived || relation.holds == (check.status != .violated) else {
      (self.value, self.limit) = fallback
      return
    }
    self.value = comparison.valueText
    self.relation = relation.sign
    limit = comparison.boundText
  }
}

/// Two numbers of one unit: what was measured, and the bound that the limit puts on it.
private struct ComparedNumbers {
  var value: Fraction
  var bound: Fraction
  var valueText: String
  var boundText: String

  init?(_ check: Check, _ measured: Quantity) {
    if check.limit.relation.comparesWithBaseline {
      guard let before = check.baselineValue else { return nil }
      self.init(changeFrom: before, to: measured, check.limit)
    } else {
      self.init(measured, check.limit.amount)
    }
  }

  private init?(_ measured: Quantity, _ amount: Limit.Amount) {
    switch (measured, amount) {
    case (.share(let tally), .percent(let percent)):
      guard let share = Fraction(percentOf: tally), let bound = Fraction(percent) else {
        return nil
      }
      (value, self.bound) = (share, bound)
      valueText = QuantityText.share(tally, apartFrom: [bound])
    case (.count(let count, let unit), .count(let limit, let limitUnit)) where unit == limitUnit:
      (value, bound) = (Fraction(count), Fraction(limit))
      valueText = String(count)
      boundText = String(limit)
      return
    case (.duration(let duration), .duration(let limit)):
      (value, bound) = (Fraction(Int(duration.count)), Fraction(Int(limit.count)))
      valueText = QuantityText.duration(duration, apartFrom: [limit])
    case (.number(let number, let unit), .number(let limit, let limitUnit)) where unit == limitUnit:
      guard let value = Fraction(number), let bound = Fraction(limit) else { return nil }
      (self.value, self.bound) = (value, bound)
      valueText = QuantityText.number(number, unit, beside: limit)
    case (.number(let number, .percent), .percent(let limit)):
      guard let value = Fraction(number), let bound = Fraction(limit) else { return nil }
      (self.value, self.bound) = (value, bound)
      valueText = QuantityText.number(number, .percent)
    default: return nil
    }
    boundText = amount.words
  }

  private init?(changeFrom before: Quantity, to after: Quantity, _ limit: Limit) {
    guard let change = Self.change(from: before, to: after, in: limit.amount),
      let allowed = limit.amount.fraction
    else { return nil }
    let falls = limit.relation == .maxDrop
    value = change
    bound = falls ? allowed.negated : allowed
    boundText = (falls && allowed > .zero ? "−" : "") + limit.amount.words
    switch limit.amount {
    case .percent: valueText = ChangeText.relative(change, apartFrom: [bound])
    case .points: valueText = ChangeText.points(change, apartFrom: [bound])
    case .count(_, let unit): valueText = ChangeText.count(change, unit)
    case .duration(let allowed):
      guard let count = Int64(exactly: change.numerator) else { return nil }
      valueText = QuantityText.duration(
        Picoseconds(count), apartFrom: [Picoseconds(falls ? -allowed.count : allowed.count)],
        signed: true)
    case .number(let allowed, let unit):
      valueText = QuantityText.change(change, unit, beside: allowed)
    case .text: return nil
    }
  }

  /// The change in the limit's own unit.
  private static func change(
    from before: Quantity, to after: Quantity, in amount: Limit.Amount
  ) -> Fraction? {
    switch (before, after, amount) {
    case (.share(let old), .share(let new), .points):
      guard let old = Fraction(percentOf: old) else { return nil }
      return Fraction(percentOf: new)?.minus(old)
    case (.share(let old), .share(let new), .percent):
      guard let old = Fraction(percentOf: old), let new = Fraction(percentOf: new) else {
        return nil
      }
      return ChangeText.relativeChange(from: old, to: new)
    case (.share(let old), .share(let new), .count): return Fraction(old.missed - new.missed)
    case (.count(let old, _), .count(let new, _), .percent):
      return ChangeText.relativeChange(from: old, to: new)
    case (.duration(let old), .duration(let new), .percent):
      return ChangeText.relativeChange(from: Int(old.count), to: Int(new.count))
    case (.count(let old, let unit), .count(let new, _), .count(_, let limitUnit))
    where unit == limitUnit:
      return Fraction(new).minus(Fraction(old))
    case (.duration(let old), .duration(let new), .duration):
      return Fraction(Int(new.count)).minus(Fraction(Int(old.count)))
    case (.number(let old, let unit), .number(let new, let newUnit), _) where unit == newUnit:
      guard let old = Fraction(old), let new = Fraction(new) else { return nil }
      return switch amount {
      case .percent: ChangeText.relativeChange(from: old, to: new)
      case .points where unit == .percent: new.minus(old)
      case .number(_, unit): new.minus(old)
      default: nil
      }
    default: return nil
    }
  }

  func relation(_ relation: Limit.Relation) -> (sign: String, holds: Bool) {
    switch relation {
    case .min, .maxDrop: value < bound ? ("<", false) : ("≥", true)
    case .max, .maxRise: value > bound ? (">", false) : ("≤", true)
    case .above: value > bound ? (">", true) : ("≤", false)
    case .below: value < bound ? ("<", true) : ("≥", false)
    case .equals: value == bound ? ("=", true) : ("≠", false)
    }
  }
}
