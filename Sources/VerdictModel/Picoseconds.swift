/// A duration in whole picoseconds (10⁻¹² s): fine enough for benchmarks of a fraction of a
/// nanosecond, wide enough for 106 days, and exact when compared.
package struct Picoseconds: Hashable, Sendable, Comparable {
  /// 10⁻¹² s each; never negative if made from a measured number.
  package var count: Int64

  package init(_ count: Int64) {
    self.count = count
  }

  /// From a measured number of nanoseconds, to the nearest picosecond; `nil` if it is not finite,
  /// negative or out of range.
  package init?(nanoseconds: Double) {
    let rounded = (nanoseconds * 1000).rounded()
    guard rounded >= 0, let count = Int64(exactly: rounded) else { return nil }
    self.count = count
  }

  /// From a number of seconds as test reports give it; `nil` if it is not finite, negative or out
  /// of range.
  package init?(seconds: Double) {
    self.init(nanoseconds: seconds * 1e9)
  }

  package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}
