import VerdictModel

extension QuantityText {
  /// How much of a word is shown: a fact may be a whole log.
  private static let shownWord = 60

  /// A word as a report has it, cut for reading; quotes where there would be nothing to see.
  static func word(_ text: String) -> String {
    if text.isEmpty { return "''" }
    return text.count > shownWord ? text.prefix(shownWord) + "…" : text
  }

  /// A number with its unit: `8.4`, `3.5 %`, `412 MiB`.
  ///
  /// - Parameter other: The number beside which it stands, which decides the unit of bytes: two
  ///   numbers are only easy to compare in one unit.
  static func number(
    _ number: ExactDecimal, _ unit: NumberUnit, beside other: ExactDecimal? = nil
  ) -> String {
    switch unit {
    case .plain: decimal(number)
    case .percent: decimal(number) + " %"
    case .bytes: bytes(number, beside: other)
    case .seconds: Age(seconds: Int(number.mantissa)).description
    }
  }

  /// A number that was calculated.
  static func number(_ number: Fraction, _ unit: NumberUnit) -> String {
    switch unit {
    case .plain: DecimalText.text(number, digits: 2)
    case .percent: DecimalText.text(number, digits: 2) + " %"
    case .bytes: bytes(number, in: .fitting(number), apartFrom: [])
    case .seconds: Age(seconds: Int(clamping: number.roundedDown)).description
    }
  }

  /// A difference of two numbers of a unit: `−0.4`, `+12 MiB`.
  static func change(_ change: Fraction, _ unit: NumberUnit, beside other: ExactDecimal) -> String {
    let bound = Fraction(other)
    let marks = [bound, bound?.negated].compactMap(\.self)
    switch unit {
    case .plain: return DecimalText.text(change, digits: 2, apartFrom: marks, signed: true)
    case .percent: return ChangeText.points(change, apartFrom: marks)
    case .bytes:
      return bytes(
        change, in: .fitting(bound ?? .zero), apartFrom: marks, signed: true)
    case .seconds: return Age(seconds: Int(clamping: change.roundedDown)).description
    }
  }

  private static func decimal(_ number: ExactDecimal) -> String {
    number.description.replacing("-", with: "−")
  }

  private static func bytes(_ number: ExactDecimal, beside other: ExactDecimal?) -> String {
    guard let value = Fraction(number) else { return "" }
    let mark = other.flatMap(Fraction.init)
    return bytes(value, in: .fitting(mark ?? value), apartFrom: [mark].compactMap(\.self))
  }

  private static func bytes(
    _ value: Fraction, in unit: ByteUnit, apartFrom marks: [Fraction], signed: Bool = false
  ) -> String {
    func scaled(_ number: Fraction) -> Fraction? { number.divided(by: Fraction(unit.size)) }
    guard let number = scaled(value) else { return "" }
    return DecimalText.text(number, digits: 2, apartFrom: marks.compactMap(scaled), signed: signed)
      + " " + unit.name
  }
}

/// The units in which bytes are shown: binary ones for a whole number of KiB, else decimal ones.
private struct ByteUnit {
  var name: String
  var size: Int

  private static let binary = [
    ByteUnit(name: "TiB", size: 1 << 40), ByteUnit(name: "GiB", size: 1 << 30),
    ByteUnit(name: "MiB", size: 1 << 20), ByteUnit(name: "KiB", size: 1 << 10),
  ]
  private static let decimal = [
    ByteUnit(name: "TB", size: 1_000_000_000_000), ByteUnit(name: "GB", size: 1_000_000_000),
    ByteUnit(name: "MB", size: 1_000_000), ByteUnit(name: "kB", size: 1000),
  ]

  /// The largest unit of which there is at least one.
  static func fitting(_ number: Fraction) -> Self {
    let bytes = number.roundedDown.magnitude
    let isBinary = number.isWhole && bytes % 1024 == 0
    return (isBinary ? binary : decimal).first { $0.size <= bytes } ?? Self(name: "B", size: 1)
  }
}
