import VerdictModel

/// The texts of measured values.
enum QuantityText {
  /// `97.44 % (76 of 78)`, `3 findings`, `13.3 ms`.
  static func full(_ quantity: Quantity) -> String {
    switch quantity {
    case .share(let tally):
      tally.total == 0 ? share(tally) : "\(share(tally)) (\(tally.covered) of \(tally.total))"
    case .count(let count, let unit): self.count(count, unit)
    case .duration(let duration): self.duration(duration)
    case .number(let number, let unit): self.number(number, unit)
    case .text(let text): word(text)
    }
  }

  /// A share in percent, with two digits unless it is whole; `no data` for 0 of 0.
  static func share(_ tally: Tally, apartFrom marks: [Fraction] = []) -> String {
    guard let percent = Fraction(percentOf: tally) else { return "no data" }
    return DecimalText.text(percent, digits: 2, apartFrom: marks) + " %"
  }

  /// Two shares with so many digits that their difference shows: `81.51 % → 81.20 %`.
  static func shares(_ before: Tally, _ after: Tally) -> String {
    let old = Fraction(percentOf: before)
    let new = Fraction(percentOf: after)
    return share(before, apartFrom: [new].compactMap(\.self)) + " → "
      + share(after, apartFrom: [old].compactMap(\.self))
  }

  /// `1 test`, `3 branches`.
  static func count(_ count: Int, _ unit: CountUnit) -> String {
    counted(count, unit.singular, unit.rawValue)
  }

  /// A duration in the unit that fits, with three digits or as many more as it takes.
  static func duration(
    _ duration: Picoseconds, apartFrom marks: [Picoseconds] = [], signed: Bool = false
  ) -> String {
    let unit = DurationUnit.fitting(duration)
    let marks = marks.compactMap { Fraction(Int128($0.count), over: unit.picoseconds) }
    guard let value = Fraction(Int128(duration.count), over: unit.picoseconds) else { return "" }
    let digits =
      switch value.numerator.magnitude / value.denominator.magnitude {
      case 100...: 0
      case 10...: 1
      default: 2
      }
    return DecimalText.text(value, digits: digits, apartFrom: marks, signed: signed) + " "
      + unit.rawValue
  }
}

/// The units in which durations are shown.
private enum DurationUnit: String, CaseIterable {
  case seconds = "s"
  case milliseconds = "ms"
  case microseconds = "µs"
  case nanoseconds = "ns"

  var picoseconds: Int128 {
    switch self {
    case .seconds: 1_000_000_000_000
    case .milliseconds: 1_000_000_000
    case .microseconds: 1_000_000
    case .nanoseconds: 1000
    }
  }

  /// The largest unit of which there is at least one, or the smallest unit.
  static func fitting(_ duration: Picoseconds) -> Self {
    allCases.first { $0.picoseconds <= duration.count.magnitude } ?? .nanoseconds
  }
}

extension CountUnit {
  /// The name of one of them.
  var singular: String {
    switch self {
    case .lines: "line"
    case .branches: "branch"
    case .functions: "function"
    case .tests: "test"
    case .findings: "finding"
    case .benchmarks: "benchmark"
    }
  }
}

/// A total with its parts, `12: 2 failed, 10 passed`, without what there is none of.
func breakdown(_ total: Int, _ parts: [(count: Int, name: String)]) -> String {
  let words = parts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
  return words.isEmpty ? "\(total)" : "\(total): \(words.joined(separator: ", "))"
}

/// A number with the noun in the right form: `1 check`, `3 checks`.
func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  "\(count) \(count == 1 ? singular : plural)"
}
