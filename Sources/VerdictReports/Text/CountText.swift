import VerdictModel

/// An execution count as coverage reports write it.
///
/// Producers write `3`, `1.0`, `1e+0`, `18446744073709551615`, `-1` and `skipped`; lcov's own tools
/// read negative and unreadable ones as 0 (`CountData::append`), and so do their users.
enum CountText: Equatable {
  /// Fractions are cut off, large counts saturate.
  case count(UInt32)
  /// Below zero: broken counters, markers of excluded lines.
  case negative
  /// Not a number.
  case unreadable

  init(_ text: Span<UInt8>) {
    if let plain = text.plainNumber {
      self = .count(plain)
    } else {
      self.init(decimal: DecimalText(text))
    }
  }

  /// Reads a count that may have commas: `1,000`.
  static func grouped(_ text: Span<UInt8>) -> Self {
    Self(decimal: DecimalText(withCommas: text))
  }

  private init(decimal number: DecimalText?) {
    guard let number else {
      self = .unreadable
      return
    }
    self =
      number.isNegative && number.mantissa > 0
      ? .negative : .count(UInt32(clamping: number.whole()))
  }
}

/// A line number as coverage reports write it.
enum LineNumberText {
  /// The 1-based number; `nil` for anything but a whole number in 1 … 2³²−1.
  static func read(_ text: Span<UInt8>) -> UInt32? {
    if let plain = text.plainNumber { return plain > 0 ? plain : nil }
    var number: UInt64 = 0
    for index in text.indices {
      guard let digit = text[index].asciiDigit else { return nil }
      number = number * 10 + UInt64(digit)
      guard number <= UInt32.max else { return nil }
    }
    return number > 0 ? UInt32(number) : nil
  }
}

extension FileCoverage {
  /// What a file is called whose name the report leaves empty. No repository has such a file, so
  /// that its lines count and resolve to nothing.
  static let unnamed = "(unnamed)"
}
