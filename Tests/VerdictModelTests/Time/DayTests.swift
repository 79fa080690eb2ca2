import Testing
import VerdictModel

@Suite("Day")
struct DayTests {
  @Test("every day of 800 years comes back as it was written")
  func roundTrip() {
    var previous: Day?
    for number in Day("1600-01-01")!.number...Day("2400-12-31")!.number {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
      if let previous { #expect(previous.description < day.description) }
      previous = day
    }
  }

  @Test(
    "counts from 1970",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-21", 20_778),
    ])
  func counting(text: String, number: Int) {
    #expect(Day(text)?.number == number)
  }

  @Test(
    "refuses what the calendar does not have",
    arguments: [
      "2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-00",
      "2026-01-32", "+026-01-01", "",
    ])
  func refusing(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("is later by days")
  func arithmetic() {
    let day = Day("2026-02-20")!
    #expect(day.adding(days: 10) == Day("2026-03-02"))
    #expect(day.days(until: Day("2026-03-02")!) == 10)
  }
}
