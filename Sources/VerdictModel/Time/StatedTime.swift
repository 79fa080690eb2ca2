/// When a report says that it was made: between two moments, which are the same if it says in which
/// zone.
package struct StatedTime: Hashable, Sendable {
  /// It was not made before this.
  package var earliest: Moment
  /// It was not made after this.
  package var latest: Moment

  package init(earliest: Moment, latest: Moment) {
    self.earliest = earliest
    self.latest = latest
  }

  /// A time that is known.
  package init(_ moment: Moment) {
    self.init(earliest: moment, latest: moment)
  }

  /// What a clock somewhere on earth showed.
  ///
  /// - Parameter local: The moment at which a clock of UTC shows the same.
  package init(local: Moment) {
    self.init(
      earliest: Moment(seconds: local.seconds - Self.farthestEast),
      latest: Moment(seconds: local.seconds + Self.farthestWest))
  }

  /// Kiribati's Line Islands, UTC+14, in seconds.
  private static let farthestEast = 14 * 3600
  /// Baker Island, and ships near it, UTC−12, in seconds.
  private static let farthestWest = 12 * 3600

  /// When the last of several things was made; `nil` if none says.
  package static func last(_ times: StatedTime?...) -> StatedTime? {
    let times = times.compactMap(\.self)
    guard let earliest = times.map(\.earliest).max(), let latest = times.map(\.latest).max() else {
      return nil
    }
    return StatedTime(earliest: earliest, latest: latest)
  }
}
