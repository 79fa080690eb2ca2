import VerdictModel

/// The values right beside a limit: the nearest ones that can be told apart, and the baseline that
/// a change is from.
struct EdgeValues {
  let values: [LimitEdge: Quantity]
  /// `nil` for a limit that is not on a change.
  let baseline: Quantity?

  /// - Parameter unit: That of the metric.
  init(_ limit: Limit, of unit: MetricUnit) {
    if case .text(let word) = limit.amount {
      values = [.equal: .text(word), .below: .text("not " + word)]
      baseline = nil
      return
    }
    let scale = Scale(limit, of: unit)
    let baseline = limit.relation.comparesWithBaseline ? scale.baseline(of: limit) : nil
    self.baseline = baseline
    guard let bound = scale.value(0).flatMap({ limit.bound(for: $0, baseline: baseline) }),
      let steps = bound.divided(by: scale.step)
    else {
      values = [:]
      return
    }
    let below = steps.isWhole ? steps.roundedDown - 1 : steps.roundedDown
    let above = steps.isWhole ? steps.roundedUp + 1 : steps.roundedUp
    values = [
      .below: scale.value(below), .equal: steps.isWhole ? scale.value(steps.roundedDown) : nil,
      .above: scale.value(above),
    ].compactMapValues(\.self)
  }
}

/// The values of a unit, one step from each to the next: fine enough to be right beside a limit.
private struct Scale {
  let step: Fraction
  /// The value after so many steps from 0; `nil` if there is none.
  let value: @Sendable (Int128) -> Quantity?

  /// Every limit has a value on it: decimals of a percent are whole numbers of a whole this large.
  private static let fineness = 4

  init(_ limit: Limit, of unit: MetricUnit) {
    let digits = limit.amount.digits
    switch unit {
    case .share:
      let whole = power(of: 10, digits + Self.fineness)
      step = Fraction(100, over: whole) ?? Fraction(1)
      value = { count in
        (0...whole).contains(count)
          ? .share(Tally(covered: Int(count), total: Int(whole))) : nil
      }
    case .count(let unit):
      step = Fraction(1)
      value = { count in count < 0 ? nil : Int(exactly: count).map { .count($0, unit) } }
    case .duration: (step, value) = Self.durations
    case .age:
      step = Fraction(1)
      value = { count in
        count < 0 ? nil : Int(exactly: count).map { .number(ExactDecimal($0), .seconds) }
      }
    case .number, .text:
      if case .duration = limit.amount {
        (step, value) = Self.durations
        return
      }
      let unit = limit.numberUnit
      let scale = min(digits + 1, FactValue.maxDigits)
      step = Fraction(1, over: power(of: 10, scale)) ?? Fraction(1)
      value = { count in
        Int64(exactly: count).map { .number(ExactDecimal(mantissa: $0, scale: scale), unit) }
      }
    }
  }

  private static let durations: (Fraction, @Sendable (Int128) -> Quantity?) = (
    Fraction(1),
    { count in count < 0 ? nil : Int64(exactly: count).map { .duration(Picoseconds($0)) } }
  )

  /// A value that can fall and rise by what a limit allows.
  func baseline(of limit: Limit) -> Quantity? {
    // Of a share the whole: from there it can fall by everything.
    if case .share(let tally)? = value(0) { return value(Int128(tally.total)) }
    let change = limit.amount.fraction?.roundedUp ?? 0
    let hundred = power(of: 10, limit.amount.digits + 2)
    let steps = Fraction(1).divided(by: step)?.roundedDown ?? 1
    switch limit.amount {
    case .percent: return value(hundred * steps)
    default: return value(max(hundred, change * 2) * steps)
    }
  }
}

extension Limit.Amount {
  /// How many digits there are behind the point.
  fileprivate var digits: Int {
    switch self {
    case .percent(let number), .points(let number), .number(let number, _): number.scale
    case .count, .duration, .text: 0
    }
  }
}

extension Limit {
  /// What a number is in that the limit can be held against.
  fileprivate var numberUnit: NumberUnit {
    switch amount {
    case .number(_, let unit): unit
    case .percent: relation.comparesWithBaseline ? .plain : .percent
    case .points: .percent
    case .count, .duration, .text: .plain
    }
  }
}
