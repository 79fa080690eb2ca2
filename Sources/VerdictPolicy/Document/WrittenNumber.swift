import VerdictModel

/// A number with a unit, as policies and facts write it: `8.0`, `79.5%`, `10 ms`, `512MiB`.
struct WrittenNumber {
  var value: ExactDecimal
  /// What follows the number; empty if nothing does.
  var unit: String

  /// - Returns: `nil` if the text does not begin with a number.
  init?(_ text: String) {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    guard let value = ExactDecimal(number, maxScale: FactValue.maxDigits) else { return nil }
    self.value = value
    unit = String(text.dropFirst(number.count).drop { $0 == " " })
  }

  /// The number with its unit, where it is none, percent, a time or bytes; `nil` for other units,
  /// and for what is too large or too fine.
  var quantity: Quantity? {
    switch unit {
    case "": .number(value, .plain)
    case "%": .number(value, .percent)
    default: Picoseconds(value, unit: unit).map { .duration($0) } ?? bytes
    }
  }

  private var bytes: Quantity? {
    guard let factor = Self.byteUnits[unit] else { return nil }
    let (mantissa, overflow) = value.mantissa.multipliedReportingOverflow(by: factor)
    guard !overflow, mantissa.magnitude < 1_000_000_000_000_000_000 else { return nil }
    return .number(ExactDecimal(mantissa: mantissa, scale: value.scale), .bytes)
  }

  /// The names of the units of `byteUnits`, sorted.
  static var byteUnitNames: [String] { byteUnits.keys.sorted() }

  private static let byteUnits: [String: Int64] = [
    "B": 1, "kB": 1000, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000,
    "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40,
  ]
}

extension Picoseconds {
  /// The names of the units that can be written, sorted.
  static var unitNames: [String] { units.keys.sorted() }

  private static let units: [String: Int64] = [
    "ps": 1, "ns": 1000, "us": 1_000_000, "µs": 1_000_000, "μs": 1_000_000,
    "ms": 1_000_000_000, "s": 1_000_000_000_000, "min": 60_000_000_000_000,
  ]

  /// Exactly `value` of the unit; `nil` if the unit is unknown, the value is out of range or finer
  /// than a picosecond.
  init?(_ value: ExactDecimal, unit: String) {
    guard let factor = Self.units[unit] else { return nil }
    let (count, rest) = (Int128(value.mantissa) * Int128(factor))
      .quotientAndRemainder(dividingBy: value.denominator)
    guard rest == 0, let count = Int64(exactly: count) else { return nil }
    self.init(count)
  }
}
