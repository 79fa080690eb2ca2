import VerdictModel

/// When a report was made, as reports write it.
enum TimeText {
  /// 2000 to 2199. Earlier times are placeholders, such as 0: none of the formats is as old.
  private static let plausibleSeconds = 946_684_800..<7_258_118_400
  /// Numbers from here on count milliseconds; as seconds they would be after the year 5000.
  private static let leastMilliseconds: UInt64 = 100_000_000_000

  /// A time since 1970 in seconds (gcovr, Coverlet) or milliseconds (coverage.py, Istanbul); `nil`
  /// for anything else.
  static func epoch(_ text: Span<UInt8>) -> StatedTime? {
    guard let number = DecimalText(text), !number.isNegative else { return nil }
    let whole = number.whole()
    let seconds = whole >= leastMilliseconds ? whole / 1000 : whole
    return plausible(Moment(seconds: Int(clamping: seconds))).map { StatedTime($0) }
  }

  /// A time of RFC 3339, or one without a zone as older runners write it; `nil` for anything else.
  static func calendar(_ text: String) -> StatedTime? {
    if let moment = Moment(text) { return plausible(moment).map { StatedTime($0) } }
    return Moment(text + "Z").flatMap(plausible).map { StatedTime(local: $0) }
  }

  private static func plausible(_ moment: Moment) -> Moment? {
    plausibleSeconds.contains(moment.seconds) ? moment : nil
  }
}
