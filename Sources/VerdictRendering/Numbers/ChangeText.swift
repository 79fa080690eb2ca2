import VerdictModel

/// The texts of what changed between two values.
enum ChangeText {
  /// How far a value moved from the baseline's, in the unit that people compare it by: points of a
  /// share, a number of a count, percent of a duration. `nil` if it did not, or cannot be told.
  static func change(from before: Quantity, to after: Quantity) -> String? {
    guard before != after else { return nil }
    switch (before, after) {
    case (.share(let old), .share(let new)):
      guard let old = Fraction(percentOf: old), let new = Fraction(percentOf: new) else {
        return nil
      }
      return new.minus(old).flatMap { $0 == .zero ? nil : points($0) }
    case (.count(let old, let unit), .count(let new, _)):
      return Fraction(new).minus(Fraction(old)).map { count($0, unit) }
    case (.duration(let old), .duration(let new)):
      return relativeChange(from: Int(old.count), to: Int(new.count)).map { relative($0) }
    case (.number(let old, let unit), .number(let new, let newUnit)) where unit == newUnit:
      guard let change = Fraction(old).flatMap({ Fraction(new)?.minus($0) }) else { return nil }
      return QuantityText.change(change, unit, beside: new)
    default: return nil
    }
  }

  /// By how many percent of the old value the new one differs; `nil` from 0.
  static func relativeChange(from before: Int, to after: Int) -> Fraction? {
    relativeChange(from: Fraction(before), to: Fraction(after))
  }

  /// By how many percent of the old value the new one differs; `nil` from 0.
  static func relativeChange(from before: Fraction, to after: Fraction) -> Fraction? {
    after.divided(by: before)?.minus(Fraction(1))?.times(Fraction(100))
  }

  /// Percentage points: `−0.31 pp`.
  static func points(_ change: Fraction, apartFrom marks: [Fraction] = []) -> String {
    DecimalText.text(change, digits: 2, apartFrom: marks, signed: true) + " pp"
  }

  /// Percent of the old value: `+7.9 %`.
  static func relative(_ change: Fraction, apartFrom marks: [Fraction] = []) -> String {
    DecimalText.text(change, digits: 1, apartFrom: marks, signed: true) + " %"
  }

  /// A whole number: `−3 tests`.
  static func count(_ change: Fraction, _ unit: CountUnit) -> String {
    let number = DecimalText.text(change, digits: 0, signed: true)
    return "\(number) \(change.numerator.magnitude == 1 ? unit.singular : unit.rawValue)"
  }
}
