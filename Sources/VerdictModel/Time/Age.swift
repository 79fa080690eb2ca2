/// How long ago something was, as policies write it: `90 s`, `30min`, `12h`, `7d`, `2w`.
package struct Age: Hashable, Sendable {
  /// Whole seconds; negative if it lies in the future.
  package var seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// How long before `now` a moment was.
  package init(of moment: Moment, at now: Moment) {
    seconds = now.seconds - moment.seconds
  }

  /// From the longest to the shortest.
  private static let units = [("w", 604_800), ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)]

  /// The names of the units, from the longest to the shortest.
  package static var unitNames: [String] { units.map(\.0) }

  /// Reads a whole number with a unit; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Int(digits), let factor = Self.units.first(where: { $0.0 == unit })?.1
    else { return nil }
    let (seconds, isTooLong) = number.multipliedReportingOverflow(by: factor)
    guard !isTooLong else { return nil }
    self.seconds = seconds
  }
}

extension Age: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension Age: CustomStringConvertible {
  /// In its largest unit, the rest dropped: `9 d`.
  package var roughly: String {
    let unit = Self.units.dropFirst().first { seconds.magnitude >= $0.1 } ?? ("s", 1)
    return "\(seconds < 0 ? "−" : "")\(seconds.magnitude / UInt(unit.1)) \(unit.0)"
  }

  /// All that is not zero, exactly: `9 d 1 h`, `90 min` as `1 h 30 min`; weeks are written as days.
  package var description: String {
    var rest = seconds.magnitude
    var parts: [String] = []
    for (unit, factor) in Self.units.dropFirst() where rest >= factor {
      parts.append("\(rest / UInt(factor)) \(unit)")
      rest %= UInt(factor)
    }
    return (seconds < 0 ? "−" : "") + (parts.isEmpty ? "0 s" : parts.joined(separator: " "))
  }
}
