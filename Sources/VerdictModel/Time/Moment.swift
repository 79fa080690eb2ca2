/// A point in time, to the second. Deciding gets it as a value: only the front door has a clock.
package struct Moment: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, every day having 86,400 of them (POSIX).
  package var seconds: Int

  /// - Parameter seconds: Since 1970-01-01T00:00:00Z.
  package init(seconds: Int) {
    self.seconds = seconds
  }

  private static let secondsOfDay = 86_400

  /// The day in UTC.
  package var day: Day {
    Day(number: (seconds - secondOfDay) / Self.secondsOfDay)
  }

  private var secondOfDay: Int {
    let rest = seconds % Self.secondsOfDay
    return rest < 0 ? rest + Self.secondsOfDay : rest
  }

  /// Reads RFC 3339: `2026-01-31T12:00:00Z`, with a fraction, which is dropped, or with an offset
  /// such as `+02:00`. `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(at offset: Int) -> Int? {
      guard bytes.count >= offset + 2 else { return nil }
      let digits = bytes[offset..<offset + 2].map { Int($0) - Int(UInt8(ascii: "0")) }
      guard digits.allSatisfy((0...9).contains) else { return nil }
      return digits[0] * 10 + digits[1]
    }
    func byte(at offset: Int, isOneOf set: String) -> Bool {
      offset < bytes.count && set.utf8.contains(bytes[offset])
    }
    guard let day = Day(String(decoding: bytes.prefix(10), as: UTF8.self)),
      byte(at: 10, isOneOf: "Tt "), byte(at: 13, isOneOf: ":"), byte(at: 16, isOneOf: ":"),
      let hour = number(at: 11), hour < 24, let minute = number(at: 14), minute < 60,
      let second = number(at: 17), second <= 60  // a leap second
    else { return nil }
    var zone = 19
    if byte(at: zone, isOneOf: ".") {
      repeat { zone += 1 } while byte(at: zone, isOneOf: "0123456789")
    }
    var offset = 0
    if byte(at: zone, isOneOf: "Zz"), bytes.count == zone + 1 {
      offset = 0
    } else if byte(at: zone, isOneOf: "+-"), bytes.count == zone + 6,
      byte(at: zone + 3, isOneOf: ":"), let hours = number(at: zone + 1), hours < 24,
      let minutes = number(at: zone + 4), minutes < 60
    {
      offset = (hours * 3600 + minutes * 60) * (byte(at: zone, isOneOf: "-") ? -1 : 1)
    } else {
      return nil
    }
    self.init(
      seconds: day.number * Self.secondsOfDay + hour * 3600 + minute * 60 + second - offset)
  }
}

extension Moment: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601 in UTC, whole seconds: `2026-01-31T12:00:00Z`.
  package var description: String {
    let rest = secondOfDay
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }
    return "\(day)T\(time.joined(separator: ":"))Z"
  }
}
