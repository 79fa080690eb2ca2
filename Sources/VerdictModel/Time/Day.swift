/// A day of the calendar in UTC, as policies and waivers write it: `2026-01-31`.
package struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, which is 0.
  package var number: Int

  /// - Parameter number: Days since 1970-01-01.
  package init(number: Int) {
    self.number = number
  }

  /// The day that is this many days later; earlier for a negative number.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// How many days `other` is later than this day.
  package func days(until other: Day) -> Int { other.number - number }

  /// Where the 400 years begin after which the calendar repeats: a March, so that the day that leap
  /// years add is a year's last.
  private static let eraStart = Day.number(year: 0, month: 3, day: 1)
  private static let daysOfEra = 146_097

  /// The proleptic Gregorian calendar, years counted from March.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let march = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    let leapDays = floor(march, 4) - floor(march, 100) + floor(march, 400)
    // Months from March on have 31, 30, 31, 30, 31 days, twice and a bit.
    let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
    let before1970 = 719_468  // days from 0000-03-01
    return march * 365 + leapDays + dayOfYear - before1970
  }

  private static func floor(_ value: Int, _ divisor: Int) -> Int {
    (value >= 0 ? value : value - divisor + 1) / divisor
  }

  /// Year, month from 1, and day from 1.
  private var parts: (year: Int, month: Int, day: Int) {
    let sinceStart = number - Self.eraStart
    let era = Self.floor(sinceStart, Self.daysOfEra)
    let dayOfEra = sinceStart - era * Self.daysOfEra
    // Every leap day before this one made the day one later than 365 a year say.
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthsSinceMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1
    let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Reads `2026-01-31`; `nil` for anything else, and for a day that the calendar does not have.
  package init?(_ text: some StringProtocol) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.map(\.utf8.count) == [4, 2, 2],
      fields.allSatisfy({
        $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }),
      let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2]),
      (1...12).contains(month), day >= 1
    else { return nil }
    self.init(number: Self.number(year: year, month: month, day: day))
    // 2026-02-30 comes back as 2026-03-02.
    guard parts == (year, month, day) else { return nil }
  }
}

extension Day: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// `2026-01-31`.
  package var description: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A number with zeros in front of it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
