import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A point in time as outputs show it: ISO 8601, UTC, whole seconds.
struct Timestamp: ExpressibleByArgument, CustomStringConvertible {
  private let date: Date

  /// The clock. Read here and nowhere else.
  static var current: Timestamp { Timestamp(date: Date()) }

  private init(date: Date) {
    self.date = date
  }

  /// Reads `2026-01-31T12:00:00Z`, or with an offset such as `+02:00`.
  init?(argument: String) {
    guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
    self.date = date
  }

  var description: String { date.formatted(.iso8601) }
}
